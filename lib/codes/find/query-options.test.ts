import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NO_FILTERS, type CodeFilters } from './filters';
import {
  codeCountOptions,
  codeFacetOptions,
  codeListOptions,
  exactCountOptions,
  toCodeItem,
} from './query-options';
import type { CodeListItem } from './queries';

afterEach(() => vi.restoreAllMocks());

const filters: CodeFilters = { ...NO_FILTERS, q: '门店', status: ['FAILED'], tag: ['t1'], sort: 'name' };

/** What the browser asked the server for. @param cursor where the first answer says that it goes on */
function listen(cursor: string | null = null): string[] {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    asked.push(String(url));
    return Response.json({ items: [], nextCursor: asked.length === 1 ? cursor : null });
  });
  return asked;
}

const fieldsOf = (url: string) => Object.fromEntries(new URL(url, 'http://suncode.test').searchParams);
const narrowed = { q: '门店', status: 'FAILED', tag: 't1' };

describe('the browser asks', () => {
  test('for the first page by its filters alone, and for the next by where that ended', async () => {
    const asked = listen('further');
    const { queryKey, queryFn, initialPageParam, getNextPageParam } = codeListOptions(filters);
    const options = { queryKey, queryFn, initialPageParam, getNextPageParam, pages: 3 };
    expect((await new QueryClient().fetchInfiniteQuery(options)).pages).toHaveLength(2);
    expect(asked.map((url) => url.split('?')[0])).toEqual(['/api/codes', '/api/codes']);
    const first = { ...narrowed, sort: 'name' };
    expect(asked.map(fieldsOf)).toEqual([first, { ...first, cursor: 'further' }]);
  });

  test('how many match whatever their order, so that another order asks for nothing', async () => {
    const asked = listen();
    await new QueryClient().fetchQuery(codeCountOptions(filters));
    expect(codeCountOptions(filters).queryKey).toEqual(codeCountOptions({ ...filters, sort: '' }).queryKey);
    expect(asked.map((url) => [url.split('?')[0], fieldsOf(url)])).toEqual([['/api/codes/count', narrowed]]);
  });

  test('to the last one only by hand, and keeps that apart from the number that may be capped', async () => {
    const asked = listen();
    const exact = exactCountOptions(filters);
    expect(exact.enabled).toBe(false);
    expect(exact.queryKey).not.toEqual(codeCountOptions(filters).queryKey);
    expect(exact.queryKey).toEqual(exactCountOptions({ ...filters, sort: '' }).queryKey);
    await new QueryClient().fetchQuery(exact);
    expect(asked.map(fieldsOf)).toEqual([{ ...narrowed, exact: '1' }]);
  });

  test('for what options of a filter would leave without what is chosen of it', async () => {
    const asked = listen();
    const client = new QueryClient();
    await client.fetchQuery(codeFacetOptions('status', filters));
    await client.fetchQuery(codeFacetOptions('status', { ...filters, status: ['READY'], sort: '' }));
    await client.fetchQuery(codeFacetOptions('tag', filters));
    expect(asked.map((url) => url.split('?')[0])).toEqual(Array(3).fill('/api/codes/facets'));
    expect(asked.map(fieldsOf)).toEqual([
      { q: '门店', tag: 't1', facet: 'status' },
      { q: '门店', tag: 't1', facet: 'status' },
      { q: '门店', status: 'FAILED', facet: 'tag' },
    ]);
    // What is chosen of it makes no other question.
    expect(client.getQueryCache().getAll()).toHaveLength(2);
  });
});

test('pages are asked for again every two seconds while a code on any of them is being made', () => {
  const client = new QueryClient();
  const { queryKey, refetchInterval } = codeListOptions(filters);
  const every = (statuses: string[][]) => {
    const pages = statuses.map((page) => ({ items: page.map((status) => ({ status })), nextCursor: null }));
    client.setQueryData<unknown>(queryKey, { pages, pageParams: [] });
    const query = client.getQueryCache().find({ queryKey });
    return typeof refetchInterval === 'function' ? Reflect.apply(refetchInterval, null, [query]) : null;
  };
  expect(every([['READY', 'FAILED'], []])).toBe(false);
  expect([every([['READY', 'GENERATING']]), every([['READY'], ['FAILED', 'QUEUED']])]).toEqual([2000, 2000]);
});

describe('a code as the browser gets it', () => {
  const moment = new Date('2026-11-26T08:00:00.123Z');
  const text = '2026-11-26T08:00:00.123Z';
  const found: CodeListItem = {
    ...{ id: 'c1', name: '7 号桌', note: '', endpoint: 'getwxacode', status: 'READY', path: 'pages/index' },
    ...{ page: null, scene: null, width: 430, isHyaline: false, envVersion: 'release', tagIds: [] },
    ...{ imageType: null, imageWidthPx: null, imageHeightPx: null, imageSha256: null, failureKey: null },
    ...{ quotaCost: 1, folder: null, createdBy: null, createdByKey: null },
    miniProgram: { id: 'a1', name: '点餐', mode: 'LIVE' },
    ...{ createdAt: moment, updatedAt: moment, archivedAt: null, deletedAt: null },
  };

  test('has its moments as text, and nothing where there was none', () => {
    const { createdAt, updatedAt, archivedAt, deletedAt, ...item } = toCodeItem(found);
    expect([createdAt, updatedAt, archivedAt, deletedAt]).toEqual([text, text, null, null]);
    expect(item).toMatchObject({ id: 'c1', name: '7 号桌', quotaCost: 1 });
    expect(toCodeItem({ ...found, archivedAt: moment, deletedAt: moment })).toMatchObject({
      ...{ archivedAt: text, deletedAt: text },
    });
  });

  test('says when it was scanned where it is live, and that it never was', () => {
    expect(toCodeItem(found)).not.toHaveProperty('scannedAt');
    expect(toCodeItem({ ...found, scans: 0, scannedAt: null })).toMatchObject({ scans: 0, scannedAt: null });
    expect(toCodeItem({ ...found, scans: 2, scannedAt: moment })).toMatchObject({
      scans: 2,
      scannedAt: text,
    });
  });
});
