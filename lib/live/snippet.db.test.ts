import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DeclaredPage } from '@/lib/apps/parameters/declaration';
import { pack } from '@/lib/apps/parameters/pack';
import { declaredPages } from '@/lib/apps/parameters/queries';
import { declareParameters } from '@/lib/apps/parameters/service';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import type { SnippetLanguage } from './declared-snippet';
import { LiveDoor } from './door';
import { newLiveKey } from './key';
import { phone, runFile, serveDoor } from './mini-program.fixture';
import { getLive } from './queries';
import { insertLive } from './service';
import { livePageSnippet, liveSnippet } from './snippet';

// The files that a Mini Program is given, compiled by its types and run against the door that it asks at.

useDatabase();

const PAGE = 'pages/table/index';
const TYPINGS = createRequire(import.meta.url).resolve('miniprogram-api-typings/index.d.ts');

let served: Awaited<ReturnType<typeof serveDoor>>;
let origin: string;
let actor: UserActor;
let miniProgramId: string;
let declared: DeclaredPage[];
let compiled: string;

beforeAll(async () => {
  const door = new LiveDoor();
  served = await serveDoor(() => door);
  ({ origin } = served);
  actor = await insertActor('OPERATOR');
  ({ id: miniProgramId } = await insertApp({ mode: 'SANDBOX' }));
  const parameters = [
    { name: 'table', short: 't', type: 'number' as const, isCompact: true, isRequired: true },
    { name: 'kind', short: 'k', type: 'choice' as const, isCompact: true, choices: ['堂食', '外带'] },
    { name: 'vip', type: 'switch' as const },
    { name: 'shop', short: 's' },
  ];
  await declareParameters(actor, miniProgramId, { page: PAGE, parameters });
  declared = await declaredPages(miniProgramId);
  compiled = compile({ 'live-code.ts': fileOf('ts') }).js['live-code.js'] ?? '';
});

afterAll(() => served.close());

/** As the developer tools would: strict, with the types of the Mini Program and nothing of a browser. */
function compile(files: Record<string, string>): { faults: string[]; js: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    const names = Object.entries(files).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const options: ts.CompilerOptions = {
      ...{ strict: true, noUnusedLocals: true, noImplicitReturns: false, types: [] },
      ...{ lib: ['lib.es2020.d.ts'], target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.CommonJS },
      ...{ outDir: folder, rootDir: folder, ignoreDeprecations: '6.0' },
    };
    const program = ts.createProgram([...names, TYPINGS], options);
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ messageText, file }) =>
          `${file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
    program.emit();
    const js = Object.keys(files).map((name) => {
      const made = name.replace(/\.ts$/, '.js');
      return [made, readFileSync(join(folder, made), 'utf8')];
    });
    return { faults, js: Object.fromEntries(js) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function miniProgram(file: string, isOnline?: (url: string) => boolean) {
  const { wx, reports } = phone(isOnline);
  return { read: runFile(wx, file), reports };
}

async function liveCode(parameters: Record<string, string>, page = '') {
  const key = newLiveKey();
  const { id: codeId } = await insertCode({ miniProgramId, scene: key });
  await db().$transaction((tx) => insertLive(tx, actor, { codeId, key, live: { page, parameters } }));
  return { key, codeId };
}

const fileOf = (language: SnippetLanguage) => liveSnippet(origin, { language, declared });
const scan = (scene: string) => ({ scene: encodeURIComponent(scene) });

const USE = `import { readLiveCode } from './live-code'
export async function check(options: Record<string, string | undefined>) {
  const target = await readLiveCode(options, '${PAGE}')
  if (target.state === 'open' && target.page === '') {
    const table: number | undefined = target.parameters.table
    const kind: '堂食' | '外带' | undefined = target.parameters.kind
    const vip: boolean | undefined = target.parameters.vip
    // @ts-expect-error a number is no text
    const wrong: string | undefined = target.parameters.table
    // @ts-expect-error nobody declared it
    const unknown = target.parameters.unknown
    return [table, kind, vip, wrong, unknown]
  }
  const other = await readLiveCode(options)
  if (other.state === 'paused') return [other.message]
  return other.state === 'open' ? [other.parameters.anything] : []
}`;

describe('the TypeScript file', () => {
  test('compiles with what pages take, and the page that calls it', () => {
    const page = livePageSnippet({ language: 'ts', page: PAGE }).replace('../../live-code', './live-code');
    const { faults } = compile({ 'live-code.ts': fileOf('ts'), 'use.ts': USE, 'page.ts': page });
    expect(faults).toEqual([]);
  });

  test('compiles where nothing is declared', () => {
    const file = liveSnippet(origin, { language: 'ts', declared: [] });
    const page = livePageSnippet({ language: 'ts', page: '' }).replace('../../live-code', './live-code');
    expect(compile({ 'live-code.ts': file, 'page.ts': page }).faults).toEqual([]);
  });
});

describe.each<[SnippetLanguage, () => string]>([
  ['js', () => fileOf('js')],
  ['ts', () => compiled],
])('the file in %s', (_language, file) => {
  const open = (parameters: unknown) => ({ state: 'open', page: '', parameters });

  test('reads a packed scene into what the page takes, without asking anybody', async () => {
    const { read, reports } = miniProgram(file(), () => false);
    const values = { table: '1024', kind: '外带', vip: '否', shop: 'A=1' };
    const { scene } = pack(declared[0]?.parameters ?? [], values);
    expect(scene).toBe('t=GW&k=1&vip=0&s=A=1');
    expect(await read(scan(scene), PAGE)).toEqual(
      open({ table: 1024, kind: '外带', vip: false, shop: 'A=1' }),
    );
    expect(await read(scan(scene))).toEqual(open({ t: 'GW', k: '1', vip: '0', s: 'A=1' }));
    expect(reports).toEqual([]);
  });

  test('reads a readable scene, a link and a page that was opened by hand the same', async () => {
    const { read } = miniProgram(file(), () => false);
    expect(await read(scan('table=12&from=wall'), PAGE)).toEqual(open({ table: 12, from: 'wall' }));
    const q = encodeURIComponent(`https://m.example.com/t?table=12&shop=${encodeURIComponent('西湖店')}#top`);
    expect(await read({ q }, PAGE)).toEqual(open({ table: 12, shop: '西湖店' }));
    expect(await read({ table: '12', kind: encodeURIComponent('堂食') }, PAGE)).toEqual(
      open({ table: 12, kind: '堂食' }),
    );
    expect(await read({}, PAGE)).toEqual(open({}));
    expect(await read({ scene: '%E4%' }, PAGE)).toEqual(open({}));
    expect(await read(scan('t=-&k=9&vip=x'), PAGE)).toEqual(open({}));
  });

  test('reads what a live code leads to, and reports the scan', async () => {
    const { key, codeId } = await liveCode({ table: '7', shop: '西湖店' });
    const { read } = miniProgram(file());
    expect(await read(scan(key), PAGE)).toEqual(open({ table: 7, shop: '西湖店' }));
    await vi.waitFor(async () => expect((await getLive(actor, codeId))?.scans.total).toBe(1));
    const away = await liveCode({ table: '7' }, 'pages/a');
    expect(await read(scan(away.key), PAGE)).toEqual({
      ...{ state: 'open', page: 'pages/a', parameters: { table: '7' } },
    });
  });

  test('knows offline what it has read before, and repeats a report under one id', async () => {
    const { key } = await liveCode({ table: '7' });
    let isOnline = true;
    const { read, reports } = miniProgram(file(), () => isOnline);
    await read(scan(key), PAGE);
    isOnline = false;
    expect(await read(scan(key), PAGE)).toEqual(open({ table: 7 }));
    expect(await read(scan(newLiveKey()), PAGE)).toEqual({ state: 'unavailable' });
    const ofSecond = () => reports.filter((report) => report.includes(key)).slice(1);
    await vi.waitFor(() => expect(ofSecond()).toHaveLength(4));
    expect(new Set(ofSecond()).size).toBe(1);
  });
});
