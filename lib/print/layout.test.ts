import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import type { NameValues } from '@/lib/exports/names/name-template';
import { placeHead, placePiece, readDesign } from './place-piece';
import { gridOf, sheetCount, STOCKS } from './sheet';
import { STARTER_KEYS } from './starter-keys';
import { starters, starterWords } from './starters';

const words = starterWords(
  createTranslator({ locale: 'zh-CN', messages: loadMessages('zh-CN'), namespace: 'exports.print.words' }),
);
const designs = starters(words);
const values: NameValues = {
  ...{ name: '一号桌', scene: 't=1', path: '', page: '', row: 1, date: '2026-11-26', app: '咖啡' },
  ...{ folder: '', tags: '', id: '1', width: '430', columns: {} },
};
const choice = (stock: string) => ({ stock, startAt: 1, copies: 1, cropMarks: false });

describe('a design of the product', () => {
  test.each(designs)(
    '$key fits on its own sheet, on no other piece, and within the page',
    ({ design, stock }) => {
      const { places, pageWidth, pageHeight } = gridOf(choice(stock), design);
      expect(places.length).toBeGreaterThan(0);
      for (const { x, y } of places) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.001);
        expect(x + design.width).toBeLessThanOrEqual(pageWidth + 0.001);
        expect(y + design.height).toBeLessThanOrEqual(pageHeight + 0.001);
      }
      const near = places.flatMap((a) =>
        places.filter(
          (b) =>
            a !== b &&
            Math.abs(a.x - b.x) < design.width - 0.001 &&
            Math.abs(a.y - b.y) < design.height - 0.001,
        ),
      );
      expect(near).toEqual([]);
    },
  );

  test.each(designs)(
    '$key has one code that stands inside of it, as large as can be scanned',
    ({ design }) => {
      const codes = design.elements.filter((element) => element.kind === 'code');
      expect(codes).toHaveLength(1);
      for (const { x, y, size, quiet } of codes) {
        expect(size).toBeGreaterThanOrEqual(18);
        expect(Math.min(x, y) - quiet).toBeGreaterThanOrEqual(0);
        expect(
          Math.max(x + size + quiet - design.width, y + size + quiet - design.height),
        ).toBeLessThanOrEqual(0);
      }
    },
  );

  test.each(designs)('$key takes usual names whole', ({ design }) => {
    const { read } = readDesign(design, []);
    const { marks, problems } = read ? placePiece(read, values) : { marks: [], problems: [] };
    expect(problems).toEqual([]);
    expect(marks.some((mark) => mark.kind === 'text' && mark.text === '一号桌')).toBe(true);
  });

  test('is each of the keys', () => {
    expect(designs.map(({ key }) => key).sort()).toEqual([...STARTER_KEYS].sort());
  });
});

describe('a sheet', () => {
  test.each([
    ['L7160', 'shelf', 21],
    ['L7651', 'small', 65],
    ['5160', 'address', 30],
    ['L7163', 'shelf', 14],
  ])('%s has its labels', (stock, key, count) => {
    const design = designs.find((starter) => starter.key === key)?.design;
    expect(design && gridOf(choice(stock), design).places.length).toBe(count);
  });

  test('keeps within the paper on the maker’s figures', () => {
    for (const { labels, width, height } of STOCKS) {
      if (!labels) continue;
      const { left, top, columns, rows, gapX, gapY } = labels;
      expect(2 * left + columns * labels.width + (columns - 1) * gapX).toBeCloseTo(width, 0);
      expect(2 * top + rows * labels.height + (rows - 1) * gapY).toBeCloseTo(height, 0);
    }
  });

  test('has no place for what is larger than its labels', () => {
    const poster = designs.find(({ key }) => key === 'poster')?.design;
    expect(poster && gridOf(choice('L7160'), poster).places).toEqual([]);
  });

  test('counts from the first free label', () => {
    expect(sheetCount(21, choice('L7160'), 21)).toBe(1);
    expect(sheetCount(21, { ...choice('L7160'), startAt: 2 }, 21)).toBe(2);
    expect(sheetCount(10, { ...choice('L7160'), copies: 5 }, 21)).toBe(3);
  });
});

describe('a text', () => {
  const texts = (name: string) => {
    const design = designs.find(({ key }) => key === 'sticker')?.design;
    const { read } = design ? readDesign(design, []) : { read: null };
    return read ? placePiece(read, { ...values, name }) : { marks: [], problems: [] };
  };
  const first = (name: string) => texts(name).marks.find((mark) => mark.kind === 'text');

  test('shrinks until it fits, and no further than its limit', () => {
    const [short, longer, endless] = [first('短'), first('一二三四五六七八九十一二'), first('长'.repeat(80))];
    expect(short).toMatchObject({ sizePt: 15, text: '短' });
    expect(longer).toMatchObject({ text: '一二三四五六七八九十一二' });
    expect(longer?.kind === 'text' && longer.sizePt).toBeLessThan(15);
    expect(longer?.kind === 'text' && longer.width).toBeLessThanOrEqual(50);
    expect(endless).toMatchObject({ sizePt: 7.5 });
    expect(endless?.kind === 'text' && endless.text.endsWith('…')).toBe(true);
    expect(texts('长'.repeat(80)).problems).toEqual([{ kind: 'textTooLong', text: '长'.repeat(80) }]);
  });

  test('leaves out what the font lacks, and says it', () => {
    expect(texts('𠮷店😀').problems).toEqual([{ kind: 'noGlyph', text: '𠮷 😀' }]);
    expect(first('𠮷店😀')).toMatchObject({ text: '店' });
  });
});

test('the head of a sheet stands above its pieces and within its margins, whatever the batch is called', () => {
  const design = designs.find(({ key }) => key === 'acceptance')?.design;
  const grid = design && gridOf(choice('a4'), design);
  for (const about of ['', '20 / 300 · #7', `${'长'.repeat(200)} · 20 / 300 · #7`]) {
    const marks = design && grid ? placeHead(design, about, grid.pageWidth) : [];
    expect(marks.map(({ text }) => text).join('')).toContain('验收表');
    for (const { x, y, width } of marks) {
      expect(x).toBeGreaterThanOrEqual(9.99);
      expect(x + width).toBeLessThanOrEqual(200.01);
      expect(y).toBeLessThan(grid?.places[0]?.y ?? 0);
    }
  }
});
