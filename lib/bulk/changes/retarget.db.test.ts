import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { codeHistory } from '@/lib/audit/history';
import type { UserActor } from '@/lib/auth/actor';
import { allThatMatch } from '@/lib/bulk/bulk.fixture';
import { INLINE_CODES } from '@/lib/bulk/kinds';
import { getBulk } from '@/lib/bulk/queries';
import { sampleTargets } from '@/lib/bulk/sample';
import { startBulk, undoBulk } from '@/lib/bulk/start';
import { BulkWorker } from '@/lib/bulk/worker';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { PARAMETERS_MAX_BYTES } from '@/lib/live/limits';
import { inAnHour } from '@/lib/live/live.fixture';
import type { LiveParameters } from '@/lib/live/parameters-text';
import { getLive } from '@/lib/live/queries';
import { Resolver } from '@/lib/live/resolve';
import type { Retarget } from '@/lib/live/retarget';
import { setLiveTarget } from '@/lib/live/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { answerOf as answer, insertLiveAt, KEEP } from './retarget.fixture';

useDatabase();

let actor: UserActor;
let app: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = (await insertApp()).id;
});

afterEach(() => vi.restoreAllMocks());

const liveCode = (parameters: LiveParameters = { shop: '西湖店', t: '7' }, miniProgramId = app) =>
  insertLiveAt(actor, miniProgramId, parameters);

const pairs = (parameters: LiveParameters) => Object.entries(parameters);

const retarget = (codeIds: string[], values: Partial<Retarget>, by = actor) =>
  startBulk(by, { kind: 'retarget', values: { ...KEEP, ...values }, scope: { codeIds } });

const open = (page: string, parameters: LiveParameters) => ({ state: 'open', page, parameters });

describe('live codes', () => {
  test('get another page; parameters are replaced by name, and the others stay', async () => {
    const [one, other] = [await liveCode(), await liveCode({ shop: '灵隐店', floor: '2' })];
    const values = { page: 'pages/new', parameters: pairs({ shop: '总店', z: '1', d: '9' }) };
    const bulk = await retarget([one.id, other.id], values);
    expect(bulk).toMatchObject({ state: 'FINISHED', changed: 2, failed: 0, canUndo: true });
    expect(await answer(one.key)).toEqual(open('pages/new', { shop: '总店', t: '7', z: '1', d: '9' }));
    expect(await answer(other.key)).toEqual(open('pages/new', { shop: '总店', floor: '2', z: '1', d: '9' }));
    const { past, now } = (await getLive(actor, one.id)) ?? {};
    expect(now?.byName).toBe(actor.name);
    expect(Object.keys(now?.parameters ?? {})).toEqual(['shop', 't', 'z', 'd']);
    expect(past?.map(({ page }) => page)).toEqual(['pages/old']);
  });

  test('are paused with a message and resumed, with what they lead to', async () => {
    const { id, key } = await liveCode();
    await retarget([id], { isPaused: true, message: '明天见' });
    expect(await answer(key)).toEqual({ state: 'paused', message: '明天见' });
    await retarget([id], { page: 'pages/new' });
    expect(await answer(key)).toEqual({ state: 'paused', message: '明天见' });
    await retarget([id], { isPaused: false });
    expect(await answer(key)).toEqual(open('pages/new', { shop: '西湖店', t: '7' }));
  });

  test('are changed as soon as one by one: an answer that is remembered lasts for seconds', async () => {
    const { id, key } = await liveCode();
    const resolver = new Resolver();
    await resolver.resolve(key);
    await retarget([id], { page: 'pages/new' });
    const later = new Date(Date.now() + 10_001);
    vi.spyOn(clock, 'now').mockReturnValue(later);
    expect((await resolver.resolve(key)).answer).toMatchObject({ page: 'pages/new' });
  });

  test('changed twice in one moment lead to the later target, and what is planned stays planned', async () => {
    const { id, key } = await liveCode();
    await setLiveTarget(actor, id, { page: 'pages/sale', parameters: {}, startsAt: inAnHour() });
    vi.spyOn(clock, 'now').mockReturnValue(new Date());
    for (const page of ['pages/b', 'pages/a', 'pages/c', 'pages/d']) await retarget([id], { page });
    expect(await answer(key)).toMatchObject({ page: 'pages/d' });
    expect((await getLive(actor, id))?.planned).toMatchObject([{ page: 'pages/sale' }]);
  });
});

test('a change by hand at the same time is not lost: the action sees it, or it comes after', async () => {
  const codes = [];
  for (let n = 0; n < 30; n += 1) codes.push(await liveCode({ t: '7' }));
  const byHand = codes.map(({ id }) =>
    setLiveTarget(actor, id, { page: 'pages/hand', parameters: { t: '9' } }),
  );
  const all = codes.map(({ id }) => id);
  await Promise.all([
    ...byHand,
    retarget(all, { page: 'pages/new' }),
    retarget(all, { page: 'pages/newer' }),
  ]);
  for (const { key } of codes) expect(await answer(key)).toMatchObject({ parameters: { t: '9' } });
});

describe('passed by', () => {
  test('are codes that are not live, lie in the trash, or lead there already; one too long has failed', async () => {
    const long = await liveCode({ note: 'x'.repeat(PARAMETERS_MAX_BYTES - 40) });
    const [live, same, gone] = [await liveCode(), await liveCode({ t: '8' }), await liveCode()];
    await db().code.update({ where: { id: gone.id }, data: { deletedAt: clock.now() } });
    const { id: plain } = await insertCode({ miniProgramId: app });
    const values = { page: 'pages/old', parameters: pairs({ t: '8', more: '一二三四五六七八九十' }) };
    await retarget([same.id], values);
    const bulk = await retarget(
      [live, same, gone, long, { id: plain }].map(({ id }) => id),
      values,
    );
    expect(bulk).toMatchObject({ total: 5, done: 5, changed: 1, failed: 1 });
    expect(await answer(long.key)).toMatchObject({ page: 'pages/old' });
    expect((await getLive(actor, same.id))?.past).toHaveLength(1);
    expect(await db().liveTarget.count({ where: { key: gone.key } })).toBe(1);
  });

  test.each([
    ['nothing', {}, 'errors.issues.liveNothing'],
    ['a message without a pause', { message: '明天见' }, 'errors.issues.liveNothing'],
    ['a name that is none', { parameters: pairs({ 店: '1' }) }, 'errors.issues.liveParameters'],
    ['too much', { parameters: pairs({ a: 'x'.repeat(5_000) }) }, 'errors.issues.liveTooLong'],
  ])('refused is %s', async (_what, values, key) => {
    const { id } = await liveCode();
    await expect(retarget([id], values)).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ key }] });
  });

  test('and what somebody does not see', async () => {
    const [seen, hidden] = [await liveCode(), await liveCode({}, (await insertApp()).id)];
    const few = { ...actor, sees: [app] };
    const both = [seen.id, hidden.id];
    expect(await retarget(both, { page: 'pages/new' }, few)).toMatchObject({ total: 1, changed: 1 });
    expect(await answer(hidden.key)).toMatchObject({ page: 'pages/old' });
    expect(await sampleTargets(few, { codeIds: both })).toMatchObject({ live: 1 });
    await expect(retarget([hidden.id], { page: 'a' }, few)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const bulk = await retarget([hidden.id], { page: 'pages/new' });
    await expect(undoBulk(few, bulk.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(retarget(both, { page: 'a' }, await insertActor('VIEWER'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('an undo', () => {
  test('gives back what was, with its pause, and leaves what was changed by hand since', async () => {
    const [paused, touched, open] = [await liveCode(), await liveCode(), await liveCode()];
    await setLiveTarget(actor, paused.id, { page: 'p', parameters: {}, isPaused: true, message: '稍后' });
    const ids = [paused, touched, open].map(({ id }) => id);
    const bulk = await retarget(ids, { page: 'pages/new', isPaused: false });
    await setLiveTarget(actor, touched.id, { page: 'pages/hand', parameters: {} });
    const undo = await undoBulk(actor, bulk.id);
    expect(undo).toMatchObject({ state: 'FINISHED', isUndo: true, total: 3, changed: 2, failed: 0 });
    expect(await answer(paused.key)).toEqual({ state: 'paused', message: '稍后' });
    expect(await answer(touched.key)).toMatchObject({ page: 'pages/hand' });
    expect(await answer(open.key)).toMatchObject({ page: 'pages/old' });
    expect((await getLive(actor, open.id))?.past.map(({ page }) => page)).toEqual(['pages/new', 'pages/old']);
  });

  test('leaves what a plan has begun to lead elsewhere, and finds a key that went over to another code', async () => {
    const [planned, promoted] = [await liveCode(), await liveCode()];
    await setLiveTarget(actor, planned.id, { page: 'pages/sale', parameters: {}, startsAt: inAnHour() });
    const bulk = await retarget([planned.id, promoted.id], { page: 'pages/new' });
    const { id: codeId } = await insertCode({ miniProgramId: app, scene: promoted.key });
    await db().liveCode.update({ where: { key: promoted.key }, data: { codeId } });
    vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + 61 * 60_000));
    expect(await undoBulk(actor, bulk.id)).toMatchObject({ changed: 1 });
    expect(await answer(planned.key)).toMatchObject({ page: 'pages/sale' });
    expect(await answer(promoted.key)).toMatchObject({ page: 'pages/old' });
  });
});

describe('the record', () => {
  test('of many says what was changed, in one line that each of them shows', async () => {
    const [one, other] = [await liveCode(), await liveCode()];
    const values = { parameters: pairs({ t: '8', d: '1' }), isPaused: true, message: '稍后' };
    const { id } = await retarget([one.id, other.id], values);
    const details = { count: 2, parameters: 't=8\nd=1', isPaused: true, message: '稍后' };
    expect(await codeHistory(actor, other.id)).toMatchObject([
      { action: 'code.retarget', target: { kind: 'bulk', id }, details },
    ]);
  });

  test('says nothing of what stays, nor of a message without a pause', async () => {
    const scope = { codeIds: [(await liveCode()).id, (await liveCode()).id] };
    const saying = async (values: Partial<Retarget>) => {
      const bulk = await startBulk(actor, { kind: 'retarget', values: { ...KEEP, ...values }, scope });
      expect(bulk).not.toHaveProperty('isPlan');
      return (await db().auditEvent.findFirstOrThrow({ where: { targetId: bulk.id } })).details;
    };
    expect(await saying({ page: '' })).toEqual({ count: 2, page: '' });
    const told = { count: 2, page: 'pages/new', isPaused: false };
    expect(await saying({ page: 'pages/new', isPaused: false, message: '明天见' })).toEqual(told);
    expect(await saying({ isPaused: true })).toEqual({ count: 2, isPaused: true });
  });

  test('of one says what it was and became', async () => {
    const { id } = await liveCode();
    await retarget([id], { page: 'pages/new' });
    await retarget([id], { page: 'pages/new' });
    const events = await db().auditEvent.findMany({ where: { targetId: id, action: 'code.retarget' } });
    expect(events.map(({ changes }) => changes)).toEqual([{ page: { from: 'pages/old', to: 'pages/new' } }]);
  });
});

test('before it, it is shown how many are live and what the first of them lead to', async () => {
  const codes = [];
  for (const t of ['1', '2', '3', '4']) codes.push(await liveCode({ t }));
  const { id: plain } = await insertCode({ miniProgramId: app });
  const codeIds = [plain, ...codes.map(({ id }) => id).reverse()];
  const { live, first } = await sampleTargets(actor, { codeIds });
  expect(live).toBe(4);
  expect(first.map(({ target }) => target.parameters)).toEqual([{ t: '4' }, { t: '3' }, { t: '2' }]);
  const matching = await sampleTargets(actor, await allThatMatch(actor, { app, sort: 'oldest' }));
  expect(matching.first.map(({ target }) => target.parameters)).toEqual([{ t: '1' }, { t: '2' }, { t: '3' }]);
  expect(await sampleTargets(actor, { codeIds: [plain] })).toMatchObject({ live: 0, first: [] });
});

const MANY = 10_000;

/** So many live codes, by SQL: one by one they would take minutes. */
async function insertMany(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Code" ("id", "miniProgramId", "endpoint", "scene", "width", "name", "fingerprint", "status", "createdAt", "updatedAt")
    SELECT gen_random_uuid()::text, ${app}, 'getwxacodeunlimit', 's' || lpad(n::text, 9, '0'), 430, n::text, ${app} || n, 'READY',
      timestamp '2026-01-01' + n * interval '1 ms', now()
    FROM generate_series(1, ${MANY}::int) n`;
  await db().$executeRaw`
    INSERT INTO "LiveCode" ("key", "codeId") SELECT "scene", "id" FROM "Code" WHERE "miniProgramId" = ${app}`;
  await db().$executeRaw`
    INSERT INTO "LiveTarget" ("id", "key", "startsAt", "page", "parameters", "byName")
    SELECT '0' || "scene", "scene", timestamp '2026-01-01', 'pages/old', jsonb_build_array(jsonb_build_array('t', "name")), ''
    FROM "Code" WHERE "miniProgramId" = ${app}`;
}

test('ten thousand are changed in steps by the worker within seconds, and undone', async () => {
  await insertMany();
  const last = `s${String(MANY).padStart(9, '0')}`;
  const ended = async (id: string) =>
    vi.waitFor(async () => expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED' }), {
      timeout: 30_000,
      interval: 50,
    });
  const scope = await allThatMatch(actor, { app });
  const bulk = await startBulk(actor, { kind: 'retarget', values: { ...KEEP, page: 'pages/new' }, scope });
  expect(bulk).toMatchObject({ state: 'RUNNING', total: MANY, done: INLINE_CODES });
  const worker = await BulkWorker.start({ alone: true });
  await ended(bulk.id);
  expect(await getBulk(actor, bulk.id)).toMatchObject({ done: MANY, changed: MANY, failed: 0 });
  expect(await answer(last)).toEqual(open('pages/new', { t: String(MANY) }));
  const undo = await undoBulk(actor, bulk.id);
  await ended(undo.id);
  await worker.stop();
  expect(await getBulk(actor, undo.id)).toMatchObject({ changed: MANY });
  expect(await answer(last)).toEqual(open('pages/old', { t: String(MANY) }));
  expect(await db().liveTarget.count({ where: { page: 'pages/old' } })).toBeGreaterThanOrEqual(2 * MANY);
});
