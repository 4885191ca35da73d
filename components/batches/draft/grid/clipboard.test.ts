import { describe, expect, test } from 'vitest';
import { EDIT_MAX_CELLS, EDIT_MAX_CHARS } from '@/lib/batches/limits';
import { partsOf, readTsv, writeTsv } from './clipboard';

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

test('a large paste goes in parts that one call takes, and nothing of it is lost', () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => [`A${row}`, 'x']);
  const parts = partsOf(rows);
  expect(parts.flat()).toEqual(rows);
  for (const part of parts) {
    expect(part.flat().length).toBeLessThanOrEqual(EDIT_MAX_CELLS);
    expect(part.flat().join('').length).toBeLessThanOrEqual(EDIT_MAX_CHARS);
  }
  const long = Array.from({ length: 60 }, () => ['y'.repeat(4_000)]);
  expect(partsOf(long).map((part) => part.length)).toEqual([25, 25, 10]);
});
