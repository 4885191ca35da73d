import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { countCodes } from '@/lib/codes/find/count';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { ALL_APPS } from './all-apps';
import { formApp, loadScope, makerHere, shownApp } from './scope';
import { keptTo } from './shared-things';

// What the browser sent along; everything behind it is real.
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));

useDatabase();

let actor: UserActor;
let one: string;
let other: string;

beforeAll(async () => {
  actor = await insertActor();
  one = (await insertApp({ name: '一店' })).id;
});
beforeEach(() => jar.clear());

describe('with one Mini Program', () => {
  test('there is nothing to narrow, whatever was chosen', async () => {
    jar.set('suncode_app', one);
    expect(await loadScope(actor)).toMatchObject({ app: null, apps: [{ id: one }] });
    expect((await formApp(actor))?.id).toBe(one);
  });
});

describe('with several', () => {
  beforeAll(async () => {
    other = (await insertApp({ name: '二店' })).id;
    await insertCode({ miniProgramId: one, status: 'FAILED' });
    await insertCode({ miniProgramId: other });
  });

  test('whoever never chose sees all of them', async () => {
    const scope = await loadScope(actor);
    expect(scope.app).toBeNull();
    expect(shownApp(scope)).toBe(ALL_APPS);
    expect((await countCodes(actor, { ...NO_FILTERS, app: shownApp(scope) })).count).toBe(2);
  });

  test('the chosen one narrows', async () => {
    jar.set('suncode_app', other);
    const scope = await loadScope(actor);
    expect(scope.app?.id).toBe(other);
    const failed = { ...NO_FILTERS, app: shownApp(scope), status: ['FAILED'] };
    expect((await countCodes(actor, failed)).count).toBe(0);
    expect((await countCodes(actor, { ...failed, app: ALL_APPS })).count).toBe(1);
  });

  test('what is made while one is looked at is for its people, under all of them for who sees as much', async () => {
    expect(keptTo(await makerHere(actor))).toEqual([]);
    jar.set('suncode_app', other);
    expect(keptTo(await makerHere(actor))).toEqual([other]);
    const fenced = { ...actor, sees: [one] };
    expect(keptTo(await makerHere(fenced))).toEqual([one]);
  });

  test.each(['all', 'gone', ''])('“%s” is all of them', async (value) => {
    jar.set('suncode_app', value);
    expect((await loadScope(actor)).app).toBeNull();
  });

  test('an address that names a Mini Program, or all, wins', async () => {
    jar.set('suncode_app', other);
    const scope = await loadScope(actor);
    expect(shownApp(scope, one)).toBe(one);
    expect(shownApp(scope, ALL_APPS)).toBe(ALL_APPS);
    expect(shownApp(scope, '')).toBe(other);
  });

  test('a form begins with the scope, else with what the person last made a code for', async () => {
    const someone = await insertActor();
    expect((await formApp(someone))?.id).toBe(one);
    await insertCode({ miniProgramId: other, createdById: someone.id });
    expect((await formApp(someone))?.id).toBe(other);
    jar.set('suncode_app', one);
    expect((await formApp(someone))?.id).toBe(one);
  });

  test('a form begins with a sandbox only where it is chosen', async () => {
    const someone = await insertActor();
    const { id: sandbox } = await insertApp({ mode: 'SANDBOX' });
    await insertCode({ miniProgramId: sandbox, createdById: someone.id });
    expect((await formApp(someone))?.id).toBe(one);
    jar.set('suncode_app', sandbox);
    expect((await formApp(someone))?.id).toBe(sandbox);
  });
});
