import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { codeHistory } from '@/lib/audit/history';
import type { UserActor } from '@/lib/auth/actor';
import { INLINE_CODES, type BulkInput } from '@/lib/bulk/kinds';
import { sampleTargets } from '@/lib/bulk/sample';
import { startBulk, undoBulk } from '@/lib/bulk/start';
import { workOn } from '@/lib/bulk/step';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { PARAMETERS_MAX_BYTES, PLANS_MAX } from '@/lib/live/limits';
import { inAnHour } from '@/lib/live/live.fixture';
import { getLive } from '@/lib/live/queries';
import type { Retarget } from '@/lib/live/retarget';
import { setLiveTarget } from '@/lib/live/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { answerOf, insertLiveAt, KEEP } from './retarget.fixture';

useDatabase();

let actor: UserActor;
let app: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = (await insertApp()).id;
});

afterEach(() => vi.restoreAllMocks());

const table = (t: string) => insertLiveAt(actor, app, { shop: '西湖店', t });

const asked = (codeIds: string[], values: Partial<Retarget>): BulkInput => ({
  ...{ kind: 'retarget', values: { ...KEEP, ...values }, scope: { codeIds } },
});
const retarget = (codeIds: string[], values: Partial<Retarget>, by = actor) =>
  startBulk(by, asked(codeIds, values));

const later = (minutes: number) =>
  vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + minutes * 60_000));

const plans = async (codeId: string) => (await getLive(actor, codeId))?.planned ?? [];
const open = (page: string, parameters: Record<string, string>) => ({ state: 'open', page, parameters });

const rule: NonNullable<Retarget['rules']>[number] = {
  ...{ from: '', to: '', weekdays: [], startTime: '', endTime: '', share: 50 },
  ...{ page: 'pages/sale', parameters: [['shop', '总店']], isPaused: false, message: '' },
};

describe('a plan for many', () => {
  test('begins at its moment, of what each code leads to then; those that are not live are left', async () => {
    const [one, two] = [await table('1'), await table('2')];
    const { id: plain } = await insertCode({ miniProgramId: app });
    await setLiveTarget(actor, two.id, {
      ...{ page: 'pages/sale', parameters: { t: '22' } },
      startsAt: new Date(Date.now() + 30 * 60_000).toISOString(),
    });
    const bulk = await retarget([one.id, two.id, plain], {
      ...{ page: 'pages/new', isPaused: true, message: '稍后', startsAt: inAnHour() },
    });
    expect(bulk).toMatchObject({ state: 'FINISHED', total: 3, changed: 2, failed: 0 });
    expect(bulk).toMatchObject({ canUndo: true, isPlan: true });
    expect(await answerOf(one.key)).toEqual(open('pages/old', { shop: '西湖店', t: '1' }));
    expect(await plans(one.id)).toMatchObject([
      { page: 'pages/new', parameters: { shop: '西湖店', t: '1' }, isPaused: true, byName: actor.name },
    ]);
    expect((await plans(two.id)).map(({ parameters }) => parameters)).toEqual([{ t: '22' }, { t: '22' }]);
    later(61);
    expect(await answerOf(one.key)).toEqual({ state: 'paused', message: '稍后' });
  });

  test('is taken back as if it had never been while it has not begun, and what was done by hand stays', async () => {
    const [one, two] = [await table('1'), await table('2')];
    const bulk = await retarget([one.id, two.id], { page: 'pages/new', startsAt: inAnHour() });
    await setLiveTarget(actor, two.id, { page: 'pages/hand', parameters: {} });
    const undo = await undoBulk(actor, bulk.id);
    expect(undo).toMatchObject({ state: 'FINISHED', total: 2, changed: 2, failed: 0 });
    expect([await plans(one.id), await plans(two.id)]).toEqual([[], []]);
    expect((await getLive(actor, one.id))?.past).toEqual([]);
    later(61);
    expect(await answerOf(one.key)).toMatchObject({ page: 'pages/old' });
    expect(await answerOf(two.key)).toMatchObject({ page: 'pages/hand' });
  });

  test('that has begun is taken back as any other change', async () => {
    const one = await table('1');
    const bulk = await retarget([one.id], { page: 'pages/new', startsAt: inAnHour() });
    later(61);
    expect(await answerOf(one.key)).toMatchObject({ page: 'pages/new' });
    expect(await undoBulk(actor, bulk.id)).toMatchObject({ changed: 1 });
    expect(await answerOf(one.key)).toMatchObject({ page: 'pages/old' });
    expect((await getLive(actor, one.id))?.past.map(({ page }) => page)).toEqual(['pages/new', 'pages/old']);
  });

  test('that somebody has canceled by hand leaves nothing to take back', async () => {
    const [one, two] = [await table('1'), await table('2')];
    const bulk = await retarget([one.id, two.id], { page: 'pages/new', startsAt: inAnHour() });
    await db().liveTarget.deleteMany({ where: { key: one.key, page: 'pages/new' } });
    expect(await undoBulk(actor, bulk.id)).toMatchObject({ changed: 1, failed: 0 });
  });

  test.each([
    ['is over', () => new Date(Date.now() - 60_000).toISOString(), 'errors.issues.past'],
    ['is years away', () => '2126-01-01T00:00', 'errors.issues.past'],
    ['is none', () => 'tomorrow', 'errors.issues.format'],
  ])('is refused for a moment that %s', async (_what, startsAt, key) => {
    const { id } = await table('1');
    await expect(retarget([id], { page: 'pages/new', startsAt: startsAt() })).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', issues: [{ key }] },
    });
    expect(await plans(id)).toEqual([]);
  });

  test('is none for a code with as many plans as there may be, which is counted', async () => {
    const [full, free] = [await table('1'), await table('2')];
    for (let n = 0; n < PLANS_MAX; n += 1)
      await retarget([full.id], { page: `pages/${n}`, startsAt: inAnHour() });
    const bulk = await retarget([full.id, free.id], { page: 'pages/new', startsAt: inAnHour() });
    expect(bulk).toMatchObject({ changed: 1, failed: 1 });
    expect(await retarget([full.id], { page: 'pages/now' })).toMatchObject({ changed: 1, failed: 0 });
  });

  test('is shown before by what the codes lead to then', async () => {
    const { id } = await table('1');
    const startsAt = inAnHour();
    await setLiveTarget(actor, id, { page: 'pages/sale', parameters: {}, startsAt });
    const scope = { codeIds: [id] };
    expect((await sampleTargets(actor, scope)).first[0]?.target.page).toBe('pages/old');
    const then = await sampleTargets(actor, scope, startsAt);
    expect(then).toMatchObject({
      first: [{ target: { page: 'pages/sale' } }],
      at: minuteOf(new Date(startsAt)),
    });
    expect(await sampleTargets(actor, scope, 'tomorrow')).toMatchObject({ live: 1 });
  });

  test('stands in the record with its moment', async () => {
    const [one, two] = [await table('1'), await table('2')];
    const startsAt = inAnHour();
    const at = minuteOf(new Date(startsAt));
    await retarget([one.id, two.id], { page: 'pages/new', startsAt });
    await retarget([one.id], { page: 'pages/newer', startsAt });
    expect(await codeHistory(actor, two.id)).toMatchObject([
      { action: 'code.retarget', details: { count: 2, page: 'pages/new', startsAt: at } },
    ]);
    expect(await codeHistory(actor, one.id)).toMatchObject([
      { changes: { page: { from: 'pages/new', to: 'pages/newer' } }, details: { startsAt: at } },
      { details: { count: 2 } },
    ]);
  });
});

describe('rules for many', () => {
  test('take the place of those that each has, open with the own parameters, and are taken back', async () => {
    const [one, two] = [await table('1'), await table('2')];
    const own = { ...rule, page: 'pages/own', parameters: {} };
    await setLiveTarget(actor, two.id, { page: 'pages/old', parameters: { t: '2' }, rules: [own] });
    const bulk = await retarget([one.id, two.id], { rules: [rule] });
    expect(bulk).toMatchObject({ changed: 2, failed: 0 });
    expect(await answerOf(one.key, 10)).toEqual(open('pages/sale', { shop: '总店', t: '1' }));
    expect(await answerOf(one.key, 60)).toEqual(open('pages/old', { shop: '西湖店', t: '1' }));
    expect(await answerOf(two.key, 10)).toEqual(open('pages/sale', { t: '2', shop: '总店' }));
    expect(await codeHistory(actor, one.id)).toMatchObject([
      { details: { rules: '50% → pages/sale shop=总店' } },
    ]);
    await undoBulk(actor, bulk.id);
    expect(await answerOf(one.key, 10)).toMatchObject({ page: 'pages/old' });
    expect(await answerOf(two.key, 10)).toMatchObject({ page: 'pages/own' });
  });

  test('are cleared, and come back with the undo; codes without any are passed by', async () => {
    const [one, two] = [await table('1'), await table('2')];
    await retarget([one.id], { rules: [rule] });
    const bulk = await retarget([one.id, two.id], { rules: [] });
    expect(bulk).toMatchObject({ changed: 1, failed: 0 });
    expect(await answerOf(one.key, 10)).toMatchObject({ page: 'pages/old' });
    await undoBulk(actor, bulk.id);
    expect(await answerOf(one.key, 10)).toMatchObject({ page: 'pages/sale' });
  });

  test('that would open with too much are counted as failed', async () => {
    const long = await insertLiveAt(actor, app, { note: 'x'.repeat(PARAMETERS_MAX_BYTES - 20) });
    const bulk = await retarget([long.id, (await table('1')).id], { rules: [rule] });
    expect(bulk).toMatchObject({ changed: 1, failed: 1 });
  });

  test('are checked as those of one code are', async () => {
    const { id } = await table('1');
    await expect(retarget([id], { rules: [{ ...rule, share: null }] })).rejects.toMatchObject({
      issues: [{ field: 'values.rules.0.share', key: 'errors.issues.ruleAlways' }],
    });
  });
});

test('the page that the scan opens is set for all, and what they led to comes back', async () => {
  const [one, two] = [await table('1'), await table('2')];
  const bulk = await retarget([one.id, two.id], { page: '' });
  expect(await answerOf(two.key)).toEqual(open('', { shop: '西湖店', t: '2' }));
  await undoBulk(actor, bulk.id);
  expect(await answerOf(two.key)).toMatchObject({ page: 'pages/old' });
});

test.each([
  ['a plan', { page: 'pages/new', startsAt: inAnHour() }],
  ['a pause', { isPaused: true }],
  ['rules', { rules: [rule] }],
])(
  '%s is refused to who only looks, and reaches nothing that somebody does not see',
  async (_what, values) => {
    const [seen, hidden] = [await table('1'), await insertLiveAt(actor, (await insertApp()).id, {})];
    const viewer = await insertActor('VIEWER');
    await expect(retarget([seen.id], values, viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const few = { ...actor, sees: [app] };
    expect(await retarget([seen.id, hidden.id], values, few)).toMatchObject({ total: 1, changed: 1 });
    expect(await db().liveTarget.count({ where: { key: hidden.key } })).toBe(1);
  },
);

test('more than 500 in one action are planned with rules and a pause, and taken back', async () => {
  const codes = [];
  for (let n = 0; n < INLINE_CODES + 20; n += 1) codes.push(await table(String(n)));
  const ids = codes.map(({ id }) => id);
  const values = { isPaused: true, message: '稍后', rules: [rule], startsAt: inAnHour() };
  const bulk = await retarget(ids, values);
  expect(bulk).toMatchObject({ state: 'RUNNING', done: INLINE_CODES });
  while (await workOn(bulk.id, 100));
  const planned = { key: { in: codes.map(({ key }) => key) }, startsAt: { gt: clock.now() } };
  expect(await db().liveTarget.count({ where: planned })).toBe(ids.length);
  const undo = await undoBulk(actor, bulk.id);
  while (await workOn(undo.id, 100));
  expect(await db().liveTarget.count({ where: planned })).toBe(0);
  expect(await db().bulk.findUnique({ where: { id: undo.id } })).toMatchObject({
    ...{ state: 'FINISHED', changedCount: ids.length, failedCount: 0 },
  });
});
