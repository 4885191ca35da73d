import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode, regenerateCode } from '@/lib/codes/generate/service';
import { sweepOrphans } from '@/lib/codes/generate/sweeper';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat, type Behaviour } from '@/lib/testing/stand-ins/wechat-stand-in';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';

const weChat = useWeChat();
useDatabase();

let actor: UserActor;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
});

const input = (miniProgramId: string, path: string) => ({
  miniProgramId,
  endpoint: 'createwxaqrcode' as const,
  path,
});

async function audits(miniProgramId: string): Promise<number> {
  const codes = await db().code.findMany({ where: { miniProgramId }, select: { id: true } });
  return db().auditEvent.count({ where: { targetId: { in: codes.map(({ id }) => id) } } });
}

describe('the last of the 100,000', () => {
  test('are given to exactly as many as there are, however many press the button together', async () => {
    const { id } = await insertApp({ quotaBaseline: LIMITED_CODES_MAX - 10 });
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        generateCode(
          actor,
          n % 2 ? input(id, `pages/c?n=${n}`) : { ...input(id, `pages/a?n=${n}`), endpoint: 'getwxacode' },
        ),
      ),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toHaveLength(40);
    for (const reason of refused)
      expect(reason).toMatchObject({ code: 'QUOTA_EXHAUSTED', values: { used: 100_000, limit: 100_000 } });
    expect(weChat.codeCalls).toHaveLength(10);
    expect(await quotaState(id)).toEqual({ used: 10, entries: 10 });
    expect(await db().code.count({ where: { miniProgramId: id, status: 'READY' } })).toBe(10);
    expect(await db().code.count({ where: { miniProgramId: id } })).toBe(10);
    expect(await audits(id)).toBe(10);
    const counts = await db().code.findMany({
      where: { miniProgramId: id },
      orderBy: { quotaCountAfter: 'asc' },
    });
    expect(counts.map(({ quotaCountAfter }) => quotaCountAfter)).toEqual(
      Array.from({ length: 10 }, (_, n) => LIMITED_CODES_MAX - 9 + n),
    );
  });

  test('being gone does not stop codes without a limit, nor those that were counted before', async () => {
    const { id } = await insertApp({ quotaBaseline: LIMITED_CODES_MAX - 1 });
    const { codeId } = await generateCode(actor, input(id, 'pages/last'));
    await db().code.update({ where: { id: codeId }, data: { status: 'FAILED' } });
    await regenerateCode(actor, codeId);
    expect(await db().code.findUnique({ where: { id: codeId } })).toMatchObject({
      status: 'READY',
      quotaCost: 1,
    });
    await generateCode(actor, { miniProgramId: id, endpoint: 'getwxacodeunlimit', scene: 'a=1' });
    await expect(generateCode(actor, input(id, 'pages/new'))).rejects.toMatchObject({
      code: 'QUOTA_EXHAUSTED',
    });
  });
});

describe('a place in the quota', () => {
  test('that was kept for an unanswered call is not given back by a refusal that proves nothing', async () => {
    const { id } = await insertApp();
    weChat.onCode(() => 'reset');
    const { codeId } = await generateCode(actor, input(id, 'pages/one'));
    weChat.onCode(() => refusal(45009, 'reach max api daily quota limit'));
    await regenerateCode(actor, codeId);
    expect(await quotaState(id)).toEqual({ used: 1, entries: 1 });
    weChat.onCode(() => refusal(45029, 'qrcode count out of limit'));
    await regenerateCode(actor, codeId);
    expect(await quotaState(id)).toEqual({ used: 0, entries: 0 });
    expect(await db().code.findUnique({ where: { id: codeId } })).toMatchObject({
      quotaCost: 0,
      quotaCountAfter: null,
    });
  });

  test('is never given back once WeChat made the code', async () => {
    const { id } = await insertApp();
    const { codeId } = await generateCode(actor, input(id, 'pages/one'));
    await db().code.update({ where: { id: codeId }, data: { imageSha256: 'damaged' } });
    weChat.onCode(() => refusal(45029, 'qrcode count out of limit'));
    await regenerateCode(actor, codeId);
    expect(await quotaState(id)).toEqual({ used: 1, entries: 1 });
  });

  test('is taken again when a refused code is generated after all', async () => {
    const { id } = await insertApp();
    weChat.onCode(() => refusal(45029, 'qrcode count out of limit'));
    const { codeId } = await generateCode(actor, input(id, 'pages/one'));
    expect(await quotaState(id)).toEqual({ used: 0, entries: 0 });
    weChat.onCode(() => 'as usual');
    await regenerateCode(actor, codeId);
    expect(await quotaState(id)).toEqual({ used: 1, entries: 1 });
    expect(await db().code.findUnique({ where: { id: codeId } })).toMatchObject({
      quotaCost: 1,
      quotaCountAfter: 1,
    });
  });
});

type Step = { parameters: number; answer: 'made' | 'refused' | 'busy' | 'unanswered' | 'crash' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    parameters: fc.nat(3),
    answer: fc.constantFrom('made', 'refused', 'busy', 'unanswered', 'crash'),
  }),
  { minLength: 1, maxLength: 10 },
);

const ANSWERS: Record<Step['answer'], Behaviour> = {
  made: () => 'as usual',
  refused: () => refusal(45029, 'qrcode count out of limit'),
  busy: () => refusal(45009, 'reach max api daily quota limit'),
  unanswered: () => 'reset',
  crash: () => 'as usual',
};

/** The row as a process leaves it that died between its reservation and its answer: then the sweeper comes. */
async function crashAndSweep(miniProgramId: string, path: string): Promise<void> {
  const [code] = await db().code.findMany({
    where: { miniProgramId, path },
    orderBy: { createdAt: 'desc' },
    take: 1,
  });
  if (!code) return;
  const leaseExpiresAt = new Date(Date.now() - 1);
  await db().code.update({ where: { id: code.id }, data: { status: 'GENERATING', leaseExpiresAt } });
  await sweepOrphans({ allOrphaned: false });
}

describe('the ledger', () => {
  // The model: WeChat counts a parameter set when it made it; Suncode also counts one whose call was not answered,
  // until WeChat says that it never made it.
  test('agrees with the model after any course of events', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (course) => {
        const { id } = await insertApp();
        const made = new Set<number>();
        const uncertain = new Set<number>();
        for (const { parameters, answer } of course) {
          const path = `pages/index?p=${parameters}`;
          const isNew = !made.has(parameters);
          weChat.onCode(ANSWERS[answer]);
          await generateCode(actor, input(id, path));
          if (answer === 'crash') await crashAndSweep(id, path);
          if (isNew && answer === 'unanswered') uncertain.add(parameters);
          if (isNew && answer === 'refused') uncertain.delete(parameters);
          if (answer !== 'made' && answer !== 'crash') continue;
          uncertain.delete(parameters);
          made.add(parameters);
        }
        const size = made.size + uncertain.size;
        expect(await quotaState(id)).toEqual({ used: size, entries: size });
        const confirmed = await db().quotaEntry.count({ where: { miniProgramId: id, state: 'CONFIRMED' } });
        expect(confirmed).toBe(made.size);
        weChat.reset();
      }),
      { numRuns: 15 },
    );
  });

  test('counts a code that was made although another call with its parameters was refused meanwhile', async () => {
    const { id } = await insertApp();
    weChat.onCode(() => refusal(45009, 'reach max api daily quota limit'));
    const first = await generateCode(actor, input(id, 'pages/one'));
    const second = await generateCode(actor, input(id, 'pages/one'));
    // Both are tried again at the same moment: one is refused before the other one's picture arrives.
    let calls = 0;
    weChat.onCode(() => {
      calls += 1;
      return calls === 1 ? refusal(45009, 'reach max api daily quota limit') : 'as usual';
    });
    await Promise.all([regenerateCode(actor, first.codeId), regenerateCode(actor, second.codeId)]);
    expect(await db().code.count({ where: { miniProgramId: id, status: 'READY' } })).toBe(1);
    expect(await quotaState(id)).toEqual({ used: 1, entries: 1 });
  });
});
