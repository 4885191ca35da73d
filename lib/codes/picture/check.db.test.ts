import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { putObject } from '@/lib/storage/storage';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { findStrays, lookAtPictures, removeStrays } from './check';
import { fetchAgain } from './repair';

const weChat = useWeChat();
useDatabase();

const DAY_MS = 24 * 60 * 60 * 1000;
let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  await db().code.deleteMany();
  rmSync(join(env().DATA_DIR, 'storage/codes'), { recursive: true, force: true });
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const pathOf = (key: string) => join(env().DATA_DIR, 'storage', key);

async function make(scene?: string): Promise<{ id: string; path: string }> {
  const parameters =
    scene === undefined
      ? { endpoint: 'getwxacode' as const, path: 'pages/a' }
      : { endpoint: 'getwxacodeunlimit' as const, scene };
  const { codeId: id } = await generateCode(actor, { miniProgramId, ...parameters });
  const { imageKey } = await db().code.findUniqueOrThrow({ where: { id } });
  return { id, path: pathOf(imageKey ?? '') };
}

async function gather<T>(steps: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const step of steps) all.push(step);
  return all;
}

const broken = async () => (await gather(lookAtPictures())).flatMap((looked) => looked.broken);
const strays = async () => (await gather(findStrays())).flatMap(({ keys }) => keys);

test('nothing is wrong with what was made', async () => {
  await make();
  await make('a');
  expect(await gather(lookAtPictures())).toEqual([{ codes: 2, broken: [] }]);
  expect(await strays()).toEqual([]);
});

test('pictures that are missing or damaged are named, and fetched again for nothing', async () => {
  const [limited, unlimited] = [await make(), await make('a')];
  rmSync(limited.path);
  writeFileSync(unlimited.path, 'half of it');
  const found = await broken();
  expect(found.map(({ id, state }) => ({ id, state }))).toEqual([
    { id: limited.id, state: 'missing' },
    { id: unlimited.id, state: 'damaged' },
  ]);
  for (const code of found) expect(await fetchAgain(code)).toEqual({ kind: 'fetched' });
  expect(await broken()).toEqual([]);
  expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
});

test('one that WeChat might count is not fetched', async () => {
  const { path } = await make();
  rmSync(path);
  await db().quotaEntry.deleteMany({ where: { miniProgramId } });
  const calls = weChat.codeCalls.length;
  expect(await Promise.all((await broken()).map(fetchAgain))).toEqual([{ kind: 'wouldCost' }]);
  expect(weChat.codeCalls).toHaveLength(calls);
});

test('why one could not be fetched is said', async () => {
  const { path } = await make('a');
  rmSync(path);
  await db().miniProgram.update({ where: { id: miniProgramId }, data: { disabledAt: new Date() } });
  expect(await Promise.all((await broken()).map(fetchAgain))).toEqual([
    { kind: 'failed', reason: 'APP_DISABLED' },
  ]);
});

test('a code in the trash is left alone', async () => {
  const { id, path } = await make();
  rmSync(path);
  await db().code.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await broken()).toEqual([]);
});

test('pictures of no code are found once they are a day old, and removed; all others stay', async () => {
  const kept = await make();
  const old = new Date(Date.now() - DAY_MS - 60_000);
  const gone = `codes/${miniProgramId}/01900000-0000-7000-8000-000000000000`;
  const [stray, young, shared, before] = [
    `${gone}.jpg`,
    `${gone}.png`,
    'codes/shared.v1.jpg',
    `codes/${miniProgramId}/${kept.id}.gif`,
  ];
  for (const key of [stray, young, shared, before, 'thumbnails/x.webp'])
    await putObject(key, Buffer.from('x'));
  for (const path of [stray, shared, before, 'thumbnails/x.webp'].map(pathOf)) utimesSync(path, old, old);
  utimesSync(kept.path, old, old);
  const found = await strays();
  expect(found.toSorted()).toEqual([stray, before].toSorted());
  await removeStrays(found);
  expect(await strays()).toEqual([]);
  for (const path of [kept.path, ...[young, shared, 'thumbnails/x.webp'].map(pathOf)])
    expect(existsSync(path)).toBe(true);
  expect(readdirSync(pathOf(`codes/${miniProgramId}`))).toHaveLength(2);
});
