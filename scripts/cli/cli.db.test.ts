import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { savePreset } from '@/lib/batches/plan/presets';
import { useBatchWorker } from '@/lib/batches/run/run.fixture';
import { answerOf, insertLiveAt } from '@/lib/bulk/changes/retarget.fixture';
import { BulkWorker } from '@/lib/bulk/worker';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { makeExport } from '@/lib/exports/job/make-export';
import { KEY_PERMISSIONS, type KeyPermission } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { useDatabase } from '@/lib/testing/database';
import { ROOT } from '@/lib/testing/doors/doors';
import { openProgramsDoor } from '@/lib/testing/doors/programs-door';
import { insertApp } from '@/lib/testing/factories';

// The command as people run it: a process of its own, over HTTP, with a key.

const database = useDatabase();
const worker = useBatchWorker(database);

const COMMAND = join(ROOT, 'scripts/cli/suncode.js');
const LOOK_EVERY_MS = 50;

let door: Awaited<ReturnType<typeof openProgramsDoor>>;
let appId: string;
let key: string;
let folder: string;

const newKey = async (permissions: KeyPermission[] = [...KEY_PERMISSIONS]) =>
  (
    await createKey(systemActor('test'), {
      ...{ name: '命令行', permissions, appIds: [appId], addresses: [], days: 1 },
    })
  ).key;

beforeAll(async () => {
  appId = (await insertApp({ mode: 'SANDBOX', name: '西湖小店' })).id;
  key = await newKey();
  door = await openProgramsDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suncode-cli-'));
  return () => rmSync(folder, { recursive: true });
});

type Given = { env?: Record<string, string>; input?: string; command?: string };

/** Begins a command in the folder of this test. */
function begin(args: string[], { env, input = '', command = COMMAND }: Given = {}): ChildProcess {
  const settings = env ?? { SUNCODE_URL: door.url.origin, SUNCODE_API_KEY: key };
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      XDG_CONFIG_HOME: folder,
      LANG: 'en_US.UTF-8',
      ...settings,
    },
  });
  child.stdin.end(input);
  return child;
}

async function ended({ stdout, stderr, ...child }: ChildProcess, exit: Promise<number | null>) {
  if (!stdout || !stderr) throw new Error('nothing can be read');
  const [out, errors, code] = await Promise.all([text(stdout), text(stderr), exit]);
  return { code, out, errors, pid: child.pid };
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));

const run = (args: string[], given?: Given) => {
  const child = begin(args, given);
  return ended(child, exitOf(child));
};

async function json(args: string[]) {
  const { code, out, errors } = await run([...args, '--json']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return JSON.parse(out);
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await clock.sleep(LOOK_EVERY_MS);
  }
}

function csv(lines: string[]): string {
  const file = join(folder, '桌码.csv');
  writeFileSync(file, `\uFEFFscene,page,name\r\n${lines.join('\r\n')}\r\n`);
  return file;
}

const mark = () => randomUUID().slice(0, 8);

describe('login', () => {
  const settingsOf = () => join(folder, 'suncode', 'settings.json');
  const url = () => door.url.origin;

  test('keeps server and key for this person alone, and they are used from then on', async () => {
    const told = await run(['login', `${url()}/`], { env: {}, input: `${key}\n` });
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('西湖小店') });
    expect(statSync(settingsOf()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(settingsOf(), 'utf8'))).toEqual({ url: url(), key });
    expect(await run(['quota'], { env: {} })).toMatchObject({
      code: 0,
      out: expect.stringContaining('西湖小店'),
    });
    // Another server does not get this one's key.
    expect(await run(['quota'], { env: { SUNCODE_URL: 'http://127.0.0.1:2' } })).toMatchObject({ code: 2 });
  });

  test('keeps nothing that the server does not let in', async () => {
    expect(await run(['login', url()], { env: {}, input: `${key}x` })).toMatchObject({ code: 3 });
    expect(await run(['login', 'codes'], { env: {}, input: key })).toMatchObject({ code: 2 });
    expect(await run(['login', url()], { env: {} })).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('codes', () => {
  test('are made, found and fetched', async () => {
    const scene = mark();
    const create = ['codes', 'create', '--scene', scene, '--page', 'pages/a', '--name', '12 号桌/窗'];
    const { outcome, code } = await json(create);
    expect({ outcome, status: code.status }).toEqual({ outcome: 'generated', status: 'READY' });
    expect(await json(create)).toMatchObject({ outcome: 'existing' });
    const { items } = await json(['codes', 'list', '-q', scene, '--mini-program', '西湖小店']);
    expect(items).toMatchObject([{ id: code.id }]);
    const { files } = await json(['codes', 'download', code.id, '--format', 'png']);
    expect(files).toEqual([{ id: code.id, file: join(folder, '12 号桌_窗.png') }]);
    expect(readFileSync(files[0].file).subarray(1, 4).toString()).toBe('PNG');
    const told = await run([...create, '-o', 'mine.jpg']);
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining(code.id) });
    expect(readdirSync(folder).toSorted()).toEqual(['12 号桌_窗.png', 'mine.jpg']);
  });

  test('that are live are led elsewhere, planned for and taken back in one command', async () => {
    const live = (t: string) => insertLiveAt(systemActor('test'), appId, { t });
    const codes = [await live('1'), await live('2')];
    const ids = codes.map(({ id }) => id);
    const retarget = (...args: string[]) => json(['codes', 'retarget', ...ids, ...args]);
    const led = () => Promise.all(codes.map(({ key: liveKey }) => answerOf(liveKey)));
    const now = await retarget('--page', 'pages/new', '--parameter', 'shop=总店', 'from=a');
    expect(now).toMatchObject({ state: 'FINISHED', changed: 2, failed: 0 });
    const parameters = { t: '2', shop: '总店', from: 'a' };
    expect((await led())[1]).toEqual({ state: 'open', page: 'pages/new', parameters });
    await retarget('--pause', '稍后', '--scanned-page');
    expect((await led())[0]).toEqual({ state: 'paused', message: '稍后' });
    await retarget('--resume');
    expect(await json(['codes', 'undo', now.id])).toMatchObject({ changed: 0, isUndo: true });

    const rules = join(folder, 'rules.json');
    writeFileSync(rules, JSON.stringify([{ share: 20, page: 'pages/trial' }]));
    const plan = await retarget('--rules', rules, '--at', new Date(Date.now() + 3_600_000).toISOString());
    const planned = { startsAt: { gt: new Date() }, key: { in: codes.map(({ key: liveKey }) => liveKey) } };
    expect(await db().liveTarget.count({ where: planned })).toBe(2);
    await json(['codes', 'undo', plan.id]);
    expect(await db().liveTarget.count({ where: planned })).toBe(0);
    for (const args of [
      ['--pause', '--resume'],
      ['--page', 'a', '--scanned-page'],
      ['--filter', 'q=x'],
    ])
      expect(await run(['codes', 'retarget', ...ids, ...args])).toMatchObject({ code: 2 });
  });

  test('of the trial version get release codes', async () => {
    const create = ['codes', 'create', '--scene', mark(), '--env-version', 'trial', '--no-check-path'];
    const { code } = await json(create);
    const bulks = await BulkWorker.start({ alone: true });
    const made = await json(['codes', 'promote', code.id]);
    await bulks.stop();
    expect(made).toMatchObject({ kind: 'promote', state: 'FINISHED', changed: 1 });
  });

  test('end as it went', async () => {
    const reader = await newKey(['codes.read']);
    const env = { SUNCODE_URL: door.url.origin, SUNCODE_API_KEY: reader };
    const refused = await run(['codes', 'create', '--scene', 'a', '--json'], { env });
    expect(refused.code).toBe(3);
    expect(JSON.parse(refused.errors)).toMatchObject({ error: { exit: 3, problem: { code: 'FORBIDDEN' } } });
    const wrong = await run(['codes', 'create', '--scene', '中文']);
    expect(wrong).toMatchObject({ code: 3, errors: expect.stringContaining('scene: ') });
    expect(await run(['codes', 'create', '--mini-program', 'nothing'])).toMatchObject({ code: 2 });
    expect(await run(['codes', 'download', randomUUID()])).toMatchObject({ code: 3 });
    expect(await run(['codes', 'nothing'])).toMatchObject({ code: 2 });
    expect(await run(['quota', '--wrong'])).toMatchObject({ code: 2 });
    expect(await run(['quota'], { env: {} })).toMatchObject({ code: 2 });
    const nowhere = { SUNCODE_URL: 'http://127.0.0.1:2', SUNCODE_API_KEY: key };
    expect(await run(['quota'], { env: nowhere })).toMatchObject({ code: 1 });
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a batch', () => {
  test('is checked, started and waited for', async () => {
    const running = await worker.start();
    const rows = [1, 2, 3].map((at) => `${mark()},pages/a,${at} 号桌`);
    const batch = await json(['batch', 'create', csv(rows), '--wait']);
    await worker.stop(running);
    expect(batch).toMatchObject({ name: '桌码', state: 'FINISHED', counts: { total: 3, made: 3 } });
    const names = await db().code.findMany({ where: { batchId: batch.id }, select: { name: true } });
    expect(names.map(({ name }) => name).toSorted()).toEqual(['1 号桌', '2 号桌', '3 号桌']);
    expect(await json(['batch', 'show', batch.id])).toMatchObject({ state: 'FINISHED' });
  });

  test('whose rows were not all made says so', async () => {
    const running = await worker.start();
    const told = await run([
      'batch',
      'create',
      csv([`${mark()},pages/a,好`, '中文,pages/a,坏']),
      '--skip',
      '--wait',
    ]);
    await worker.stop(running);
    expect(told).toMatchObject({ code: 4, errors: expect.stringContaining('1 were left out') });
  });

  test('with a mistake is not started, and leaves nothing behind', async () => {
    const count = await db().batch.count();
    const file = csv([`${mark()},pages/a,好`, '中文,pages/a,坏']);
    expect(await run(['batch', 'create', file])).toMatchObject({
      code: 3,
      out: expect.stringContaining('scene'),
    });
    expect(await run(['batch', 'create', csv([`${mark()},pages/a,好`]), '--dry-run'])).toMatchObject({
      code: 0,
    });
    expect(await run(['batch', 'create', join(folder, 'none.csv')])).toMatchObject({ code: 2 });
    writeFileSync(join(folder, 'other.csv'), '%PDF-1.7');
    const other = await run(['batch', 'create', 'other.csv']);
    expect(other).toMatchObject({ code: 3, errors: expect.stringContaining('file: This is a PDF') });
    expect(await db().batch.count()).toBe(count);
  });

  test('of columns that are called as the fields of the API takes each as that field', async () => {
    const head = 'scene,page,name,note,width,envVersion,isHyaline,autoColor,checkPath';
    const scenes = [mark(), mark()];
    const rows = scenes.map((scene, at) => `${scene},pages/a,${at} 号,注,300,trial,true,1,no`);
    writeFileSync(join(folder, 'all.csv'), `${[head, ...rows].join('\n')}\n`);
    const batch = await json(['batch', 'create', 'all.csv']);
    const stored = await db().batchRow.findMany({
      where: { batchId: batch.id },
      orderBy: { rowNumber: 'asc' },
    });
    const look = { width: 300, envVersion: 'trial', isHyaline: true, autoColor: true, checkPath: false };
    expect(stored.map(({ name, note, parameters }) => ({ name, note, parameters }))).toMatchObject(
      scenes.map((scene, at) => ({
        name: `${at} 号`,
        note: '注',
        parameters: { scene, page: 'pages/a', ...look },
      })),
    );
  });

  test('may be a workbook, mapped by a setup template', async () => {
    const store = mark();
    const workbook = async (name: string, rows: string[][]) =>
      writeFileSync(
        join(folder, name),
        await writeXlsx({
          sheets: [
            { name: '说明', rows: [['看第二张']] },
            { name: '桌', rows },
          ],
        }),
      );
    await workbook('first.xlsx', [
      ['门店编号', '桌号'],
      [store, '1'],
      [store, '2'],
    ]);
    const { mapping } = await json(['batch', 'create', 'first.xlsx', '--dry-run', '--sheet', '桌']);
    expect(mapping.fields[0]).toEqual({ field: 'scene', template: 'store={门店编号}&table={桌号}' });
    const input = {
      miniProgramId: appId,
      source: { kind: 'paste' as const, text: `门店编号\t桌号\n${store}\t1` },
    };
    const batchId = await createDraft(systemActor('test'), input);
    const { plan } = await getDraft(systemActor('test'), batchId);
    const scene = { from: 'template' as const, template: 's={门店编号}&t={桌号}' };
    await savePlan(systemActor('test'), batchId, { ...plan, fields: { scene } });
    await savePreset(systemActor('test'), { batchId, name: `店桌 ${store}` });
    await workbook('next.xlsx', [
      ['桌号', '门店编号'],
      ['7', store],
      ['8', store],
    ]);
    const preset = ['--preset', `店桌 ${store}`];
    const running = await worker.start();
    const batch = await json(['batch', 'create', 'next.xlsx', ...preset, '--wait']);
    await worker.stop(running);
    expect(batch).toMatchObject({ name: 'next', state: 'FINISHED', counts: { made: 2 } });
    const codes = await db().code.findMany({ where: { batchId: batch.id }, orderBy: { scene: 'asc' } });
    expect(codes.map((code) => code.scene)).toEqual([`s=${store}&t=7`, `s=${store}&t=8`]);
    const lacking = await run(['batch', 'create', csv([`${mark()},pages/a,好`]), ...preset]);
    expect(lacking).toMatchObject({ code: 3, errors: expect.stringContaining('no column named “门店编号”') });
    expect(await run(['batch', 'create', 'next.xlsx', '--preset', mark()])).toMatchObject({ code: 3 });
    expect(await run(['batch', 'create', 'next.xlsx', '--sheet', '没有'])).toMatchObject({ code: 3 });
  });

  test('goes on after Ctrl-C', async () => {
    const scene = mark();
    const child = begin(['batch', 'create', csv([`${scene},pages/a,好`]), '--wait', '--name', scene]);
    const end = ended(child, exitOf(child));
    const { id } = await until(() => db().batch.findFirst({ where: { name: scene, state: 'RUNNING' } }));
    child.kill('SIGINT');
    expect(await end).toMatchObject({
      code: 130,
      errors: expect.stringContaining(`suncode batch wait ${id}`),
    });
    expect(await db().batch.findUnique({ where: { id } })).toMatchObject({ state: 'RUNNING' });
    const running = await worker.start();
    expect(await run(['batch', 'wait', id])).toMatchObject({ code: 0 });
    await worker.stop(running);
  });
});

describe('an export', () => {
  const made = async (known: string[]) => {
    const id = await until(async () => {
      const found = await db().export.findFirst({ where: { id: { notIn: known } }, select: { id: true } });
      return found?.id ?? null;
    });
    await makeExport(id);
  };
  const knownIds = async () => (await db().export.findMany({ select: { id: true } })).map(({ id }) => id);

  test('is asked for, waited for and fetched', async () => {
    await json(['codes', 'create', '--scene', mark(), '--name', '导出']);
    const known = await knownIds();
    const asked = run(['export', '--filter', 'q=导出', '--format', 'zip', '-o', 'codes.zip', '--json']);
    await made(known);
    const { code, out } = await asked;
    expect({ code, told: JSON.parse(out) }).toMatchObject({ code: 0, told: { state: 'finished', count: 1 } });
    expect(readFileSync(join(folder, 'codes.zip')).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder)).toEqual(['codes.zip']);
    expect(await run(['export', '--filter', `q=${randomUUID()}`])).toMatchObject({ code: 3 });
    expect(await run(['export', '--all', '--batch', randomUUID()])).toMatchObject({ code: 2 });
  });

  test('whose connection breaks leaves no half file, and the file of before as it was', async () => {
    const bytes = Buffer.alloc(100_000, 'x');
    const half = createServer((asked, answer) => {
      if (!asked.url?.endsWith('/file'))
        return void answer
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ id: randomUUID(), state: 'finished', done: 1, total: 1, fileName: 'a.zip' }));
      answer.writeHead(200, { 'content-length': bytes.length });
      answer.write(bytes.subarray(0, 50_000), () => answer.destroy());
    });
    await new Promise<void>((resolve) => half.listen(0, '127.0.0.1', resolve));
    const address = half.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    writeFileSync(join(folder, 'codes.zip'), 'before');
    const env = { SUNCODE_URL: `http://127.0.0.1:${port}`, SUNCODE_API_KEY: key };
    const told = await run(['export', '--all', '-o', 'codes.zip'], { env });
    half.closeAllConnections();
    half.close();
    expect(told.code).toBe(1);
    expect(readdirSync(folder)).toEqual(['codes.zip']);
    expect(readFileSync(join(folder, 'codes.zip'), 'utf8')).toBe('before');
  });
});

test('the bundle needs nothing but Node', async () => {
  await run(['--version']);
  const command = join(folder, 'suncode.mjs');
  cpSync(join(ROOT, 'scripts/cli/dist/suncode.js'), command);
  expect(await run(['quota'], { command })).toMatchObject({
    code: 0,
    out: expect.stringContaining('西湖小店'),
  });
});
