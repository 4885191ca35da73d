import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import type { UserActor } from '@/lib/auth/actor';
import { storePicture } from '@/lib/codes/picture';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { exportSelection } from './service';

useDatabase();

let viewer: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  viewer = await insertActor('VIEWER');
  miniProgramId = (await insertApp({ name: '门店' })).id;
});

async function insertPicture(
  name: string,
  bytes: Uint8Array,
  type: 'image/jpeg' | 'image/png' = 'image/jpeg',
) {
  const code = await insertCode({ miniProgramId, name });
  const picture = {
    kind: 'picture',
    bytes,
    mediaType: type,
    widthPx: 430,
    heightPx: 430,
    numUsed: null,
  } as const;
  return db().code.update({ where: { id: code.id }, data: await storePicture(code, picture) });
}

type Entry = { name: string; bytes: Buffer; isStored: boolean };

async function readZip(stream: ReadableStream<Uint8Array>): Promise<Entry[]> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(
    Buffer.from(await new Response(stream).arrayBuffer()),
    { lazyEntries: true },
  );
  const entries: Entry[] = [];
  const open = promisify(zip.openReadStream.bind(zip));
  return new Promise((resolve, reject) => {
    zip.on('entry', async (entry: yauzl.Entry) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await open(entry)) chunks.push(chunk);
      entries.push({
        name: entry.fileName,
        bytes: Buffer.concat(chunks),
        isStored: entry.compressionMethod === 0,
      });
      zip.readEntry();
    });
    zip.on('error', reject).on('end', () => resolve(entries));
    zip.readEntry();
  });
}

async function exported(codes: Code[]) {
  const { name, stream } = await exportSelection(
    viewer,
    codes.map(({ id }) => id),
  );
  const entries = await readZip(stream);
  const manifest = entries.at(-1)?.bytes.toString('utf8') ?? '';
  return { name, entries, manifest, rows: manifest.trim().split('\r\n').slice(1) };
}

describe('an export', () => {
  test('holds each picture byte for byte under the name of its code, and the manifest last', async () => {
    const first = await insertPicture('人民广场店 1 号桌', Buffer.from('picture one'));
    const second = await insertPicture('会员/贴纸', Buffer.from('picture two'), 'image/png');
    const { name, entries, manifest, rows } = await exported([second, first]);
    expect(name).toMatch(/^suncode-\d{4}-\d\d-\d\d-2\.zip$/);
    expect(entries.map(({ name: file, isStored }) => [file, isStored])).toEqual([
      ['会员_贴纸.png', true],
      ['人民广场店 1 号桌.jpg', true],
      ['manifest.csv', true],
    ]);
    expect(entries.slice(0, 2).map(({ bytes }) => bytes.toString())).toEqual(['picture two', 'picture one']);
    expect(manifest.startsWith('\uFEFFfile,picture,id,name,')).toBe(true);
    expect(rows).toHaveLength(2);
    for (const [row, entry] of [[rows[0], entries[0]] as const, [rows[1], entries[1]] as const]) {
      expect(row?.startsWith(`${entry?.name},ok,`)).toBe(true);
      expect(row).toContain(
        createHash('sha256')
          .update(entry?.bytes ?? '')
          .digest('hex'),
      );
    }
  });

  test('numbers codes of one name', async () => {
    const codes = [await insertPicture('桌', Buffer.from('1')), await insertPicture('桌', Buffer.from('2'))];
    const { entries } = await exported(codes);
    expect(entries.map(({ name }) => name)).toEqual(['桌.jpg', '桌 (2).jpg', 'manifest.csv']);
  });

  test('says in the manifest which picture is missing in the store', async () => {
    const [whole, gone] = [
      await insertPicture('whole', Buffer.from('1')),
      await insertPicture('gone', Buffer.from('2')),
    ];
    rmSync(join(env().DATA_DIR, 'storage', gone.imageKey ?? ''));
    const { entries, rows } = await exported([gone, whole]);
    expect(entries.map(({ name }) => name)).toEqual(['whole.jpg', 'manifest.csv']);
    expect(rows[0]).toMatch(new RegExp(`^,missing,${gone.id},gone,`));
  });

  test('lets no spreadsheet run a name as a formula', async () => {
    const { rows } = await exported([
      await insertPicture('=HYPERLINK("http://evil.example")', Buffer.from('1')),
    ]);
    expect(rows[0]).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  test('leaves out what was deleted or has failed, and what is named twice', async () => {
    const code = await insertPicture('one', Buffer.from('1'));
    const failed = await insertCode({ miniProgramId, status: 'FAILED' });
    const deleted = await insertCode({ miniProgramId, deletedAt: new Date() });
    const { entries } = await exported([code, failed, deleted, code]);
    expect(entries.map(({ name }) => name)).toEqual(['one.jpg', 'manifest.csv']);
    await expect(exported([failed, deleted])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is written down with what it held', async () => {
    const code = await insertPicture('one', Buffer.from('1'));
    await text((await exportSelection(viewer, [code.id])).stream);
    const [event] = await db().auditEvent.findMany({ where: { actorId: viewer.id } });
    expect(event).toMatchObject({ action: 'export.create', details: { codeIds: [code.id], count: 1 } });
  });

  test.each([
    [[]],
    ['all'],
    [[7]],
    [null],
    [Array.from({ length: SELECTION_MAX_CODES + 1 }, (_, n) => String(n))],
  ])('of the selection %j is refused', async (selection) => {
    await expect(exportSelection(viewer, selection)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
