import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
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
