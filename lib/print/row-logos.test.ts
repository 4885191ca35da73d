import { describe, expect, test } from 'vitest';
import type { CodeElement } from './design';
import { blankDesign, code } from './design-pieces';
import { designColumns, designProblems } from './design-problems';
import { placePiece, readDesign } from './place-piece';
import { previewOf } from './preview-of';
import { withFiles } from './designs/edit-logos';

const files = [
  { name: 'Anna.JPG', picture: 'a' },
  { name: 'José.png', picture: 'j' },
  { name: '李雷.v2.webp', picture: 'l' },
];

function designWith(logos: CodeElement['logos']) {
  return { ...blankDesign(), elements: [{ ...code([10, 10], 60), logos }] };
}

const values = {
  ...{ name: '一号', scene: '', path: '', page: '', row: 1, date: '', app: '' },
  ...{ folder: '', tags: '', id: '', width: '', columns: {} },
};
const circle = { x: 0.5, y: 0.5, radius: 0.16, isClear: false };

function shownFor(cell: string) {
  const { read } = readDesign(designWith({ column: '照片', files }), ['照片']);
  if (!read) throw new Error('cannot be read');
  const { marks, problems } = placePiece(read, { ...values, columns: { 照片: cell } }, circle);
  return { pictures: marks.flatMap((mark) => (mark.kind === 'picture' ? [mark.picture] : [])), problems };
}

describe('a row names its picture', () => {
  test.each([
    ['Anna.JPG', 'a'],
    ['anna.jpg', 'a'],
    [' ANNA  ', 'a'],
    // As macOS writes it: the accent is a letter of its own.
    ['Jose\u0301', 'j'],
    ['李雷.V2', 'l'],
    ['李雷.v2.webp', 'l'],
  ])('“%s”', (cell, picture) => {
    expect(shownFor(cell)).toEqual({ pictures: [picture], problems: [] });
  });

  test.each(['anna.png', 'ann', '李雷', 'Anna.JPG.png'])('that is not there: “%s”', (cell) => {
    expect(shownFor(cell)).toEqual({ pictures: [], problems: [{ kind: 'logoMissing', text: cell }] });
  });

  test.each(['', '  '])('or none', (cell) => {
    expect(shownFor(cell)).toEqual({ pictures: [], problems: [{ kind: 'logoNone', text: '一号' }] });
  });

  test('in a column that there has to be', () => {
    const design = designWith({ column: '照片', files });
    expect(readDesign(design, ['店铺']).issue).toEqual({ key: 'columnUnknown', values: { column: '照片' } });
    expect(designColumns(design)).toEqual(['照片']);
  });
});

test('a list has one picture of each name, in the order of names', () => {
  const known = { column: '照片', files };
  const { files: changed, column } = withFiles(known, [
    { name: 'ANNA.png', picture: 'new' },
    { name: 'Bo.png', picture: 'b' },
  ]);
  expect(column).toBe('照片');
  expect(changed.map(({ picture }) => picture)).toEqual(['new', 'b', 'j', 'l']);
});

test('a design is not kept before a column was chosen and pictures were added', () => {
  const problems = (column: string, all: typeof files) =>
    designProblems(designWith({ column, files: all })).map(({ key, at }) => [key, at]);
  expect(problems('', [])).toEqual([
    ['logoColumnNone', 0],
    ['logoFilesNone', 0],
  ]);
  expect(problems('照片', files)).toEqual([]);
});

test('without a table the first picture of the list is shown', () => {
  for (const column of ['', '照片']) {
    const { design, sample } = previewOf(designWith({ column, files }), {
      ...{ values, picture: '', isSquare: false },
    });
    const { read } = readDesign(design, Object.keys(sample.values.columns));
    expect(read && placePiece(read, sample.values, circle).marks).toContainEqual(
      expect.objectContaining({ kind: 'picture', picture: 'a' }),
    );
  }
});
