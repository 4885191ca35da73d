import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { insertBatch } from '@/lib/batches/run/run.fixture';
import { clock } from '@/lib/clock';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { getBatchProgress } from './queries';

useDatabase();

const START = new Date('2026-05-01T08:00:00Z').getTime();

let actor: UserActor;
let batchId: string;
let miniProgramId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
  batchId = await insertBatch(actor, { miniProgramId, rows: 300 });
});
afterEach(() => vi.restoreAllMocks());

/** So many codes, spread evenly from one moment to another, in milliseconds of the run. */
async function made(count: number, from: number, to: number): Promise<void> {
  const step = (to - from) / count;
  for (let at = 0; at < count; at += 1)
    await insertCode({ miniProgramId, batchId, generatedAt: new Date(START + from + at * step) });
}

async function paceAt(ms: number) {
  vi.spyOn(clock, 'now').mockReturnValue(new Date(START + ms));
  const { ratePerMinute, secondsLeft } = await getBatchProgress(actor, batchId);
  return { ratePerMinute, secondsLeft };
}

test('the speed of a run is said once it is known, and is what was seen then', async () => {
  await made(60, 1_000, 3_000);
  expect(await paceAt(1_500)).toEqual({ ratePerMinute: null, secondsLeft: null });
  expect(await paceAt(3_000)).toEqual({ ratePerMinute: null, secondsLeft: null });
  await made(60, 3_000, 5_000);
  const soon = await paceAt(5_000);
  expect(soon.ratePerMinute).toBeGreaterThan(1_700);
  expect(soon.ratePerMinute).toBeLessThan(1_900);
  expect(soon.secondsLeft).toBeNull();
  await made(90, 5_000, 8_000);
  expect((await paceAt(8_000)).secondsLeft).toBe(4);
});

test('one code alone says nothing of the next', async () => {
  await made(1, 1_000, 1_001);
  expect((await paceAt(9_000)).ratePerMinute).toBeNull();
  await made(1, 11_000, 11_001);
  expect((await paceAt(11_100)).ratePerMinute).toBe(6);
});

test('the codes that come first come together, and are not the speed of the others', async () => {
  await made(40, 1_000, 1_100);
  await made(10, 2_000, 6_500);
  expect((await paceAt(6_500)).ratePerMinute).toBe(120);
});
