import { beforeAll, describe, expect, test } from 'vitest';
import { GOOD_DAY, type SandboxPlay } from '@/lib/apps/sandbox/schema';
import { endSandboxTokens, getSandboxView, resetSandbox, updateSandbox } from '@/lib/apps/sandbox/service';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { generateCode } from './service';

// Each setting of the sandbox page, and what an operator sees of it.
useDatabase();

let admin: UserActor;
beforeAll(async () => {
  admin = await insertActor('ADMIN');
});

async function newSandbox(play: Partial<SandboxPlay> = {}): Promise<string> {
  const { id } = await insertApp({ mode: 'SANDBOX' });
  await updateSandbox(admin, id, { ...GOOD_DAY, ...play });
  return id;
}

/** A restart forgets what the sandbox held in memory; the next one begins with what is stored. */
function restart(): void {
  globalThis.suncodeSandbox = undefined;
}

async function make(miniProgramId: string, page = '', scene = 'a=1') {
  const { codeId } = await generateCode(admin, { miniProgramId, endpoint: 'getwxacodeunlimit', scene, page });
  return db().code.findUniqueOrThrow({ where: { id: codeId } });
}

async function makeLimited(miniProgramId: string, path: string) {
  const { codeId } = await generateCode(admin, { miniProgramId, endpoint: 'getwxacode', path });
  return db().code.findUniqueOrThrow({ where: { id: codeId } });
}

describe('the sandbox plays', () => {
  test.each([41030, 45009, 48001])('a failure with %i, also after a restart', async (failureErrcode) => {
    const id = await newSandbox({ failurePercent: 100, failureErrcode });
    expect(await make(id)).toMatchObject({ status: 'FAILED', errcode: failureErrcode });
    restart();
    expect(await make(id)).toMatchObject({ status: 'FAILED', errcode: failureErrcode });
  });

  test('released pages, one a line', async () => {
    const id = await newSandbox({ releasedPages: ' pages/index/index \n\npages/a' });
    expect(await make(id, 'pages/a')).toMatchObject({ status: 'READY' });
    expect(await make(id, 'pages/b')).toMatchObject({ status: 'FAILED', errcode: 41030 });
  });

  test('a quota that others have used, and its end', async () => {
    const id = await newSandbox({ quotaLimit: 41, quotaElsewhere: 40 });
    expect(await makeLimited(id, 'pages/a')).toMatchObject({ status: 'READY' });
    expect(await getSandboxView(admin, id)).toMatchObject({ quotaUsed: 41 });
    expect(await makeLimited(id, 'pages/b')).toMatchObject({ status: 'FAILED', errcode: 45029 });
  });

  test.each([
    ['expire', 'expiredEarly'],
    ['replace', 'replaced'],
  ] as const)('tokens that end (%s): the code is made, and an event tells', async (how, kind) => {
    const id = await newSandbox();
    await make(id);
    await endSandboxTokens(admin, id, how);
    expect(await make(id, '', 'b=2')).toMatchObject({ status: 'READY' });
    expect(await db().tokenEvent.findMany({ where: { miniProgramId: id } })).toMatchObject([{ kind }]);
  });

  test('no other system after a restart: the token in use is known to the new sandbox', async () => {
    const id = await newSandbox();
    await make(id);
    restart();
    expect(await make(id, '', 'b=2')).toMatchObject({ status: 'READY' });
    expect(await db().tokenEvent.count({ where: { miniProgramId: id } })).toBe(0);
  });
});

describe('a sandbox', () => {
  test('is itself again after a reset', async () => {
    const id = await newSandbox({ failurePercent: 100, quotaElsewhere: 40 });
    await resetSandbox(admin, id);
    expect(await getSandboxView(admin, id)).toMatchObject({ play: GOOD_DAY, quotaUsed: 0 });
    expect(await make(id)).toMatchObject({ status: 'READY' });
  });

  test('takes no nonsense, no live Mini Program and no operator', async () => {
    const id = await newSandbox();
    const wrong = updateSandbox(admin, id, { ...GOOD_DAY, failurePercent: 101, failureErrcode: 1 });
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const { id: live } = await insertApp();
    await expect(updateSandbox(admin, live, GOOD_DAY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getSandboxView(await insertActor(), id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
