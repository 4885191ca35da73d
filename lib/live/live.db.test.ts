import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { KEEP } from '@/lib/bulk/changes/retarget.fixture';
import { startBulk } from '@/lib/bulk/start';
import { clock } from '@/lib/clock';
import { getCode } from '@/lib/codes/find/queries';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { PARAMETERS_MAX_BYTES } from './limits';
import type { LiveParameters } from './parameters-text';
import { getLive } from './queries';
import { Resolver } from './resolve';
import { dropLivePlan, setLiveTarget } from './service';

useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  actor = await insertActor('OPERATOR');
  ({ id: miniProgramId } = await insertApp({ mode: 'SANDBOX' }));
});

async function liveCode(parameters: LiveParameters = { shop: '西湖店', t: '7' }) {
  const code = { miniProgramId, endpoint: 'getwxacodeunlimit', scene: 'mine', page: '' } as const;
  const { codeId } = await generateCode(actor, { ...code, live: { page: '', parameters } });
  const { scene } = await getCode(actor, codeId);
  return { codeId, key: scene ?? '' };
}

const answer = async (key: string) => (await new Resolver().resolve(key)).answer;

const MINUTE_MS = 60_000;
function afterMinutes(minutes: number) {
  const later = new Date(Date.now() + minutes * MINUTE_MS);
  vi.spyOn(clock, 'now').mockReturnValue(later);
}
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

describe('a live code', () => {
  test('carries a key of ten characters, whatever scene was sent, and leads to parameters of 4 kB', async () => {
    const parameters = { note: '码'.repeat(1_350), b: 'x', a: 'y' };
    const { key, codeId } = await liveCode(parameters);
    expect(key).toMatch(/^s[0-9A-Za-z]{9}$/);
    expect((await getCode(actor, codeId)).status).toBe('READY');
    expect(await answer(key)).toEqual({ state: 'open', page: '', parameters });
    const { now } = (await getLive(actor, codeId)) ?? {};
    expect(Object.keys(now?.parameters ?? {})).toEqual(['note', 'b', 'a']);
  });

  test('is a new one each time, since no two lead to the same', async () => {
    const [one, other] = [await liveCode(), await liveCode()];
    expect(one.codeId).not.toBe(other.codeId);
    expect(one.key).not.toBe(other.key);
  });

  test.each([
    ['too long', { a: 'x'.repeat(PARAMETERS_MAX_BYTES) }, 'errors.issues.liveTooLong'],
    ['a name that is none', { 店: '1' }, 'errors.issues.liveParameters'],
    ['what no database keeps', { a: '\u0000' }, 'errors.issues.liveParameters'],
  ])('refuses parameters: %s', async (_why, parameters: LiveParameters, key) => {
    await expect(liveCode(parameters)).rejects.toMatchObject({ issues: [{ field: 'live.parameters', key }] });
    expect(await db().code.count({ where: { miniProgramId } })).toBe(0);
  });

  test('of another type is refused', async () => {
    const code = { miniProgramId, endpoint: 'getwxacode', path: 'pages/a' } as const;
    const live = { page: '', parameters: {} };
    await expect(generateCode(actor, { ...code, live })).rejects.toMatchObject({
      issues: [{ field: 'live', key: 'errors.issues.liveUnlimited' }],
    });
  });
});

describe('its target', () => {
  test('is changed at once, with what was before in its history', async () => {
    const { codeId, key } = await liveCode();
    await setLiveTarget(actor, codeId, { page: 'pages/new', parameters: { t: '8' } });
    expect(await answer(key)).toEqual({ state: 'open', page: 'pages/new', parameters: { t: '8' } });
    const live = await getLive(actor, codeId);
    expect(live?.past.map(({ parameters }) => parameters)).toEqual([{ shop: '西湖店', t: '7' }]);
    const event = await db().auditEvent.findFirstOrThrow({
      where: { targetId: codeId, action: 'code.retarget' },
    });
    expect(event.changes).toMatchObject({ page: { from: '', to: 'pages/new' }, parameters: { to: 't=8' } });
  });

  test('saved as it was leaves nothing', async () => {
    const { codeId } = await liveCode();
    await setLiveTarget(actor, codeId, { page: '', parameters: { shop: '西湖店', t: '7' } });
    expect((await getLive(actor, codeId))?.past).toEqual([]);
  });

  test('is paused with a message, and so is what lies in the trash', async () => {
    const { codeId, key } = await liveCode();
    await setLiveTarget(actor, codeId, { page: '', parameters: {}, isPaused: true, message: '明天见' });
    expect(await answer(key)).toEqual({ state: 'paused', message: '明天见' });
    await setLiveTarget(actor, codeId, { page: '', parameters: {} });
    await startBulk(actor, { kind: 'delete', scope: { codeIds: [codeId] } });
    expect(await answer(key)).toEqual({ state: 'paused', message: '' });
    await expect(setLiveTarget(actor, codeId, { page: 'a', parameters: {} })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await db().code.delete({ where: { id: codeId } });
    expect(await answer(key)).toEqual({ state: 'unknown' });
  });

  test('is planned: it counts from its moment on, and not before', async () => {
    const { codeId, key } = await liveCode();
    await setLiveTarget(actor, codeId, { page: 'pages/sale', parameters: {}, startsAt: inMinutes(30) });
    expect(await answer(key)).toMatchObject({ page: '' });
    expect((await getLive(actor, codeId))?.planned).toMatchObject([{ page: 'pages/sale' }]);
    afterMinutes(31);
    expect(await answer(key)).toMatchObject({ page: 'pages/sale' });
    expect(await getLive(actor, codeId)).toMatchObject({ now: { page: 'pages/sale' }, planned: [] });
  });

  test('that is planned is taken back, and one that has begun is not', async () => {
    const { codeId, key } = await liveCode();
    await setLiveTarget(actor, codeId, { page: 'pages/sale', parameters: {}, startsAt: inMinutes(30) });
    const [plan] = (await getLive(actor, codeId))?.planned ?? [];
    await dropLivePlan(actor, codeId, plan?.id ?? '');
    const { now } = (await getLive(actor, codeId)) ?? {};
    await expect(dropLivePlan(actor, codeId, now?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    afterMinutes(31);
    expect(await answer(key)).toMatchObject({ page: '' });
  });

  test.each(['2020-01-01T00:00', inMinutes(3 * 365 * 24 * 60)])('is not planned for %s', async (startsAt) => {
    const { codeId } = await liveCode();
    await expect(setLiveTarget(actor, codeId, { page: 'a', parameters: {}, startsAt })).rejects.toMatchObject(
      {
        issues: [{ field: 'startsAt', key: 'errors.issues.past' }],
      },
    );
  });
});

describe('its rules', () => {
  const base = { page: 'pages/base', parameters: { t: '7' } };
  const lunch = { startTime: '11:30', endTime: '14:00', page: 'pages/lunch', parameters: { b: '1', a: '2' } };
  const closed = { startTime: '22:00', endTime: '08:00', page: '', isPaused: true, message: '打烊了' };

  /** Of the server's wall clock. */
  const at = (hours: number, minutes: number) =>
    vi.spyOn(clock, 'now').mockReturnValue(new Date(2027, 0, 15, hours, minutes));

  test('lead elsewhere by the wall clock of the server, from minute to minute', async () => {
    const { codeId, key } = await liveCode();
    at(10, 0);
    await setLiveTarget(actor, codeId, { ...base, rules: [lunch, closed] });
    const resolver = new Resolver();
    const page = async () => (await resolver.resolve(key)).answer;
    at(11, 29);
    expect(await page()).toEqual({ state: 'open', ...base });
    at(11, 30);
    expect(await page()).toEqual({ state: 'open', page: 'pages/lunch', parameters: { b: '1', a: '2' } });
    at(23, 0);
    expect(await page()).toEqual({ state: 'paused', message: '打烊了' });
  });

  test('hold while the database is away, and are not repeated past their minute', async () => {
    const { codeId, key } = await liveCode();
    at(10, 0);
    await setLiveTarget(actor, codeId, { ...base, rules: [lunch] });
    vi.spyOn(clock, 'now').mockReturnValue(new Date(2027, 0, 15, 11, 29, 57));
    const resolver = new Resolver();
    expect((await resolver.resolve(key)).until).toBe(new Date(2027, 0, 15, 11, 30).getTime());
    at(11, 30);
    vi.spyOn(db(), '$queryRaw').mockRejectedValue(new Error('away'));
    expect((await resolver.resolve(key)).answer).toMatchObject({ page: 'pages/lunch' });
  });

  test('stay in the order of their parameters, in the history and in the record', async () => {
    const { codeId } = await liveCode();
    await setLiveTarget(actor, codeId, { ...base, rules: [lunch] });
    await setLiveTarget(actor, codeId, base);
    const live = await getLive(actor, codeId);
    expect(live?.now.rules).toEqual([]);
    expect(Object.keys(live?.past[0]?.rules[0]?.parameters ?? {})).toEqual(['b', 'a']);
    const event = await db().auditEvent.findFirstOrThrow({
      where: { targetId: codeId, action: 'code.retarget' },
      orderBy: { id: 'desc' },
    });
    expect(event.changes).toEqual({ rules: { from: '11:30-14:00 → pages/lunch b=1 a=2', to: '' } });
  });

  test('stay when many codes are retargeted, and come back with an undo', async () => {
    const { codeId, key } = await liveCode();
    await setLiveTarget(actor, codeId, { ...base, rules: [closed] });
    const values = { ...KEEP, page: 'pages/moved' };
    await startBulk(actor, { kind: 'retarget', values, scope: { codeIds: [codeId] } });
    expect(await getLive(actor, codeId)).toMatchObject({
      now: { page: 'pages/moved', rules: [{ message: '打烊了', startTime: '22:00' }] },
    });
    at(23, 0);
    expect(await answer(key)).toEqual({ state: 'paused', message: '打烊了' });
  });

  test.each([
    ['no condition', { page: 'a' }, 'rules.0.share', 'ruleAlways'],
    ['a day that is none', { from: '2026-02-30' }, 'rules.0.from', 'format'],
    ['days that end first', { from: '2026-12-02', to: '2026-12-01' }, 'rules.0.to', 'ruleDays'],
    ['a time that is none', { startTime: '24:00' }, 'rules.0.startTime', 'format'],
    ['one time twice', { startTime: '08:00', endTime: '08:00' }, 'rules.0.endTime', 'ruleTimes'],
    ['no share', { share: 0 }, 'rules.0.share', 'tooSmall'],
    ['a share of more than all', { share: 101 }, 'rules.0.share', 'tooBig'],
    ['an eighth day', { weekdays: [8] }, 'rules.0.weekdays.0', 'tooBig'],
    ['bad parameters', { share: 1, parameters: { 店: '1' } }, 'rules.0.parameters', 'liveParameters'],
  ])('are refused: %s', async (...[, rule, field, key]) => {
    const { codeId } = await liveCode();
    const given = setLiveTarget(actor, codeId, { ...base, rules: [{ page: '', ...rule }] });
    await expect(given).rejects.toMatchObject({ issues: [{ field, key: `errors.issues.${key}` }] });
    expect((await getLive(actor, codeId))?.past).toEqual([]);
  });

  test('are at most ten', async () => {
    const { codeId } = await liveCode();
    const rules = Array.from({ length: 11 }, () => ({ share: 1, page: 'a' }));
    await expect(setLiveTarget(actor, codeId, { ...base, rules })).rejects.toMatchObject({
      issues: [{ field: 'rules' }],
    });
  });
});

describe('answers', () => {
  test('are remembered for seconds, and never past what is planned', async () => {
    const { codeId, key } = await liveCode();
    const resolver = new Resolver();
    await resolver.resolve(key);
    await setLiveTarget(actor, codeId, { page: 'pages/new', parameters: {}, startsAt: inMinutes(0.05) });
    expect(resolver.remembered(key)?.answer).toMatchObject({ page: '' });
    afterMinutes(1);
    expect(resolver.remembered(key)).toBeUndefined();
    expect((await resolver.resolve(key)).answer).toMatchObject({ page: 'pages/new' });
  });

  test('go on while the database is away', async () => {
    const { key } = await liveCode();
    const resolver = new Resolver();
    await resolver.resolve(key);
    afterMinutes(60);
    vi.spyOn(db(), '$queryRaw').mockRejectedValue(new Error('away'));
    expect((await resolver.resolve(key)).answer).toMatchObject({ state: 'open' });
    await expect(new Resolver().resolve(key)).rejects.toThrow('away');
  });

  test('of many keys at once take few statements', async () => {
    const keys = await Promise.all([liveCode(), liveCode(), liveCode()]);
    const asked = vi.spyOn(db(), '$queryRaw');
    const resolver = new Resolver();
    const answers = await Promise.all(keys.map(({ key }) => resolver.resolve(key)));
    expect(answers.map(({ answer: { state } }) => state)).toEqual(['open', 'open', 'open']);
    expect(asked.mock.calls.length).toBeLessThan(3);
  });
});
