import { beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { countCodes } from './count';
import { coversOf, coversOfBatches } from './covers';
import { NO_FILTERS, type CodeFilters } from './filters';
import {
  getCode,
  getPicture,
  listCodes,
  listCreators,
  FIRST_PAGE_SIZE,
  PAGE_SIZE,
  type CodeListItem,
} from './queries';

useDatabase();

let viewer: UserActor;
let app: string;

beforeAll(async () => {
  viewer = await insertActor('VIEWER');
  app = (await insertApp()).id;
});

async function allPages(filters: Partial<CodeFilters>): Promise<CodeListItem[]> {
  const items: CodeListItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCodes(viewer, { ...NO_FILTERS, ...filters }, cursor);
    expect(page.items.length).toBeLessThanOrEqual(cursor ? PAGE_SIZE : FIRST_PAGE_SIZE);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

const namesOf = async (filters: Partial<CodeFilters>) =>
  (await allPages(filters)).map(({ name }) => name).sort();

describe('the pages of the gallery', () => {
  test('hold every code once, newest first, also when many were made in one moment', async () => {
    const { id: miniProgramId } = await insertApp();
    const moments = [new Date('2026-11-01T10:00:00Z'), new Date('2026-11-02T10:00:00Z')];
    for (let n = 0; n < FIRST_PAGE_SIZE + PAGE_SIZE + 5; n += 1)
      await insertCode({ miniProgramId, name: `code ${n}`, createdAt: moments[n % 2] ?? moments[0] });
    const items = await allPages({ app: miniProgramId });
    expect(new Set(items.map(({ id }) => id)).size).toBe(FIRST_PAGE_SIZE + PAGE_SIZE + 5);
    const order = items.map(({ createdAt, id }) => `${createdAt.toISOString()} ${id}`);
    expect(order).toEqual([...order].sort().reverse());
    const counted = await countCodes(viewer, { ...NO_FILTERS, app: miniProgramId });
    expect(counted).toEqual({ count: FIRST_PAGE_SIZE + PAGE_SIZE + 5, capped: false, estimated: false });
  });

  test('do not repeat or lose a code when newer ones come while somebody reads', async () => {
    const { id: miniProgramId } = await insertApp();
    const filters = { ...NO_FILTERS, app: miniProgramId };
    for (let n = 0; n < FIRST_PAGE_SIZE + 3; n += 1)
      await insertCode({ miniProgramId, createdAt: new Date(Date.UTC(2026, 0, 1, 0, n)) });
    const first = await listCodes(viewer, filters);
    await insertCode({ miniProgramId });
    const second = await listCodes(viewer, filters, first.nextCursor ?? '');
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(FIRST_PAGE_SIZE + 3);
  });

  test.each(['x', 'eyJhIjoxfQ', Buffer.from('["2026-01-01T00:00:00.000Z",7]').toString('base64url')])(
    'refuse the cursor %j',
    async (cursor) => {
      await expect(listCodes(viewer, NO_FILTERS, cursor)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    },
  );
});

describe('a filter', () => {
  let operator: UserActor;

  beforeAll(async () => {
    operator = await insertActor('OPERATOR');
    const base = { miniProgramId: app };
    const day = (date: string) => new Date(`${date}T12:00:00`);
    await insertCode({ ...base, name: '人民广场店', createdById: operator.id, createdAt: day('2026-03-01') });
    await insertCode({
      ...base,
      name: 'Poster',
      note: '100% off',
      status: 'FAILED',
      createdAt: day('2026-03-02'),
    });
    await insertCode({ ...base, name: 'a_b', scene: 'shop=21', createdAt: day('2026-03-03') });
    await insertCode({
      ...base,
      name: 'square',
      endpoint: 'createwxaqrcode',
      path: 'pages/Store',
      createdAt: day('2026-03-04'),
    });
    await insertCode({ ...base, name: 'deleted', deletedAt: new Date() });
  });

  const cases: [filters: Partial<CodeFilters>, names: string[]][] = [
    [{}, ['Poster', 'a_b', 'square', '人民广场店']],
    [{ q: '广场' }, ['人民广场店']],
    [{ q: 'POSTER' }, ['Poster']],
    [{ q: 'store' }, ['square']],
    [{ q: 'shop=' }, ['a_b']],
    [{ q: '100%' }, ['Poster']],
    [{ q: '%' }, ['Poster']],
    [{ q: '店  广场' }, ['人民广场店']],
    [{ q: '人民　store' }, []],
    [{ q: 'a_b' }, ['a_b']],
    [{ q: '\\' }, []],
    [{ status: ['FAILED'] }, ['Poster']],
    [{ status: ['READY', 'FAILED'], endpoint: ['createwxaqrcode'] }, ['square']],
    [{ from: '2026-03-02', to: '2026-03-03' }, ['Poster', 'a_b']],
    [{ from: '2026-03-04' }, ['square']],
    [{ to: '2026-03-01' }, ['人民广场店']],
  ];

  test.each(cases)('of %j finds %j', async (filters, names) => {
    expect(await namesOf({ app, ...filters })).toEqual(names);
  });

  test('by creator finds what that person made', async () => {
    expect(await namesOf({ creator: operator.id })).toEqual(['人民广场店']);
    expect(await listCreators(viewer)).toContainEqual({ id: operator.id, name: operator.name });
  });

  test('of all Mini Programs finds those of every one', async () => {
    const { id } = await insertApp();
    await insertCode({ miniProgramId: id, name: 'elsewhere' });
    expect(await namesOf({ app: 'all', q: 'elsewhere' })).toEqual(['elsewhere']);
    expect(await namesOf({ app, q: 'elsewhere' })).toEqual([]);
  });

  test.each([
    { status: ['GONE'] },
    { endpoint: 'getwxacode' },
    { from: '2026-02-30' },
    { q: 'x'.repeat(101) },
  ])('of %j is refused', async (filters) => {
    await expect(listCodes(viewer, filters)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('scans', () => {
  test('are told of live codes alone, and put those that were scanned first', async () => {
    const { id: miniProgramId } = await insertApp();
    const lastAt = new Date('2026-11-29T08:00:00Z');
    const live = async (name: string, key: string, count: number) => {
      const { id: codeId } = await insertCode({ miniProgramId, name, scene: key });
      const scanTotal = count > 0 ? { create: { count, lastAt } } : undefined;
      await db().liveCode.create({ data: { key, codeId, ...(scanTotal && { scanTotal }) } });
    };
    await live('once', 's00000once', 1);
    await live('often', 's0000often', 12);
    await live('never', 's0000never', 0);
    await insertCode({ miniProgramId, name: 'plain' });
    const { items } = await listCodes(viewer, { ...NO_FILTERS, app: miniProgramId, sort: 'scans' });
    expect(items.map(({ name, scans, scannedAt }) => [name, scans, scannedAt])).toEqual([
      ['often', 12, lastAt],
      ['once', 1, lastAt],
      ['plain', undefined, undefined],
      ['never', 0, null],
    ]);
  });
});

test('what stands for a batch are the codes that it made first, as long as they are there and have a picture', async () => {
  const { id: miniProgramId } = await insertApp();
  const { id: batchId } = await db().batch.create({
    data: {
      ...{ miniProgramId, name: '批次', source: 'paste', state: 'FINISHED' },
      ...{ columns: [], tableKey: 'none', rowCount: 7 },
    },
  });
  const insert = async (minute: number, more: object = {}) => {
    const generatedAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
    const imageSha256 = `hash ${minute}`;
    const { id: codeId } = await insertCode({ miniProgramId, batchId, generatedAt, imageSha256, ...more });
    return { codeId, imageSha256 };
  };
  const gone = [
    await insert(0, { deletedAt: new Date() }),
    await insert(1, { status: 'FAILED' }),
    await insert(2, { imageSha256: null }),
  ];
  const [fourth, third, second, first] = [await insert(9), await insert(8), await insert(7), await insert(6)];
  const covers = await coversOfBatches([batchId, 'empty']);
  expect([...covers]).toEqual([[batchId, [first, second, third]]]);
  const asked = [...gone, fourth].map(({ codeId }) => codeId);
  expect([...(await coversOf(asked))]).toEqual([[fourth.codeId, fourth]]);
});

describe('one code', () => {
  test('is shown without fingerprint, key or ciphertext', async () => {
    const { id } = await insertCode({ miniProgramId: app });
    const shown = await getCode(viewer, id);
    expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['fingerprint']));
    expect(JSON.stringify(shown)).not.toMatch(/imageKey|secret|ciphertext/i);
  });

  test('that was deleted, or never was, is NOT_FOUND', async () => {
    const { id } = await insertCode({ miniProgramId: app, deletedAt: new Date() });
    await expect(getCode(viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await expect(getCode(viewer, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getPicture(viewer, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('outlives the account of who made it', async () => {
    const leaver = await insertActor();
    const { id } = await insertCode({ miniProgramId: app, createdById: leaver.id });
    await db().user.delete({ where: { id: leaver.id } });
    expect(await getCode(viewer, id)).toMatchObject({ createdBy: null });
  });
});
