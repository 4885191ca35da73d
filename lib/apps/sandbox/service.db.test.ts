import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { GOOD_DAY } from './schema';
import { endSandboxTokens, getSandboxView, resetSandbox, updateSandbox } from './service';

useDatabase();

let admin: UserActor;
let app: string;

beforeAll(async () => {
  admin = await insertActor('ADMIN');
});

beforeEach(async () => {
  app = (await insertApp({ mode: 'SANDBOX' })).id;
});

const badDay = { ...GOOD_DAY, failurePercent: 100, failureErrcode: 45009 };
const generate = () =>
  generateCode(admin, { miniProgramId: app, endpoint: 'getwxacode', path: 'pages/index' });
const statusOf = async ({ codeId }: { codeId: string }) =>
  (await db().code.findUniqueOrThrow({ where: { id: codeId } })).status;
const auditOf = async () =>
  (
    await db().auditEvent.findMany({ where: { targetId: app, actorId: admin.id }, orderBy: { at: 'asc' } })
  ).map(({ action }) => action);

describe.each(['OPERATOR', 'VIEWER'] as const)('as %s', (role) => {
  test('the settings of a sandbox are neither seen nor changed', async () => {
    const actor = await insertActor(role);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(getSandboxView(actor, app)).rejects.toMatchObject(forbidden);
    await expect(updateSandbox(actor, app, badDay)).rejects.toMatchObject(forbidden);
    await expect(resetSandbox(actor, app)).rejects.toMatchObject(forbidden);
    await expect(endSandboxTokens(actor, app, 'expire')).rejects.toMatchObject(forbidden);
    expect((await getSandboxView(admin, app)).play).toEqual(GOOD_DAY);
  });
});

describe('as an administrator', () => {
  test('a bad day is played from the next call on, until the sandbox is reset', async () => {
    await updateSandbox(admin, app, badDay);
    expect((await getSandboxView(admin, app)).play).toEqual(badDay);
    expect(await statusOf(await generate())).toBe('FAILED');
    await resetSandbox(admin, app);
    expect(await statusOf(await generate())).toBe('READY');
    expect(await getSandboxView(admin, app)).toMatchObject({ play: GOOD_DAY, quotaUsed: 1 });
    expect(await auditOf()).toEqual(['sandbox.update', 'sandbox.reset']);
  });

  test('a reset forgets what WeChat counted and told', async () => {
    await generate();
    const told = () => db().miniProgram.findUniqueOrThrow({ where: { id: app } });
    expect(await told()).toMatchObject({ numUsed: 1, countAtNumUsed: 1 });
    await resetSandbox(admin, app);
    expect(await told()).toMatchObject({
      numUsed: null,
      numUsedAt: null,
      countAtNumUsed: null,
      quotaUsed: 1,
    });
    expect((await getSandboxView(admin, app)).quotaUsed).toBe(0);
  });

  test('tokens end at once, and the next call fetches another one', async () => {
    await generate();
    const tokenOf = () => db().accessToken.findUniqueOrThrow({ where: { miniProgramId: app } });
    const before = await tokenOf();
    await endSandboxTokens(admin, app, 'replace');
    const again = { miniProgramId: app, endpoint: 'getwxacode' as const, path: 'pages/other' };
    expect(await statusOf(await generateCode(admin, again))).toBe('READY');
    expect((await tokenOf()).ciphertext).not.toBe(before.ciphertext);
    expect(await auditOf()).toContain('sandbox.endTokens');
  });

  test('a live Mini Program has no such settings', async () => {
    const { id } = await insertApp({ mode: 'LIVE' });
    const notFound = { code: 'NOT_FOUND' };
    await expect(getSandboxView(admin, id)).rejects.toMatchObject(notFound);
    await expect(updateSandbox(admin, id, badDay)).rejects.toMatchObject(notFound);
    await expect(resetSandbox(admin, id)).rejects.toMatchObject(notFound);
    await expect(endSandboxTokens(admin, id, 'expire')).rejects.toMatchObject(notFound);
  });

  test('a setting out of range is refused by its name, and the others stay', async () => {
    const bad = { ...GOOD_DAY, failurePercent: 101 };
    await expect(updateSandbox(admin, app, bad)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'failurePercent' }],
    });
    expect((await getSandboxView(admin, app)).play).toEqual(GOOD_DAY);
  });
});
