import type { Design, DesignElement, TextElement } from './design';
import type { StarterKey } from './starter-keys';

// The designs that come with the product. One ink, one accent, and the code as large as its place allows.

const INK = '#14181f';
const SOFT = '#5b6472';
const WHITE = '#ffffff';
const PINE = '#0f5c4a';
const SAND = '#f6f1e7';
const NIGHT = '#1c2433';
const CORAL = '#d9482b';

/** What the designs say beside the names; in the language of whoever prints. */
export type StarterWords = { scan: string; order: string; open: string };

type TextOf = Pick<TextElement, 'x' | 'y' | 'width' | 'height' | 'text' | 'sizePt'> & Partial<TextElement>;

function text(given: TextOf): TextElement {
  const minPt = Math.min(given.sizePt, Math.max(5, given.sizePt * 0.5));
  return { kind: 'text', minPt, lines: 1, bold: false, color: INK, align: 'center', ...given };
}

const box = ([x, y, width, height]: [number, number, number, number], fill: string, radius = 0) =>
  ({ kind: 'box', x, y, width, height, radius, fill }) satisfies DesignElement;

const code = ([x, y]: [number, number], size: number, quiet = 2) =>
  ({ kind: 'code', x, y, size, quiet, backdrop: WHITE }) satisfies DesignElement;

/** A label with the code at the left and name and parameter beside it. */
function sideLabel(key: string, [width, height]: [number, number], bleed = 0): Design {
  const margin = height < 25 ? 1.5 : 2.5;
  const size = height - 2 * margin;
  const x = size + margin * 2;
  const room = { x, width: width - x - margin };
  const name = height * 0.5;
  return {
    ...{ key, width, height, bleed, radius: 1.5, ground: WHITE },
    elements: [
      code([margin, margin], size, 0),
      text({
        ...room,
        ...{ y: margin, height: name, text: '{name}', sizePt: height * 0.36, lines: 2 },
        ...{ bold: true, align: 'left' },
      }),
      text({
        ...room,
        ...{
          y: margin + name,
          height: size - name,
          text: '{scene}',
          sizePt: Math.max(5, height * 0.2),
          minPt: 4.5,
        },
        ...{ lines: 2, color: SOFT, align: 'left' },
      }),
    ],
  };
}

/** The code above, its name below. */
function plain(key: string, [width, height]: [number, number]): Design {
  const foot = height * 0.2;
  const size = Math.min(width, height - foot) - 2;
  return {
    ...{ key, width, height, bleed: 0, radius: 1.5, ground: WHITE },
    elements: [
      code([(width - size) / 2, 1], size, 0),
      text({
        ...{ x: 1.5, y: height - foot - 0.5, width: width - 3, height: foot, text: '{name}', minPt: 5 },
        ...{ sizePt: Math.max(7, height * 0.26), bold: true },
      }),
    ],
  };
}

function tableTent(words: StarterWords): Design {
  return {
    ...{ key: 'tableTent', width: 90, height: 130, bleed: 3, radius: 3, ground: PINE },
    elements: [
      text({
        ...{ x: 8, y: 9, width: 74, height: 13, text: words.order, sizePt: 26, bold: true, color: WHITE },
      }),
      code([17, 32], 56, 4),
      text({
        ...{ x: 8, y: 99, width: 74, height: 14, text: '{name}', sizePt: 24, bold: true, color: WHITE },
      }),
      text({ x: 8, y: 114, width: 74, height: 7, text: words.scan, sizePt: 10, color: '#bfe0d6' }),
    ],
  };
}

function sticker(words: StarterWords): Design {
  return {
    ...{ key: 'sticker', width: 60, height: 72, bleed: 2, radius: 4, ground: WHITE },
    elements: [
      code([6, 5], 48, 0),
      text({ x: 5, y: 54, width: 50, height: 8, text: '{name}', sizePt: 15, bold: true }),
      text({ x: 5, y: 62, width: 50, height: 5, text: words.scan, sizePt: 8, color: SOFT }),
    ],
  };
}

function roundSticker(words: StarterWords): Design {
  return {
    ...{ key: 'roundSticker', width: 70, height: 70, bleed: 2, radius: 35, ground: CORAL },
    elements: [
      box([2.5, 2.5, 65, 65], WHITE, 32.5),
      code([14, 9.5], 42, 0),
      text({ x: 17, y: 52, width: 36, height: 6, text: '{name}', sizePt: 11, bold: true }),
      text({ x: 22, y: 58, width: 26, height: 4.5, text: words.scan, sizePt: 6.5, color: SOFT }),
    ],
  };
}

function doorSticker(words: StarterWords): Design {
  return {
    ...{ key: 'doorSticker', width: 120, height: 160, bleed: 3, radius: 6, ground: SAND },
    elements: [
      text({ x: 10, y: 11, width: 100, height: 16, text: '{name}', sizePt: 32, bold: true, color: PINE }),
      code([20, 36], 80, 5),
      box([50, 129, 20, 0.8], PINE),
      text({ x: 10, y: 134, width: 100, height: 12, text: words.open, sizePt: 17, color: INK }),
    ],
  };
}

function poster(words: StarterWords): Design {
  return {
    ...{ key: 'poster', width: 148, height: 210, bleed: 3, radius: 0, ground: NIGHT },
    elements: [
      text({
        ...{ x: 12, y: 18, width: 124, height: 28, text: '{name}', sizePt: 42, lines: 2, bold: true },
        ...{ color: WHITE, align: 'left' },
      }),
      text({
        x: 12,
        y: 47,
        width: 124,
        height: 9,
        text: words.open,
        sizePt: 14,
        color: '#aab6cc',
        align: 'left',
      }),
      code([30, 76], 88, 6),
      text({ x: 12, y: 182, width: 124, height: 10, text: words.scan, sizePt: 14, color: WHITE }),
    ],
  };
}

function badge(words: StarterWords): Design {
  return {
    ...{ key: 'badge', width: 54, height: 86, bleed: 2, radius: 3, ground: WHITE },
    elements: [
      box([-2, -2, 58, 20], PINE),
      text({ x: 5, y: 4, width: 44, height: 10, text: '{app}', sizePt: 11, bold: true, color: WHITE }),
      code([9, 23], 36, 0),
      text({ x: 5, y: 61, width: 44, height: 10, text: '{name}', sizePt: 17, bold: true }),
      text({ x: 5, y: 73, width: 44, height: 5, text: words.scan, sizePt: 8, color: SOFT }),
    ],
  };
}

function nameCard(words: StarterWords): Design {
  return {
    ...{ key: 'nameCard', width: 90, height: 54, bleed: 2, radius: 0, ground: WHITE },
    elements: [
      box([-2, -2, 5, 58], CORAL),
      text({ x: 9, y: 11, width: 38, height: 12, text: '{name}', sizePt: 18, bold: true, align: 'left' }),
      text({ x: 9, y: 24, width: 38, height: 6, text: '{app}', sizePt: 9, color: SOFT, align: 'left' }),
      text({ x: 9, y: 40, width: 38, height: 6, text: words.scan, sizePt: 8, color: SOFT, align: 'left' }),
      code([50, 9], 36, 0),
    ],
  };
}

/** A design, and the stock that it was made for. */
export type Starter = { key: StarterKey; stock: string; design: Design };

export function starters(words: StarterWords): Starter[] {
  return [
    { key: 'tableTent', stock: 'a4', design: tableTent(words) },
    { key: 'sticker', stock: 'a4', design: sticker(words) },
    { key: 'roundSticker', stock: 'a4', design: roundSticker(words) },
    { key: 'doorSticker', stock: 'a3', design: doorSticker(words) },
    { key: 'poster', stock: 'piece', design: poster(words) },
    { key: 'badge', stock: 'a4', design: badge(words) },
    { key: 'nameCard', stock: 'a4', design: nameCard(words) },
    { key: 'shelf', stock: 'L7160', design: sideLabel('shelf', [63.5, 38.1]) },
    { key: 'small', stock: 'L7651', design: sideLabel('small', [38.1, 21.2]) },
    { key: 'address', stock: '5160', design: sideLabel('address', [66.675, 25.4]) },
    { key: 'roll60x40', stock: 'roll-60x40', design: sideLabel('roll60x40', [60, 40]) },
    { key: 'roll50x30', stock: 'roll-50x30', design: sideLabel('roll50x30', [50, 30]) },
    { key: 'roll40x30', stock: 'roll-40x30', design: plain('roll40x30', [40, 30]) },
  ];
}
