import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { viewerOf, type Sight, type UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { countCodes } from './count';
import { sortedConditions } from './conditions';
import { countFacet } from './facets';
import { findPage, type KeyPage } from './find-page';
import { CODE_SORTS, NO_FILTERS, type CodeFilters } from './filters';
import { orderOf, type CodeKey } from './order';
import { listCodes } from './queries';

useDatabase();

// What the list finds and counts, against filters written down a second time in the plainest way.

type Some<T> = readonly [T, ...T[]];
const NAMES: Some<string> = [
  '人民广场店',
  '广场',
  '民广',
  'ɤ广ɤ',
  'A店',
  '店a',
  '100% 折',
  'a_b',
  'T2 航站楼',
  'Ärger',
  '場',
  '',
];
const NOTES: Some<string> = ['', '贴在门口', 'Door', '人民', '\\'];
const SCENES: Some<string> = ['s=21', 'S=2', '广=场', 'x', 's=2&t=4711', 't=x&s=4711', '47-11广'];
const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12));
const MOMENTS: Some<Date> = [day(1), day(1), day(2), day(3)];

let viewer: UserActor;
let codes: Code[] = [];
const tags: { id: string; name: string }[] = [];
let apps: [string, string, string];
const folders: string[] = [];
/** Of those that were scanned. */
const scans = new Map<string, { key: string; count: number }>();

const pick = <T>(list: Some<T>, index: number): T => list[index % list.length] ?? list[0];

/** Every third code is live, half of these were scanned, some of them as often as others. */
async function scanSome(): Promise<void> {
  for (const [n, { id }] of codes.entries()) {
    if (n % 3 !== 0) continue;
    const key = `s${String((n * 37) % 101).padStart(9, '0')}`;
    const scanTotal = n % 2 === 0 ? { create: { count: 1 + (n % 5), lastAt: day(4) } } : undefined;
    await db().liveCode.create({ data: { key, codeId: id, ...(scanTotal && { scanTotal }) } });
  }
  const totals = await db().liveCode.findMany({
    where: { scanTotal: { isNot: null } },
    include: { scanTotal: true },
  });
  for (const { codeId, key, scanTotal } of totals) scans.set(codeId, { key, count: scanTotal?.count ?? 0 });
}

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  const maker = await insertActor();
  apps = [(await insertApp()).id, (await insertApp()).id, (await insertApp()).id];
  for (const name of ['桌贴', '广场活动'])
    tags.push(await db().tag.create({ data: { name, nameKey: name, color: 'gray' } }));
  for (const name of ['上海', '北京'])
    folders.push((await db().folder.create({ data: { name, nameKey: name } })).id);
  for (let n = 0; n < 90; n += 1) {
    const at = pick(MOMENTS, n * 7);
    await insertCode({
      miniProgramId: pick(apps, n),
      name: pick(NAMES, n),
      note: pick(NOTES, n * 3 + 1),
      scene: pick(SCENES, n),
      endpoint: pick(['getwxacodeunlimit', 'getwxacode', 'createwxaqrcode'] as const, n * 5),
      status: pick(['READY', 'READY', 'FAILED', 'QUEUED'] as const, n * 3),
      createdById: n % 4 === 0 ? maker.id : null,
      folderId: n % 3 === 0 ? null : (folders[n % 2] ?? null),
      tagIds: tags.filter((_, index) => (n >> index) % 2 === 1).map(({ id }) => id),
      createdAt: at,
      archivedAt: n % 11 === 0 ? pick(MOMENTS, n) : null,
      deletedAt: n % 13 === 0 ? pick(MOMENTS, n + 1) : null,
    });
  }
  codes = await db().code.findMany();
  await scanSome();
  for (const { id } of codes.slice(0, 20))
    await db().recentCode.create({
      data: { userId: viewer.id, codeId: id, usedAt: pick(MOMENTS, id.length) },
    });
});

function isIn(code: Code, place: CodeFilters['place'], recent: Set<string>): boolean {
  if (place === 'trash') return code.deletedAt !== null;
  if (code.deletedAt) return false;
  if (place === 'archived') return code.archivedAt !== null;
  return code.archivedAt === null && (place === '' || recent.has(code.id));
}

function hasWord(code: Code, word: string): boolean {
  const low = word.toLowerCase();
  const has = (text: string) =>
    /^\d\d?$/.test(word)
      ? (text.match(/\d+/g) ?? []).some((number) => Number(number) === Number(word))
      : text.toLowerCase().includes(low);
  const texts = [code.name, code.note, code.path ?? '', code.page ?? '', code.scene ?? ''];
  const named = tags.filter(({ name }) => has(name)).map(({ id }) => id);
  return texts.some(has) || code.tagIds.some((id) => named.includes(id));
}

function matches(code: Code, filters: CodeFilters, recent: Set<string>): boolean {
  const { app, endpoint, status, tag, folder, q } = filters;
  const meets = [
    isIn(code, filters.place, recent),
    app === '' || app === 'all' || code.miniProgramId === app,
    viewer.sees === 'all' || viewer.sees.includes(code.miniProgramId),
    endpoint.length === 0 || endpoint.includes(code.endpoint),
    status.length === 0 || status.includes(code.status),
    tag.length === 0 || tag.some((id) => code.tagIds.includes(id)),
    folder === '' || code.folderId === (folder === 'none' ? null : folder),
    q.split(' ').every((word) => hasWord(code, word)),
  ];
  return meets.every(Boolean);
}

type Used = Map<string, Date>;

function sortValue(code: Code, { place, sort }: CodeFilters, used: Used): Date | string {
  if (place === 'trash') return code.deletedAt ?? '';
  if (place === 'archived') return code.archivedAt ?? '';
  if (place === 'recent') return used.get(code.id) ?? '';
  if (sort === 'name') return code.name;
  return sort === 'changed' ? code.updatedAt : code.createdAt;
}

const bytes = (text: string) => Buffer.from(text);
const compare = (a: Date | string, b: Date | string) =>
  a instanceof Date && b instanceof Date
    ? a.getTime() - b.getTime()
    : Buffer.compare(bytes(String(a)), bytes(String(b)));

/** Those that were scanned, the most first, and then all others, as they come. */
function scannedFirst(ids: string[]): string[] {
  const of = (id: string) => scans.get(id) ?? { count: 0, key: '' };
  const first = ids.filter((id) => scans.has(id));
  first.sort((a, b) => of(b).count - of(a).count || compare(of(b).key, of(a).key));
  return [...first, ...ids.filter((id) => !scans.has(id))];
}

function naive(filters: CodeFilters, used: Used): string[] {
  const recent = new Set(used.keys());
  const rising = filters.sort === 'oldest' || (filters.place === '' && filters.sort === 'name');
  const found = codes
    .filter((code) => matches(code, filters, recent))
    .map((code) => ({ id: code.id, value: sortValue(code, filters, used) }))
    .sort((a, b) => compare(a.value, b.value) || compare(a.id, b.id));
  const ids = (rising ? found : found.reverse()).map(({ id }) => id);
  return filters.place === '' && filters.sort === 'scans' ? scannedFirst(ids) : ids;
}

/** As the list does it, but with bounds that a table of ninety rows goes beyond. */
async function walked(filters: CodeFilters): Promise<string[]> {
  const conditions = await sortedConditions(filters, viewerOf(viewer));
  const wanted = {
    take: 4,
    userId: viewer.id,
    bounds: { nearRows: 5, gatheredRows: 20, commonRows: 12, farRows: 9 },
  };
  const ids: string[] = [];
  let after: CodeKey | null = null;
  do {
    const page: KeyPage = await findPage(conditions, orderOf(filters), { ...wanted, after });
    ids.push(...page.keys.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}

async function listed(filters: CodeFilters): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCodes(viewer, filters, cursor);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

// Not the capital of the mark, which only the newest tables of Unicode know.
/** Any part of a text that is somewhere, as it is or in capitals, or nothing. */
const word = fc
  .tuple(
    fc.constantFrom(...NAMES, ...NOTES, ...SCENES, '桌贴', '火星'),
    fc.nat(6),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([text, from, length]) =>
    text
      .slice(from, from + length)
      .toUpperCase()
      .replaceAll('Ɤ', 'ɤ'),
  );
const words = fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));

const anyFilters = (): fc.Arbitrary<Partial<CodeFilters>> =>
  fc.record({
    q: fc.oneof(fc.constant(''), words, words),
    app: fc.constantFrom('all', ...apps),
    endpoint: fc.subarray(['getwxacodeunlimit', 'getwxacode', 'createwxaqrcode'] as const, { maxLength: 2 }),
    status: fc.oneof(fc.constant<never[]>([]), fc.subarray(['READY', 'FAILED', 'QUEUED'] as const)),
    tag: fc.oneof(fc.constant<never[]>([]), fc.subarray(tags.map(({ id }) => id))),
    folder: fc.constantFrom('', '', 'none', ...folders),
    place: fc.constantFrom(
      '' as const,
      '' as const,
      'recent' as const,
      'archived' as const,
      'trash' as const,
    ),
    sort: fc.constantFrom(...CODE_SORTS),
  });

const anySight = (): fc.Arbitrary<Sight> =>
  fc.oneof(fc.constant<Sight>('all'), fc.subarray(apps), fc.constant([randomUUID()]));

describe('the list', () => {
  test('finds what a plain reading of the filters finds, in the same order, each once', async () => {
    const used = new Map((await db().recentCode.findMany()).map(({ codeId, usedAt }) => [codeId, usedAt]));
    await fc.assert(
      fc.asyncProperty(anyFilters(), anySight(), async (some, sees) => {
        viewer = { ...viewer, sees };
        const filters: CodeFilters = { ...NO_FILTERS, ...some };
        const expected = naive(filters, used);
        expect(await listed(filters)).toEqual(expected);
        expect(await walked(filters)).toEqual(expected);
        const counted = { count: expected.length, capped: false, estimated: false };
        expect(await countCodes(viewer, filters)).toEqual(counted);
        expect(await countCodes(viewer, filters, { exact: true })).toEqual(counted);
      }),
      { numRuns: 80 },
    );
    viewer = { ...viewer, sees: 'all' };
  });

  test.each<Partial<CodeFilters>>([{}, { status: ['READY'] }, { q: '广' }, { folder: 'none' }])(
    'by scans puts first what was scanned most, and all others behind it, of %j',
    async (some) => {
      const filters: CodeFilters = { ...NO_FILTERS, app: 'all', sort: 'scans', ...some };
      const expected = naive(filters, new Map());
      expect(expected.some((id) => scans.has(id))).toBe(true);
      expect(await listed(filters)).toEqual(expected);
      expect(await walked(filters)).toEqual(expected);
    },
  );

  test('a number of one or two digits is that number, with or without zeros before it, not a part of another', async () => {
    const folderId = folders[0] ?? null;
    for (const name of ['静安寺店 7 号桌', '静安寺店 07', '静安寺店 57', '静安寺店 177', '静安寺店 70'])
      await insertCode({ name, note: '', scene: 'x', miniProgramId: apps[0], folderId, createdAt: day(9) });
    const found = async (q: string) => {
      const page = await listCodes(viewer, { ...NO_FILTERS, app: 'all', q, sort: 'name' });
      return page.items.map(({ name }) => name);
    };
    expect(await found('静安寺店 7')).toEqual(['静安寺店 07', '静安寺店 7 号桌']);
    expect(await found('静安寺店 07')).toEqual(['静安寺店 07', '静安寺店 7 号桌']);
    expect(await found('静安寺店7号桌')).toEqual(['静安寺店 7 号桌']);
    expect(await found('静安寺 · 7号')).toEqual(['静安寺店 7 号桌']);
    expect(await found('静安寺店 57')).toEqual(['静安寺店 57']);
    expect(await found('静安寺店 177')).toEqual(['静安寺店 177']);
    expect(await found('静安寺店 77')).toEqual([]);
    await db().code.deleteMany({ where: { name: { startsWith: '静安寺店' } } });
  });

  test('signs are looked for as they stand, and not only what is between them', async () => {
    for (const name of ['s=1&t=4711', 's=1&t=47110', 's=1&x=4711', 't=4711&s=1', '4711', '47&t=11'])
      await insertCode({ name, note: 'signs', scene: 'x', miniProgramId: apps[0], createdAt: day(9) });
    const found = async (q: string) => {
      const filters: CodeFilters = { ...NO_FILTERS, app: 'all', q: `signs ${q}`, sort: 'name' };
      const page = await listCodes(viewer, filters);
      expect(await walked(filters)).toEqual(page.items.map(({ id }) => id));
      expect(await countCodes(viewer, filters)).toMatchObject({ count: page.items.length });
      return page.items.map(({ name }) => name);
    };
    expect(await found('&t=4711')).toEqual(['s=1&t=4711', 's=1&t=47110']);
    expect(await found('T=4711')).toEqual(['s=1&t=4711', 's=1&t=47110', 't=4711&s=1']);
    expect(await found('=4711&')).toEqual(['t=4711&s=1']);
    expect(await found('%4711')).toEqual([]);
    await db().code.deleteMany({ where: { note: 'signs' } });
  });

  test('counts for each option of a filter what choosing it would leave', async () => {
    const filters: CodeFilters = { ...NO_FILTERS, app: 'all', status: ['FAILED'], q: '广' };
    const count = async (more: Partial<CodeFilters>) =>
      (await countCodes(viewer, { ...filters, ...more })).count;
    const status = await countFacet(viewer, 'status', filters);
    expect(status).toEqual({
      counts: {
        READY: await count({ status: ['READY'] }),
        FAILED: await count({}),
        QUEUED: await count({ status: ['QUEUED'] }),
      },
      estimated: false,
    });
    const tag = await countFacet(viewer, 'tag', filters);
    for (const { id } of tags) expect(tag.counts[id] ?? 0).toBe(await count({ tag: [id] }));
    const folder = await countFacet(viewer, 'folder', filters);
    for (const id of ['none', ...folders]) expect(folder.counts[id] ?? 0).toBe(await count({ folder: id }));
  });

  test('refuses to count a filter that has no options', async () => {
    await expect(countFacet(viewer, 'q', NO_FILTERS)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
