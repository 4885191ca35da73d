import { expect, test } from 'vitest';
import { parseTable } from './table-file';

// As drafts were stored before 26 November 2026; one lives for a week.
const earlier = (origin: object, firstLine = 2) => ({
  table: {
    columns: ['桌号', '名称'],
    rows: [
      { line: firstLine, cells: ['A01', '一号桌'] },
      { line: firstLine + 2, cells: ['1.2E+15', '二号桌'] },
    ],
  },
  origin,
});
const parse = (stored: object) => parseTable(Buffer.from(JSON.stringify(stored)));

const csv = { kind: 'file', fileName: '桌码.csv', format: 'csv', encoding: 'gb18030', delimiter: 'comma' };

test('an earlier draft of a file with a header opens as it was read, and says what is damaged', async () => {
  const { table, head } = await parse(earlier({ ...csv, hasHeader: true, isErrorList: false }, 4));
  expect(head.origin).toEqual({
    ...{ ...csv, isErrorList: false },
    ...{ headerRow: 3, above: [], aboveCount: 0, asked: {} },
  });
  expect(head).toMatchObject({
    rowCount: 2,
    columns: [{ name: '桌号', samples: ['A01', '1.2E+15'], empty: 0 }, { name: '名称' }],
    findings: [{ kind: 'exponent', count: 1, firstLine: 6, columns: ['桌号'] }],
  });
  expect(table.rows.map(({ damage }) => damage)).toEqual([undefined, { 0: 'exponent' }]);
});

test('one without a header stays without one when it is read again', async () => {
  const { origin } = await parse(earlier({ kind: 'paste', hasHeader: false, isErrorList: true }, 1));
  expect(origin).toEqual({
    ...{ kind: 'paste', delimiter: 'tab', isErrorList: true },
    ...{ headerRow: null, above: [], aboveCount: 0, asked: { headerRow: null } },
  });
});

test('one of a workbook knows its sheets without their sizes', async () => {
  const workbook = { kind: 'file', fileName: 'x', format: 'xlsx', sheet: '一', sheets: ['一', '二'] };
  const { origin } = await parse(earlier({ ...workbook, hasHeader: true, isErrorList: false }));
  expect(origin).toMatchObject({
    sheet: '一',
    sheets: [
      { name: '一', rows: null, columns: null },
      { name: '二', rows: null, columns: null },
    ],
  });
});

test('one of a number series is what it was', async () => {
  const origin = { kind: 'sequence', series: [] };
  expect((await parse(earlier(origin))).origin).toEqual(origin);
});
