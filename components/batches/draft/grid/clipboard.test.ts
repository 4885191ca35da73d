import { describe, expect, test } from 'vitest';
import { EDIT_MAX_CELLS, EDIT_MAX_CHARS } from '@/lib/batches/limits';
import { partsOf, readTsv, writeTsv, type Part } from './clipboard';

describe('rows on the clipboard', () => {
  test.each([
    ['A1', [['A1']]],
    [
      'A1\tB1\r\nA2\tB2\r\n',
      [
        ['A1', 'B1'],
        ['A2', 'B2'],
      ],
    ],
    [
      '\t\n\tx',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"zwei\nZeilen"\t"ein ""Wort"""', [['zwei\nZeilen', 'ein "Wort"']]],
    ['5" hoch\t"offen', [['5" hoch', '"offen']]],
    ['"a"b\tc', [['"a"b', 'c']]],
  ])('%j is read as a spreadsheet means it', (text, rows) => {
    expect(readTsv(text)).toEqual(rows);
  });

  test('come back as they went', () => {
    const rows = [
      ['一', 'a\tb', ''],
      ['"q"', 'zwei\nZeilen', '5" hoch'],
    ];
    expect(readTsv(writeTsv(rows))).toEqual(rows);
  });
});

/** What the table has once all parts were put into it. */
function joined(parts: Part[]): string[][] {
  const rows: string[][] = [];
  for (const { row, column, cells } of parts)
    for (const [index, texts] of cells.entries())
      (rows[row + index] ??= []).splice(column, texts.length, ...texts);
  return rows;
}

describe('a large paste goes in parts that one call takes, and nothing of it is lost', () => {
  test.each([
    ['many short rows', Array.from({ length: 30_000 }, (_, row) => [`A${row}`, 'x']), 6],
    ['long cells', Array.from({ length: 60 }, () => ['y'.repeat(4_000)]), 3],
    [
      'a row that is too long for one call',
      [['a'], Array.from({ length: 100 }, (_, at) => `${at}`.repeat(1_500)), ['b', '']],
      5,
    ],
    ['ragged rows', [['a'], [], ['b', 'c', 'd']], 1],
  ])('%s', (_, rows, count) => {
    const parts = partsOf(rows);
    expect(joined(parts)).toEqual(rows);
    expect(parts).toHaveLength(count);
    for (const { cells } of parts) {
      expect(cells.flat().length).toBeLessThanOrEqual(EDIT_MAX_CELLS);
      expect(cells.flat().join('').length).toBeLessThanOrEqual(EDIT_MAX_CHARS);
    }
  });
});
