import { describe, expect, test } from 'vitest';
import { hasOwnOrder } from './along';
import { withoutCommonTexts } from './common-texts';
import { sortedConditions, type CodeConditions } from './conditions';
import { coversOf } from './covers';
import { NO_FILTERS, type CodeFilters } from './filters';
import { gather } from './gather';
import { NEWEST, type CodeOrder } from './order';
import { withSaid } from './said';
import { withScans } from './scanned';
import { appsOfFilters, seenCodeIds } from './seen-codes';

// There is no database here: whatever asked it would fail.

const apps = (count: number) => Array.from({ length: count }, (_, n) => `a${n}`);
const conditionsOf = (filters: Partial<CodeFilters>, sees: 'all' | string[] = 'all', userId = 'u1') =>
  sortedConditions({ ...NO_FILTERS, ...filters }, { userId, sees });

describe('without asking the database', () => {
  test('nothing is looked up of nothing', async () => {
    expect(await coversOf([])).toEqual(new Map());
    const conditions = await conditionsOf({ folder: 'f1' });
    expect(await withoutCommonTexts(conditions)).toBe(conditions);
    const wanted = { conditions: await conditionsOf({}), order: NEWEST, after: null, take: 1 };
    expect(await gather(wanted, 1)).toBeNull();
  });

  test('who sees everything is given what they named, known or not', async () => {
    expect(await seenCodeIds({ sees: 'all' }, ['b', 'a', 'b'])).toEqual(['b', 'a', 'b']);
  });

  test('codes that cannot be live are told no scans, and scenes that are no pairs say nothing more', async () => {
    const plain = { endpoint: 'getwxacode' as const, scene: null };
    const named = { endpoint: 'getwxacodeunlimit' as const, scene: 't=7' };
    expect(await withScans([plain, named])).toEqual([plain, named]);
    const found = { scene: 'table7', page: 'pages/index', miniProgram: { id: 'a1' } };
    expect(await withSaid([found])).toEqual([found]);
  });
});

describe('work on all that match keeps to', () => {
  test('the Mini Program that is chosen, else those that are seen, and to none for who sees all', () => {
    expect(appsOfFilters({ sees: ['a1', 'a2'] }, 'a2')).toEqual(['a2']);
    expect(appsOfFilters({ sees: ['a1', 'a2'] }, 'all')).toEqual(['a1', 'a2']);
    expect(appsOfFilters({ sees: ['a1', 'a2'] }, '')).toEqual(['a1', 'a2']);
    expect(appsOfFilters({ sees: 'all' }, 'a2')).toEqual(['a2']);
    expect(appsOfFilters({ sees: 'all' }, 'all')).toEqual([]);
  });
});

describe('codes are found', () => {
  const kinds = ({ indexed, others, texts, lead, apps: seen }: CodeConditions) => ({
    ...{ indexed: indexed.length, others: others.length, texts: texts.length },
    ...{ lead: lead?.sql ?? null, seen },
  });
  const none = { indexed: 0, others: 0, texts: 0, lead: null, seen: null };

  test('along the order alone where nothing narrows', async () => {
    expect(kinds(await conditionsOf({}))).toEqual(none);
    expect(kinds(await conditionsOf({ app: 'all' }))).toEqual(none);
    expect((await conditionsOf({ from: '2026-01-01', to: '2026-01-02' })).dates).toHaveLength(2);
  });

  test.each<[Partial<CodeFilters>, Partial<typeof none> & { leads?: string }]>([
    [{ status: ['FAILED'] }, { indexed: 1, leads: '"status"' }],
    [{ status: ['FAILED', 'GENERATING'] }, { indexed: 1 }],
    [{ status: ['READY'] }, { others: 1 }],
    [{ status: ['FAILED', 'READY'] }, { others: 1 }],
    [{ folder: 'f1' }, { indexed: 1, leads: '"folderId"' }],
    [{ folder: 'none' }, { others: 1 }],
    [{ creator: 'u1' }, { indexed: 1, leads: '"createdById"' }],
    [
      { creator: 'u1', folder: 'f1', status: ['FAILED'] },
      { indexed: 3, leads: '"folderId"' },
    ],
    [{ app: 'a1' }, { others: 1, leads: '"miniProgramId"' }],
    [{ tag: ['t1'], batch: 'b1', scans: 'never', place: 'recent' }, { indexed: 4 }],
    [{ endpoint: ['getwxacode'], cause: 'timeout' }, { others: 2 }],
    [{ sort: 'name', place: 'trash' }, {}],
  ])('of %j by what an index knows', async (filters, { leads, ...numbers }) => {
    const { lead, ...found } = kinds(await conditionsOf(filters));
    expect(found).toMatchObject({ indexed: 0, others: 0, ...numbers });
    if (leads === undefined) expect(lead).toBeNull();
    else expect(lead).toContain(leads);
  });

  test('among the Mini Programs that are seen, unless one of them is chosen', async () => {
    expect(kinds(await conditionsOf({}, ['a1', 'a2']))).toMatchObject({ indexed: 1, seen: ['a1', 'a2'] });
    expect(kinds(await conditionsOf({ app: 'a1' }, ['a1', 'a2']))).toMatchObject({ indexed: 0, seen: null });
    expect(kinds(await conditionsOf({ app: 'a1' }, ['a1', 'a2'])).others).toBeGreaterThan(0);
  });
});

describe('an index has the codes of what somebody sees in the order of a list', () => {
  const of = async (count: number | 'all', column: CodeOrder['column'], filters: Partial<CodeFilters> = {}) =>
    hasOwnOrder(await conditionsOf(filters, count === 'all' ? 'all' : apps(count)), { ...NEWEST, column });

  test('of everything in every order; of a few Mini Programs in that of their making', async () => {
    expect([await of('all', 'createdAt'), await of('all', 'name')]).toEqual([true, true]);
    expect([await of(1, 'createdAt'), await of(1, 'name')]).toEqual([true, false]);
  });

  test('of sixteen Mini Programs side by side and not of more, unless something else leads to them', async () => {
    expect([await of(16, 'createdAt'), await of(17, 'createdAt')]).toEqual([true, false]);
    expect(await of(17, 'createdAt', { folder: 'f1' })).toBe(true);
    expect(await of(17, 'updatedAt', { folder: 'f1' })).toBe(false);
  });
});

test('what somebody typed is a value of the statement and no word of it', async () => {
  const typed = `'; DROP TABLE "Code"; --`;
  const { indexed } = await conditionsOf({ folder: typed, creator: typed, batch: typed, tag: [typed] });
  expect(indexed.map(({ values }) => values.flat())).toEqual(Array(4).fill([typed]));
  for (const { sql: words } of indexed) expect(words).not.toContain('DROP');
});
