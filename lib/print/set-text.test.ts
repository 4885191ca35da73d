import { describe, expect, test } from 'vitest';
import type { TextElement } from './design';
import { MM_PER_PT } from './font/metrics';
import { setText } from './set-text';

const PT = 10;
/** Chinese characters of this size beside each other. */
const room = (characters: number, sizePt = PT) => characters * sizePt * MM_PER_PT + 0.01;

function element(more: Partial<TextElement>): TextElement {
  const place = { x: 0, y: 0, width: room(6), height: 100, text: '' };
  const type = { sizePt: PT, minPt: PT, lines: 3, bold: false, color: '#000000', align: 'left' as const };
  return { kind: 'text', ...place, ...type, ...more };
}

const linesOf = (text: string, more: Partial<TextElement> = {}) =>
  setText(text, element(more)).marks.map((mark) => mark.text);

describe('a name', () => {
  test('breaks between its parts, and what parts them is left out there', () => {
    expect(linesOf('人民路店 · 一号桌')).toEqual(['人民路店', '一号桌']);
    expect(linesOf('人民 · 大厅 · 一号桌')).toEqual(['人民 · 大厅', '一号桌']);
    expect(linesOf('人民店 · 大厅桌')).toEqual(['人民店', '大厅桌']);
    expect(linesOf('人民店 · 一')).toEqual(['人民店 · 一']);
  });

  test('breaks within a part where its parts would take more lines', () => {
    expect(linesOf('人民路店 · 大堂东厅 · 一二三', { width: room(7.5) })).toEqual([
      '人民路店 · 大堂',
      '东厅 · 一二三',
    ]);
  });

  test('is set a little smaller rather than torn, and not much smaller', () => {
    const torn = { width: room(6), minPt: 1, lines: 2 };
    const [first, second, ...more] = setText('人民路旗舰店铺 · 一号桌', element(torn)).marks;
    expect([first?.text, second?.text, ...more]).toEqual(['人民路旗舰店铺', '一号桌']);
    // Seven characters on the room of six: 8.5 of 10 points.
    expect(first?.sizePt).toBe(8.5);
    const long = setText('人民路旗舰店铺大楼', element(torn)).marks;
    // Nine in one line would have 6.5 points.
    expect(long.map(({ text, sizePt }) => [text, sizePt])).toEqual([
      ['人民路旗舰店', 10],
      ['铺大楼', 10],
    ]);
  });

  test('with a space in a part is torn at it only where it has to be', () => {
    const name = 'People Road Store · Table 1';
    const { marks } = setText(name, element({ width: 26, minPt: 5, lines: 2 }));
    expect(marks.map(({ text }) => text)).toEqual(['People Road Store', 'Table 1']);
  });

  test('of more than three lines is a text, and as large as it can be', () => {
    const { marks } = setText('长'.repeat(20), element({ width: room(5.5), minPt: 5, lines: 4 }));
    expect(marks.map(({ text, sizePt }) => [text.length, sizePt])).toEqual([
      [5, 10],
      [5, 10],
      [5, 10],
      [5, 10],
    ]);
  });

  test('that is cut keeps as many lines as there is room for', () => {
    const { marks, isWhole } = setText('人民路店 · 大堂东厅 · 一号桌', element({ lines: 2 }));
    expect(marks.map(({ text }) => text)).toEqual(['人民路店', '大堂东厅…']);
    expect(isWhole).toBe(false);
    expect(linesOf('一二三四五六七八九十一二三', { lines: 2 })).toEqual(['一二三四五六', '七八九十一…']);
  });
});

describe('lines', () => {
  test('in the middle are about equally long, as few as they were', () => {
    expect(linesOf('一二三四五六七', { align: 'center' })).toEqual(['一二三四', '五六七']);
    expect(linesOf('一二三四五六七八九十一二三', { align: 'center' })).toEqual([
      '一二三四五',
      '六七八九十',
      '一二三',
    ]);
    expect(linesOf('一二三四五六七', { align: 'left' })).toEqual(['一二三四五六', '七']);
    expect(linesOf('一二 Lighthouse 三', { align: 'center', width: room(7) })).toEqual([
      '一二',
      'Lighthouse 三',
    ]);
  });

  test('do not begin with a sign that closes, nor end with one that opens', () => {
    expect(linesOf('一二三四五六，七')).toEqual(['一二三四五', '六，七']);
    expect(linesOf('一二三四五（六）')).toEqual(['一二三四五', '（六）']);
    expect(linesOf('一二三四 Tea（A）')).toEqual(['一二三四 Tea', '（A）']);
  });

  test('of parameters and folders end behind a sign', () => {
    const width = 24;
    expect(linesOf('store=A01&table=12', { width })).toEqual(['store=A01&', 'table=12']);
    expect(linesOf('store=A01&table=12', { width, minPt: 5 })).toEqual(['store=A01&', 'table=12']);
    expect(linesOf('pages/shop/index?id=7', { width })).toEqual(['pages/shop/', 'index?id=7']);
    expect(linesOf('https://example.com/a', { width })).toEqual(['https://', 'example.com/', 'a']);
    expect(linesOf('t=1&s=2', { width })).toEqual(['t=1&s=2']);
    expect(linesOf('pages/a t=1&s=2', { width })).toEqual(['pages/a', 't=1&s=2']);
    expect(linesOf('abcdefghijklmnopqrst', { width })[0]).toMatch(/^abcdefghijk/);
  });

  test('stand in the middle of the height, and where they are told to', () => {
    const { marks } = setText('一二三四五六七', element({ align: 'right', height: 20 }));
    const em = PT * MM_PER_PT;
    const top = (20 - (1.3 + 0.733) * em) / 2;
    expect(marks.map(({ y }) => y)).toEqual(
      [top + 0.733 * em, top + (1.3 + 0.733) * em].map((y) => expect.closeTo(y)),
    );
    expect(marks.map(({ x }) => x)).toEqual([0.01, 5 * em + 0.01].map((x) => expect.closeTo(x)));
  });
});
