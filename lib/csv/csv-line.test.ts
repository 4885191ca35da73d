import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-line';
import { guardFormula, unguardFormula } from './formula-guard';

const nasty = fc.string({ unit: fc.constantFrom(...'aA0 \'",;\t\r\n=+-@＝＋－＠。名😀'), maxLength: 12 });

test('a line of CSV is one record with the cells that went in, line ends of any kind included', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 2, maxLength: 5 }), (cells) => {
      const records: string[][] = parse(csvLine(cells), { record_delimiter: '\r\n' });
      expect(records).toEqual([cells.map(guardFormula)]);
    }),
  );
});

test('a line of CSV holds numbers, switches and nothing', () => {
  expect(csvLine(['=1', -5, true, null, 'a\nb'])).toBe('\'=1,-5,true,,"a\nb"\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
  'a cell %j begins with an apostrophe',
  (cell) => {
    const [[text] = []]: string[][] = parse(csvLine([cell]), { record_delimiter: '\r\n' });
    expect(text).toBe(`'${cell}`);
  },
);

test('the formula guard leaves no cell that a spreadsheet would run, and is undone exactly', () => {
  fc.assert(
    fc.property(nasty, (cell) => {
      const guarded = guardFormula(cell);
      expect(guarded).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(unguardFormula(guarded)).toBe(cell);
    }),
  );
});
