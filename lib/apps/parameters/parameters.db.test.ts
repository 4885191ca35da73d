import { beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { DECLARED_MAX } from './declaration';
import { getDeclaredPages } from './queries';
import type { DeclareInput } from './schema';
import { declareParameters } from './service';

useDatabase();

let actor: UserActor;
let app: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = (await insertApp()).id;
});

type Given = DeclareInput['parameters'];
const PAGE = 'pages/table/index';
const declare = (parameters: Given, page = PAGE) => declareParameters(actor, app, { page, parameters });
const kept = async () => (await getDeclaredPages(actor, app)).flatMap(({ parameters }) => parameters);
const issuesOf = async (parameters: Given) =>
  declare(parameters).then(
    () => [],
    ({ issues }) =>
      issues.map(({ field, key }: { field: string; key: string }) => [field, key.split('.').at(-1)]),
  );

const TABLE = { name: 'table', short: 't', type: 'number', isCompact: true, isRequired: true } as const;
const KIND = {
  name: 'kind',
  short: 'k',
  type: 'choice',
  isCompact: true,
  choices: ['堂食', '外带'],
} as const;
const kind = (choices: string[]) => ({ ...KIND, choices });

describe('parameters that are declared', () => {
  test('are kept by page, in their order, and recorded', async () => {
    await declare([TABLE, { name: 'store' }]);
    await declare([{ name: 'id' }], 'pages/goods');
    expect(await getDeclaredPages(await insertActor('VIEWER'), app)).toMatchObject([
      { page: 'pages/goods', parameters: [{ name: 'id', type: 'text', isRequired: false }] },
      { page: PAGE, parameters: [TABLE, { name: 'store' }] },
    ]);
    const events = () =>
      db().auditEvent.findMany({
        where: { targetId: app, action: 'app.declareParameters' },
        orderBy: { at: 'asc' },
      });
    const [event] = await events();
    expect(event).toMatchObject({
      action: 'app.declareParameters',
      details: { page: PAGE },
      changes: { parameters: { from: '', to: 'table(t) number 62!\nstore text' } },
    });
    await declare([TABLE, { name: 'store' }]);
    expect(await events()).toHaveLength(2);
  });

  test('keep what codes are read by: name, short name, type, way and choices', async () => {
    await declare([TABLE, kind(['堂食', '外带'])]);
    expect(await issuesOf([{ ...TABLE, short: 'n' }])).toEqual([['parameters.0.short', 'fixed']]);
    expect(await issuesOf([{ ...TABLE, type: 'text', isCompact: false }])).toEqual([
      ['parameters.0.type', 'fixed'],
    ]);
    expect(await issuesOf([{ ...TABLE, isCompact: false }])).toEqual([['parameters.0.isCompact', 'fixed']]);
    expect(await issuesOf([kind(['外带', '堂食'])])).toEqual([['parameters.0.choices', 'choiceOrder']]);
    await declare([{ ...TABLE, isRequired: false }, kind(['堂食', '外带', '自取'])]);
    expect(await kept()).toMatchObject([{ isRequired: false }, { choices: ['堂食', '外带', '自取'] }]);
  });

  test('stay known when they are left out, and come back as they were', async () => {
    await declare([TABLE, { name: 'store' }]);
    await declare([{ name: 'store' }]);
    expect(await kept()).toMatchObject([
      { name: 'store', isRemoved: false },
      { ...TABLE, isRemoved: true },
    ]);
    expect(await issuesOf([{ name: 'tea', short: 't' }])).toEqual([['parameters.0.short', 'taken']]);
    await declare([TABLE]);
    expect(await kept()).toMatchObject([
      { ...TABLE, isRemoved: false },
      { name: 'store', isRemoved: true },
    ]);
  });

  test('are refused with what is wrong with each', async () => {
    expect(await issuesOf([{ name: '桌号' }])).toEqual([['parameters.0.name', 'name']]);
    expect(await issuesOf([{ name: 'scene' }])).toEqual([['parameters.0.name', 'reserved']]);
    expect(await issuesOf([{ name: 'a' }, { name: 'b', short: 'a' }])).toEqual([
      ['parameters.1.short', 'taken'],
    ]);
    expect(await issuesOf([{ ...TABLE, short: '' }])).toEqual([['parameters.0.short', 'shortMissing']]);
    expect(await issuesOf([{ ...TABLE, type: 'text' }])).toEqual([
      ['parameters.0.isCompact', 'compactUnfit'],
    ]);
    expect(await issuesOf([{ ...KIND, choices: [] }])).toEqual([['parameters.0.choices', 'choices']]);
    expect(await issuesOf([{ ...KIND, isCompact: false, choices: ['堂食'] }])).toEqual([
      ['parameters.0.choices', 'choiceCharacters'],
    ]);
    expect(await issuesOf([])).toEqual([['parameters', 'required']]);
    const many = Array.from({ length: DECLARED_MAX }, (_, at) => ({ name: `p${at}` }));
    await declare(many);
    expect(await issuesOf([{ name: 'more' }])).toEqual([['parameters', 'tooMany']]);
    expect(await kept()).toHaveLength(DECLARED_MAX);
  });

  test('are declared by who makes codes', async () => {
    const viewer = await insertActor('VIEWER');
    const refused = declareParameters(viewer, app, { page: PAGE, parameters: [{ name: 'a' }] });
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('of two people at once are kept one after the other', async () => {
    const both = await Promise.allSettled([declare([TABLE]), declare([{ ...TABLE, short: 'n' }])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('codes that were there before', () => {
  const code = (scene: string, page = PAGE) => insertCode({ miniProgramId: app, page, scene });

  test('must be read as they were meant', async () => {
    await code('table=7&t=12');
    expect(await issuesOf([TABLE])).toEqual([['parameters.0.short', 'printed']]);
    await declare([{ ...TABLE, isCompact: false }]);
    await code('vip=maybe&kind=堂食&no=A7');
    expect(await issuesOf([{ name: 'no', type: 'number' }])).toEqual([['parameters.0.name', 'printed']]);
    expect(await issuesOf([{ name: 'vip', type: 'switch' }])).toEqual([['parameters.0.name', 'printed']]);
    await declare([kind(['堂食']), { name: 'no' }]);
  });

  test('of other pages and other keys say nothing', async () => {
    await code('t=12', 'pages/other');
    await code('at=12&store=t');
    await declare([TABLE]);
    expect(await kept()).toMatchObject([TABLE]);
  });
});
