import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { getLive } from '@/lib/live/queries';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { listOtherVersions, promoteCode } from './promote';
import type { GenerateCodeInput } from './schema';
import { generateCode, regenerateCode } from './service';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

const TABLE_7 = { name: '7 号桌', scene: 't=7', page: 'pages/menu', width: 640, checkPath: false } as const;

type Unlimited = Partial<Extract<GenerateCodeInput, { endpoint: 'getwxacodeunlimit' }>>;

async function trialCode(input: Unlimited = {}): Promise<string> {
  const unlimited = { endpoint: 'getwxacodeunlimit', envVersion: 'trial', ...TABLE_7 } as const;
  return (await generateCode(actor, { ...unlimited, miniProgramId, ...input })).codeId;
}

async function limitedTrialCode(appId = miniProgramId): Promise<string> {
  const limited = { endpoint: 'getwxacode', path: 'pages/a', envVersion: 'trial' } as const;
  return (await generateCode(actor, { miniProgramId: appId, ...limited })).codeId;
}

const find = (id: string) => db().code.findUniqueOrThrow({ where: { id } });
const countCodes = () => db().code.count({ where: { miniProgramId } });
const ofCode = (targetId: string) =>
  db().auditEvent.findMany({ where: { targetId }, orderBy: { at: 'asc' } });

describe('the release code', () => {
  test('stands beside the trial code with what that one was given, and its page is checked', async () => {
    const nameKey = randomUUID();
    const folderId = (await db().folder.create({ data: { name: '静安寺店', nameKey } })).id;
    const tag = await db().tag.create({ data: { name: '桌贴', nameKey: randomUUID(), color: 'blue' } });
    const purpose = { key: 'table', values: { table: '7' }, printCm: 5 };
    const id = await trialCode({ note: '靠窗', purpose });
    await db().code.update({ where: { id }, data: { folderId, tagIds: [tag.id] } });
    const before = await find(id);
    const other = await insertActor('OPERATOR');
    const { codeId, outcome } = await promoteCode(other, id);
    expect(outcome).toBe('generated');
    const { name, note, scene, page, width, purposeKey, purposeInput } = before;
    expect(await find(codeId)).toMatchObject({
      ...{ name, note, scene, page, width, purposeKey, purposeInput, folderId, tagIds: [tag.id] },
      ...{ envVersion: 'release', checkPath: true, status: 'READY', createdById: other.id, batchId: null },
    });
    expect(await find(id)).toEqual(before);
    expect(weChat.codeCalls[1]?.body).toMatchObject({ env_version: 'release', check_path: true });
  });

  test('is made once: whoever asks again is told which it is, and nothing is called', async () => {
    const id = await limitedTrialCode();
    const { codeId } = await promoteCode(actor, id);
    expect(await promoteCode(actor, id)).toEqual({ codeId, outcome: 'existing' });
    expect(weChat.codeCalls).toHaveLength(2);
    expect(await quotaState(miniProgramId)).toEqual({ used: 2, entries: 2 });
  });

  test('costs what a code of its kind costs', async () => {
    await promoteCode(actor, await trialCode());
    expect(await quotaState(miniProgramId)).toEqual({ used: 0, entries: 0 });
    const { codeId } = await promoteCode(actor, await limitedTrialCode());
    expect(await find(codeId)).toMatchObject({ quotaCost: 1, quotaCountAfter: 2 });
  });

  test('is the one that somebody has made by hand, checked or not', async () => {
    const made = await trialCode({ envVersion: 'release', checkPath: false });
    expect(await promoteCode(actor, await trialCode())).toEqual({ codeId: made, outcome: 'existing' });
  });

  test('is one of the trial and the development code of the same parameters', async () => {
    const { codeId } = await promoteCode(actor, await trialCode());
    const develop = await trialCode({ envVersion: 'develop' });
    expect(await promoteCode(actor, develop)).toEqual({ codeId, outcome: 'existing' });
  });

  test('is made once when two press together', async () => {
    const id = await trialCode();
    const both = await Promise.all([promoteCode(actor, id), promoteCode(actor, id)]);
    expect(new Set(both.map(({ codeId }) => codeId)).size).toBe(1);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['existing', 'generated']);
    expect(await countCodes()).toBe(2);
  });

  test('that lies in the trash is made anew, and one in the archive is the one', async () => {
    const id = await trialCode();
    const { codeId } = await promoteCode(actor, id);
    await db().code.update({ where: { id: codeId }, data: { archivedAt: new Date() } });
    expect(await promoteCode(actor, id)).toMatchObject({ codeId });
    await db().code.update({ where: { id: codeId }, data: { deletedAt: new Date() } });
    expect((await promoteCode(actor, id)).codeId).not.toBe(codeId);
  });

  test('that WeChat refuses is kept with its words, and asked for again by the next press', async () => {
    const id = await limitedTrialCode();
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const { codeId } = await promoteCode(actor, id);
    expect(await find(codeId)).toMatchObject({ status: 'FAILED', errcode: 41030, quotaCost: 0 });
    expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
    weChat.onCode(() => 'as usual');
    expect(await promoteCode(actor, id)).toEqual({ codeId, outcome: 'generated' });
    expect(await find(codeId)).toMatchObject({ status: 'READY', attempts: 2 });
    expect(await countCodes()).toBe(2);
  });

  test('is written down at both codes, by whoever asked', async () => {
    const id = await trialCode();
    const { codeId } = await promoteCode(actor, id);
    const by = { actorId: actor.id, targetName: '7 号桌' };
    expect((await ofCode(id)).at(-1)).toMatchObject({ action: 'code.promote', ...by });
    expect(await ofCode(codeId)).toMatchObject([{ action: 'code.create', ...by }]);
  });

  test('of a live code has its key once it is ready, so that the trial code can go', async () => {
    const id = await trialCode({ live: { page: 'pages/menu', parameters: { table: '7' } } });
    const keyOf = async (codeId: string) => (await getLive(actor, codeId)) !== null;
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const { codeId } = await promoteCode(actor, id);
    expect((await find(codeId)).scene).toBe((await find(id)).scene);
    expect([await keyOf(id), await keyOf(codeId)]).toEqual([true, false]);
    weChat.onCode(() => 'as usual');
    await regenerateCode(actor, codeId);
    expect([await keyOf(id), await keyOf(codeId)]).toEqual([false, true]);
    await db().code.update({ where: { id: codeId }, data: { deletedAt: new Date() } });
    const again = await promoteCode(actor, id);
    expect(await keyOf(again.codeId)).toBe(true);
  });
});

describe('nothing is made', () => {
  const refused = async (id: string, code: string, by = actor) => {
    const before = await countCodes();
    await expect(promoteCode(by, id)).rejects.toMatchObject({ code });
    expect(await countCodes()).toBe(before);
  };

  test('of a code that opens the release version already, or knows none', async () => {
    await refused(await trialCode({ envVersion: 'release', page: 'pages/index' }), 'CODE_RELEASED');
    const square = { endpoint: 'createwxaqrcode', path: 'pages/a', miniProgramId } as const;
    await refused((await generateCode(actor, square)).codeId, 'CODE_RELEASED');
  });

  test('of a code that failed, is being made or lies in the trash', async () => {
    const { id } = await insertCode({ miniProgramId, envVersion: 'trial', status: 'FAILED' });
    await refused(id, 'NO_PICTURE');
    await db().code.update({ where: { id }, data: { status: 'GENERATING' } });
    await refused(id, 'CODE_BUSY');
    await db().code.update({ where: { id }, data: { status: 'READY', deletedAt: new Date() } });
    await refused(id, 'NOT_FOUND');
  });

  test('for whoever may only look, or does not see the Mini Program', async () => {
    const id = await trialCode();
    await refused(id, 'FORBIDDEN', await insertActor('VIEWER'));
    await refused(id, 'NOT_FOUND', { ...actor, sees: [(await insertApp()).id] });
    await expect(listOtherVersions({ ...actor, sees: [] }, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('where the quota has no room', async () => {
    const full = await insertApp({ quotaBaseline: 99_999 });
    const id = await limitedTrialCode(full.id);
    await expect(promoteCode(actor, id)).rejects.toMatchObject({ code: 'QUOTA_EXHAUSTED' });
    expect(await db().code.count({ where: { miniProgramId: full.id } })).toBe(1);
  });
});

test('each code tells of those that are the same in other versions', async () => {
  const id = await trialCode();
  expect(await listOtherVersions(actor, id)).toEqual([]);
  const { codeId } = await promoteCode(actor, id);
  await trialCode({ scene: 't=8' });
  const name = '7 号桌';
  const status = 'READY';
  expect(await listOtherVersions(actor, id)).toEqual([{ id: codeId, name, status, version: 'release' }]);
  expect(await listOtherVersions(actor, codeId)).toEqual([{ id, name, status, version: 'trial' }]);
  await db().code.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await listOtherVersions(actor, codeId)).toEqual([]);
});
