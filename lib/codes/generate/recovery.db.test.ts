import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code, MiniProgram } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { getPicture } from '@/lib/codes/find/queries';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { generateCode, regenerateCode } from './service';
import { sweepOrphans } from './sweeper';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
});

const find = (id: string): Promise<Code> => db().code.findUniqueOrThrow({ where: { id } });

async function generate(path = 'pages/index'): Promise<Code> {
  const input = { miniProgramId: app.id, endpoint: 'getwxacode' as const, path };
  return find((await generateCode(actor, input)).codeId);
}

function pathOf({ imageKey }: Code): string {
  return join(env().DATA_DIR, 'storage', imageKey ?? '');
}

/** A code whose process died after its reservation: nobody knows whether WeChat was asked. */
async function orphan(leaseExpiresAt: Date): Promise<Code> {
  const code = await generate();
  rmSync(pathOf(code));
  const picture = { imageKey: null, imageType: null, imageSha256: null, imageBytes: null, generatedAt: null };
  await db().quotaEntry.updateMany({ where: { miniProgramId: app.id }, data: { state: 'RESERVED' } });
  return db().code.update({
    where: { id: code.id },
    data: { ...picture, status: 'GENERATING', leaseExpiresAt },
  });
}

const past = () => new Date(Date.now() - 1);
const future = () => new Date(Date.now() + 60_000);

describe('the sweeper', () => {
  test('finishes a code that a dead process left, and it has cost once', async () => {
    const { id } = await orphan(past());
    expect(await sweepOrphans({ allOrphaned: false })).toBe(1);
    expect(await find(id)).toMatchObject({
      status: 'READY',
      attempts: 2,
      quotaCost: 1,
      leaseExpiresAt: null,
    });
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
    expect((await getPicture(actor, id)).type).toBe('image/jpeg');
  });

  test('keeps the place in the quota when WeChat cannot say whether it was counted', async () => {
    const { id } = await orphan(past());
    weChat.onCode(() => refusal(45009, 'reach max api daily quota limit'));
    await sweepOrphans({ allOrphaned: false });
    expect(await find(id)).toMatchObject({ status: 'FAILED', errcode: 45009, quotaCost: 1 });
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
  });

  test('leaves a code alone that somebody is generating', async () => {
    const { id } = await orphan(future());
    expect(await sweepOrphans({ allOrphaned: false })).toBe(0);
    expect(await find(id)).toMatchObject({ status: 'GENERATING' });
    expect(await sweepOrphans({ allOrphaned: true })).toBe(1);
  });

  test('takes a code once, also when several sweep together', async () => {
    await orphan(past());
    const before = weChat.codeCalls.length;
    const finished = await Promise.all([1, 2, 3].map(() => sweepOrphans({ allOrphaned: false })));
    expect(finished.sort()).toEqual([0, 0, 1]);
    expect(weChat.codeCalls).toHaveLength(before + 1);
  });

  test('finishes more than fit in one look', async () => {
    // The database itself writes `searchText`.
    const {
      id,
      createdAt: _created,
      searchText: _searched,
      purposeInput: _none,
      ...row
    } = await orphan(past());
    await db().code.createMany({
      data: Array.from({ length: 44 }, (_, n) => ({
        ...row,
        path: `pages/${n}`,
        fingerprint: `${row.fingerprint}-${n}`,
      })),
    });
    expect(await sweepOrphans({ allOrphaned: false })).toBe(45);
    expect(await db().code.count({ where: { miniProgramId: app.id, status: 'READY' } })).toBe(45);
    expect(await find(id)).toMatchObject({ status: 'READY' });
  });
});

describe('regenerating', () => {
  test('makes a code that failed', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const { id } = await generate();
    weChat.onCode(() => 'as usual');
    await regenerateCode(actor, id);
    expect(await find(id)).toMatchObject({
      status: 'READY',
      errcode: null,
      errmsg: null,
      rid: null,
      attempts: 2,
    });
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
    const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual(['code.create', 'code.regenerate']);
  });

  test.each([
    ['missing', (code: Code) => rmSync(pathOf(code))],
    ['damaged', (code: Code) => writeFileSync(pathOf(code), 'not what WeChat sent')],
  ])('fetches a picture again that is %s in the store, at no cost', async (_, damage) => {
    const code = await generate();
    damage(code);
    await expect(getPicture(actor, code.id)).rejects.toMatchObject({ code: 'NO_PICTURE' });
    await regenerateCode(actor, code.id);
    expect((await getPicture(actor, code.id)).bytes.byteLength).toBe(code.imageBytes);
    expect(await quotaState(app.id)).toEqual({ used: 1, entries: 1 });
  });

  test('refuses a code whose picture is whole', async () => {
    const { id } = await generate();
    await expect(regenerateCode(actor, id)).rejects.toMatchObject({ code: 'CODE_NOT_FAILED' });
    expect(weChat.codeCalls).toHaveLength(1);
  });

  test('refuses a code that is being generated, and one that nobody knows', async () => {
    const { id } = await orphan(future());
    await expect(regenerateCode(actor, id)).rejects.toMatchObject({ code: 'CODE_BUSY' });
    await expect(regenerateCode(actor, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('asked for by many at once calls WeChat once', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const { id } = await generate();
    weChat.onCode(() => 'as usual');
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => regenerateCode(actor, id)));
    expect(weChat.codeCalls).toHaveLength(2);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
