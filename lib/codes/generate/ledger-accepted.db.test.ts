import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { patience } from '@/lib/apps/patience';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { jpegPicture } from '@/lib/wechat/call/loopback.fixture';
import type { Behaviour } from './fault-server.fixture';
import { bytes, hang, refuse, reset, useFaultServer } from './fault-server.fixture';
import { generateCode, regenerateCode } from './service';
import { sweepOrphans } from './sweeper';

// The invariant of the quota, from the use cases down to a socket: what Suncode counts is what WeChat accepted.
vi.unmock('@/lib/wechat/call/client');

const server = useFaultServer();
useDatabase();

const good = bytes(await jpegPicture(), { 'content-type': 'image/jpeg' });

let actor: UserActor;
beforeAll(async () => {
  actor = await insertActor();
  // A request that hangs is the end of its process: nothing comes of it before the test is over.
  const retry = { random: () => 0, sleep: async () => undefined };
  Object.assign(patience, { deadlineMs: 600_000, attemptMs: 600_000, retry });
});

/** What WeChat does with one request: whether it makes (and counts) the code, and what comes back of it. */
const FATES = {
  made: { counts: true, answer: good },
  madeThenReset: { counts: true, answer: reset },
  madeThenGateway: { counts: true, answer: bytes(new Uint8Array(), {}, 502) },
  madeThenHtml: { counts: true, answer: bytes(Buffer.from('<html>'), { 'content-type': 'text/html' }) },
  madeThenDeath: { counts: true, answer: hang },
  resetBefore: { counts: false, answer: reset },
  deathBefore: { counts: false, answer: hang },
  busy: { counts: false, answer: refuse(-1) },
  callLimit: { counts: false, answer: refuse(45009) },
  staleToken: { counts: false, answer: refuse(40001) },
  framing: { counts: false, answer: bytes(new Uint8Array(), {}, 412) },
} as const;
type Fate = keyof typeof FATES;

class WeChat {
  readonly accepted = new Set<string>();
  deaths = 0;
  readonly #fates: Fate[];
  constructor(fates: Fate[]) {
    this.#fates = fates;
  }

  readonly behave: Behaviour = (response, request) => {
    const fate = this.#fates.shift() ?? 'made';
    const { counts, answer } = FATES[fate];
    if (counts) this.accepted.add(`${request.url?.split('?')[0]} ${request.headers['x-body']}`);
    if (answer === hang) this.deaths += 1;
    return answer(response, request);
  };
}

async function countOf(id: string): Promise<number> {
  const { quotaUsed } = await db().miniProgram.findUniqueOrThrow({ where: { id } });
  expect(await db().quotaEntry.count({ where: { miniProgramId: id } })).toBe(quotaUsed);
  return quotaUsed;
}

const ENDPOINTS = ['getwxacode', 'createwxaqrcode'] as const;
const anyFate = fc.constantFrom(...Object.keys(FATES).filter((key): key is Fate => key in FATES));
const anyStep = fc.record({
  endpoint: fc.constantFrom(...ENDPOINTS),
  path: fc.constantFrom('pages/a', 'pages/b'),
  act: fc.constantFrom('generate', 'regenerate', 'sweep'),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

async function regenerateOne(miniProgramId: string, { endpoint, path }: Step): Promise<void> {
  const failed = await db().code.findFirst({ where: { miniProgramId, endpoint, path, status: 'FAILED' } });
  if (failed) await regenerateCode(actor, failed.id);
}

function act(miniProgramId: string, step: Step): Promise<unknown> {
  const { endpoint, path } = step;
  if (step.act === 'sweep') return sweepOrphans({ allOrphaned: true });
  if (step.act === 'regenerate') return regenerateOne(miniProgramId, step);
  return generateCode(actor, { miniProgramId, endpoint, path });
}

/** Ends when all have, or when as many as have not are in the hands of a dead process. */
async function settle(steps: Promise<unknown>[], weChat: WeChat): Promise<void> {
  const deathsBefore = weChat.deaths;
  let open = steps.length;
  const failures: unknown[] = [];
  for (const step of steps) step.catch((error: unknown) => failures.push(error)).finally(() => (open -= 1));
  await vi.waitFor(() => expect(open).toBeLessThanOrEqual(weChat.deaths - deathsBefore), {
    timeout: 20_000,
    interval: 2,
  });
  // Somebody else was quicker: the only refusals that these steps may meet.
  for (const failure of failures)
    expect(failure).toMatchObject({ name: 'AppError', code: expect.stringMatching(/^CODE_/) });
}

async function heal(miniProgramId: string): Promise<void> {
  await sweepOrphans({ allOrphaned: true });
  const failed = await db().code.findMany({ where: { miniProgramId, status: 'FAILED' } });
  for (const { id } of failed) await regenerateCode(actor, id);
}

test('the count is what WeChat accepted, whatever happens, and never below it on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFate, { maxLength: 14 }),
      fc.array(fc.array(anyStep, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (fates, rounds) => {
        const { id } = await insertApp();
        const weChat = new WeChat([...fates]);
        server.play({ code: [weChat.behave] });
        for (const round of rounds) {
          await settle(
            round.map((step) => act(id, step)),
            weChat,
          );
          expect(await countOf(id)).toBeGreaterThanOrEqual(weChat.accepted.size);
        }
        const healed = new WeChat([]);
        server.play({ code: [healed.behave] });
        await heal(id);
        const accepted = new Set([...weChat.accepted, ...healed.accepted]);
        expect(await countOf(id)).toBe(accepted.size);
        expect(await db().quotaEntry.count({ where: { miniProgramId: id, state: 'RESERVED' } })).toBe(0);
        expect(await db().code.count({ where: { miniProgramId: id, status: { not: 'READY' } } })).toBe(0);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test('a refusal gives nothing back while another call with the same parameters is under way', async () => {
  const { id } = await insertApp();
  const parameters = { miniProgramId: id, endpoint: 'getwxacode', path: 'pages/twice' } as const;
  server.play({ code: [refuse(45009)] });
  const first = await generateCode(actor, parameters);
  expect(await countOf(id)).toBe(0);
  let breakOff: () => unknown = () => undefined;
  const heldThenReset: Behaviour = (response) => (breakOff = () => response.destroy());
  server.play({ code: [heldThenReset, refuse(45009)] });
  const second = generateCode(actor, parameters);
  await vi.waitFor(() => expect(server.codeCalls).toBe(1));
  await regenerateCode(actor, first.codeId);
  expect(await countOf(id)).toBe(1);
  breakOff();
  const { codeId } = await second;
  expect(await countOf(id)).toBe(1);
  const rows = await db().code.findMany({ where: { miniProgramId: id }, orderBy: { createdAt: 'asc' } });
  expect(rows.map(({ quotaCost }) => quotaCost)).toEqual([0, 1]);
  expect(rows[1]).toMatchObject({ id: codeId, status: 'FAILED' });
});

test('what a process brings after its lease changes nothing of what another has settled since', async () => {
  const { id } = await insertApp();
  let answerLate: () => unknown = () => undefined;
  server.play({ code: [(response, request) => (answerLate = () => refuse(40159)(response, request)), good] });
  const slept = generateCode(actor, { miniProgramId: id, endpoint: 'getwxacode', path: 'pages/late' });
  await vi.waitFor(() => expect(server.codeCalls).toBe(1));
  await sweepOrphans({ allOrphaned: true });
  answerLate();
  const { codeId } = await slept;
  expect(await db().code.findUniqueOrThrow({ where: { id: codeId } })).toMatchObject({
    status: 'READY',
    errcode: null,
  });
  expect(await countOf(id)).toBe(1);
});
