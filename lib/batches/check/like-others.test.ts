import { describe, expect, test } from 'vitest';
import { likeOthers } from './like-others';

const table = (columns: string, ...rows: string[]) => ({
  columns: columns.split(','),
  rows: rows.map((row, at) => ({ line: at + 2, cells: row.split(',') })),
});
const TWO_SHOPS = ['静安,JA,1', '静安,JA,2', '徐汇,XH,1', '徐汇,,2', '徐汇,XH,3'];

describe('an empty cell', () => {
  test('is what all rows of the same shop say', () => {
    expect(likeOthers(table('门店,编号,桌号', ...TWO_SHOPS))(3, 1)).toEqual({ of: '徐汇', like: 'XH' });
  });

  test.each([
    ['whose shop has several numbers', ['静安,JA,1', '静安,JB,2', '静安,JA,3', '静安,,4'], 3, 1],
    ['whose shop stands there for the first time', [...TWO_SHOPS, '虹桥,,1'], 5, 1],
    ['that numbers the rows', ['静安,JA,1', '静安,JA,2', '静安,JA,', '静安,JA,4'], 2, 2],
    ['of a row that says nothing else', ['静安,JA,1', '静安,JA,2', ',,3'], 2, 1],
  ])('%s is not guessed', (...[, rows, row, column]) => {
    expect(likeOthers(table('门店,编号,桌号', ...rows))(row, column)).toBeNull();
  });
});
