import { describe, expect, test } from 'vitest';
import { parseInput } from '@/lib/validation';
import { seriesSchema } from '@/lib/batches/draft/draft-schema';
import { sequenceTable } from './sequence';
import type { Series } from './table';

const series = (overrides: Partial<Series> = {}): Series => ({
  ...{ name: '桌号', prefix: '', start: 1, count: 3, step: 1, pad: 0, suffix: '' },
  ...overrides,
});
const cellsOf = (...all: Series[]) => sequenceTable(all).table.rows.map(({ cells }) => cells);

describe('a number series', () => {
  test('has prefix, padding, step and suffix', () => {
    const one = series({ prefix: 'T-', start: 8, step: 2, pad: 3, suffix: '号' });
    expect(sequenceTable([one])).toEqual({
      table: {
        columns: ['桌号'],
        rows: [
          { line: 1, cells: ['T-008号'] },
          { line: 2, cells: ['T-010号'] },
          { line: 3, cells: ['T-012号'] },
        ],
      },
      origin: { kind: 'sequence', series: [one] },
      findings: [],
    });
  });

  test('may go down, past zero', () => {
    expect(cellsOf(series({ start: 1, step: -1, pad: 2 }))).toEqual([['01'], ['00'], ['-01']]);
  });

  test('grows past its padding', () => {
    expect(cellsOf(series({ start: 99, pad: 2, count: 2 }))).toEqual([['99'], ['100']]);
  });

  test('goes through every combination with others, the last one fastest', () => {
    expect(cellsOf(series({ name: '店', prefix: 's', count: 2 }), series({ count: 2 }))).toEqual([
      ['s1', '1'],
      ['s1', '2'],
      ['s2', '1'],
      ['s2', '2'],
    ]);
  });

  test('makes 50,000 rows and no more', () => {
    expect(cellsOf(series({ count: 50_000 }))).toHaveLength(50_000);
    expect(() => cellsOf(series({ count: 251 }), series({ name: '店', count: 200 }))).toThrow(
      expect.objectContaining({
        issues: [
          { field: 'series', key: 'batchIssues.seriesTooLong', values: { max: 50_000, actual: 50_200 } },
        ],
      }),
    );
  });

  test('is checked with the limit that it breaks', () => {
    const issuesOf = (...all: unknown[]) => {
      try {
        parseInput(seriesSchema, all);
        return [];
      } catch (error) {
        return error instanceof Object && 'issues' in error ? error.issues : error;
      }
    };
    expect(issuesOf(series({ count: 0 }))).toMatchObject([{ field: '0.count', values: { min: 1 } }]);
    expect(issuesOf(series({ count: 50_001 }))).toMatchObject([
      { field: '0.count', values: { max: 50_000 } },
    ]);
    expect(issuesOf(series({ start: 1.5 }))).toMatchObject([{ field: '0.start' }]);
    expect(issuesOf(series({ pad: 13 }))).toMatchObject([{ field: '0.pad', values: { max: 12 } }]);
    expect(issuesOf(series({ name: ' ' }))).toMatchObject([
      { field: '0.name', key: 'errors.issues.required' },
    ]);
    expect(issuesOf(series(), series())).toMatchObject([{ field: '1.name', key: 'batchIssues.seriesName' }]);
  });
});
