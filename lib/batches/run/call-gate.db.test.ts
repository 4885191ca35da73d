import { expect, test } from 'vitest';
import { askedNow, whileAsked } from '@/lib/http/asked-now';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { CallGate } from './call-gate';

useDatabase();

/** A gate that lets four calls be under way. */
async function openGate(): Promise<CallGate> {
  const { id } = await insertApp();
  const gate = new CallGate(id);
  gate.perMinute = 60_000;
  gate.patienceSeconds = 0;
  return gate;
}

const enterAll = (gate: CallGate, count: number) =>
  Promise.all(Array.from({ length: count }, () => gate.enter('batch')));

test('calls that are all to be repeated at once do not wait for each other', async () => {
  const gate = await openGate();
  await enterAll(gate, 4);
  const fifth = gate.enter('batch');
  await Promise.all([1, 2, 3, 4].map(() => gate.repeat()));
  await Promise.all([1, 2, 3, 4].map(() => gate.repeat()));
  gate.leave();
  expect(await fifth).toBe(true);
});

test('a repeat makes no room for another row', async () => {
  const gate = await openGate();
  await enterAll(gate, 4);
  let entered = false;
  const fifth = gate.enter('batch').then(() => (entered = true));
  await gate.repeat();
  await gate.repeat();
  expect(entered).toBe(false);
  gate.leave();
  await fifth;
});

test('while programs wait for their answers, a batch leaves the process to them but for a trickle', async () => {
  const gate = await openGate();
  gate.patienceSeconds = 1;
  const waits: (() => void)[] = [];
  const asked = [1, 2].map(() => whileAsked(() => new Promise<void>((answered) => waits.push(answered))));
  let left = 0;
  const all = Array.from({ length: 30 }, () => gate.enter('batch').then(() => (left += 1)));
  await Promise.race(all);
  expect(left).toBe(1);
  for (const answered of waits) answered();
  await Promise.all([...asked, ...all]);
  expect(left).toBe(30);
  expect(askedNow()).toBe(0);
});
