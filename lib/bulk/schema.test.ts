import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { asksWeChat, canUndo } from './kinds';
import { runningBulksOptions } from './query-options';
import { bulkActionSchema, bulkScopeSchema } from './schema';
import { toProgress } from './stored';

const ids = (count: number) =>
  Array.from({ length: count }, (_, n) => `0190a5b2-1c3d-7e5f-8a9b-${String(n).padStart(12, '0')}`);
const isAction = (value: unknown) => bulkActionSchema.safeParse(value).success;
const isScope = (value: unknown) => bulkScopeSchema.safeParse(value).success;

describe('what is done to many codes', () => {
  test.each([
    ['addTags', ids(1), true],
    ['removeTags', ids(20), true],
    ['addTags', ids(21), false],
    ['addTags', [], false],
  ])('%s with %j tags', (kind, tagIds, isGood) => {
    expect(isAction({ kind, values: { tagIds } })).toBe(isGood);
  });

  test.each([
    [{ pattern: '{seq}', start: 0 }, true],
    [{ pattern: '{seq}', start: 1_000_000 }, true],
    [{ pattern: '{seq}', start: 1_000_001 }, false],
    [{ pattern: '{seq}', start: -1 }, false],
    [{ pattern: '{seq}', start: 1.5 }, false],
    [{ pattern: ' ', start: 1 }, false],
    [{ pattern: 'x'.repeat(200), start: 1 }, true],
    [{ pattern: 'x'.repeat(201), start: 1 }, false],
  ])('a new name by %j', (values, isGood) => {
    expect(isAction({ kind: 'rename', values })).toBe(isGood);
  });

  test('is one of those that there are, with the values of its kind', () => {
    for (const kind of ['archive', 'unarchive', 'delete', 'restore', 'retry', 'promote', 'purge'])
      expect(bulkActionSchema.parse({ kind })).toEqual({ kind, values: {} });
    expect(isAction({ kind: 'move', values: { folderId: null } })).toBe(true);
    expect(isAction({ kind: 'move', values: {} })).toBe(false);
    expect(isAction({ kind: 'rename' })).toBe(false);
    expect(isAction({ kind: 'print' })).toBe(false);
    const [one] = ids(1);
    expect(bulkActionSchema.parse({ kind: 'addTags', values: { tagIds: [one, one] } })).toEqual({
      ...{ kind: 'addTags', values: { tagIds: [one] } },
    });
  });

  test('can be taken back unless WeChat was asked, or it is gone for ever', () => {
    expect((['archive', 'delete', 'rename', 'retarget'] as const).every(canUndo)).toBe(true);
    expect((['retry', 'promote', 'purge'] as const).map(canUndo)).toEqual([false, false, false]);
    expect((['retry', 'promote', 'purge', 'archive'] as const).map(asksWeChat)).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('which codes', () => {
  const until = '2026-11-26T08:00:00.000Z';

  test('are a thousand ticked ones at most, each once', () => {
    expect(isScope({ codeIds: ids(1_000) })).toBe(true);
    expect(isScope({ codeIds: ids(1_001) })).toBe(false);
    expect(isScope({ codeIds: [] })).toBe(false);
    const [one, two] = ids(2);
    expect(bulkScopeSchema.parse({ codeIds: [two, one, two] })).toEqual({ codeIds: [two, one] });
  });

  test('are all that match, of which there were some', () => {
    expect(isScope({ filters: NO_FILTERS, count: 1, until })).toBe(true);
    expect(isScope({ filters: NO_FILTERS, count: 0, until })).toBe(false);
    expect(isScope({ filters: NO_FILTERS, count: 1, until: 'now' })).toBe(false);
    expect(isScope({ filters: NO_FILTERS, count: 1 })).toBe(false);
  });
});

describe('how far an action is', () => {
  const row = {
    ...{ id: 'b1', kind: 'archive' as const, state: 'RUNNING' as const, undoOfId: null },
    ...{ total: 10, doneCount: 4, changedCount: 3, failedCount: 1 },
  };

  test('is told with whether it can be taken back', () => {
    expect(toProgress(row)).toEqual({
      ...{ id: 'b1', kind: 'archive', state: 'RUNNING', isUndo: false, canUndo: true },
      ...{ total: 10, done: 4, changed: 3, failed: 1 },
    });
    expect(toProgress({ ...row, changedCount: 0 })).toMatchObject({ canUndo: false });
    expect(toProgress({ ...row, changedCount: 1 })).toMatchObject({ canUndo: true });
    expect(toProgress({ ...row, undoOfId: 'b0' })).toMatchObject({ isUndo: true, canUndo: false });
    expect(toProgress({ ...row, kind: 'purge' })).toMatchObject({ canUndo: false });
  });

  test('is never more than all', () => {
    expect(toProgress({ ...row, doneCount: 11 })).toMatchObject({ total: 10, done: 10 });
  });

  test('is asked for again each second while there is one at work', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json([]));
    const client = new QueryClient();
    const { queryKey, refetchInterval, ...options } = runningBulksOptions();
    expect(await client.fetchQuery({ queryKey, ...options })).toEqual([]);
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/bulks');
    const every = (data: unknown[] | undefined) => {
      client.removeQueries();
      if (data) client.setQueryData(['bulks', 'running'], data);
      const query = client.getQueryCache().build(client, { queryKey: ['bulks', 'running'] });
      return typeof refetchInterval === 'function' ? Reflect.apply(refetchInterval, null, [query]) : null;
    };
    expect([every(undefined), every([]), every([{}])]).toEqual([false, false, 1000]);
    fetched.mockRestore();
  });
});
