import type { Design, DesignElement } from './design';
import { box, code, CORAL, INK, NIGHT, PINE, SAND, SOFT, text, WHITE } from './design-pieces';
import { plain, sideLabel } from './labels';
import type { DesignKey } from './starter-keys';

// The designs that come with the product. One ink, one accent, and the code as large as its place allows.

/** What the designs say beside the names; in the language of whoever prints. */
type Word = 'scan' | 'order' | 'open' | 'form' | 'opens' | 'rightPage' | 'rightContent' | 'note';
export type StarterWords = Record<Word, string>;

/** @param t of the texts under `exports.print.words` */
export function starterWords(t: (word: Word) => string): StarterWords {
  const [scan, order, open, form] = [t('scan'), t('order'), t('open'), t('form')];
  const checks = { opens: t('opens'), rightPage: t('rightPage'), rightContent: t('rightContent') };
  return { scan, order, open, form, ...checks, note: t('note') };
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
        ...{ x: 8, y: 98, width: 74, height: 15, text: '{name}', sizePt: 24, lines: 2, bold: true },
        color: WHITE,
      }),
      text({ x: 8, y: 114, width: 74, height: 7, text: words.scan, sizePt: 10, color: '#bfe0d6' }),
    ],
  };
}

function sticker(words: StarterWords): Design {
  return {
    ...{ key: 'sticker', width: 60, height: 72, bleed: 2, radius: 4, ground: WHITE },
    elements: [
      code([6, 4], 48, 0),
      text({ x: 5, y: 53.5, width: 50, height: 9.5, text: '{name}', sizePt: 15, lines: 2, bold: true }),
      text({ x: 5, y: 63.5, width: 50, height: 5, text: words.scan, sizePt: 8, color: SOFT }),
    ],
  };
}

function roundSticker(words: StarterWords): Design {
  return {
    ...{ key: 'roundSticker', width: 70, height: 70, bleed: 2, radius: 35, ground: CORAL },
    elements: [
      box([2.5, 2.5, 65, 65], WHITE, 32.5),
      code([14.5, 10.2], 41, 0),
      text({ x: 16, y: 51.5, width: 38, height: 7, text: '{name}', sizePt: 11, lines: 2, bold: true }),
      text({ x: 22, y: 59, width: 26, height: 4, text: words.scan, sizePt: 6.5, color: SOFT }),
    ],
  };
}

function doorSticker(words: StarterWords): Design {
  return {
    ...{ key: 'doorSticker', width: 120, height: 160, bleed: 3, radius: 6, ground: SAND },
    elements: [
      text({
        ...{ x: 10, y: 6.5, width: 100, height: 19.5, text: '{name}', sizePt: 32, lines: 2, bold: true },
        color: PINE,
      }),
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
        ...{ x: 12, y: 13, width: 124, height: 33, text: '{name}', sizePt: 38, lines: 2, bold: true },
        ...{ color: WHITE, align: 'left' },
      }),
      text({
        x: 12,
        y: 46.5,
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
      code([9, 22], 36, 0),
      text({ x: 5, y: 60.5, width: 44, height: 12, text: '{name}', sizePt: 15, lines: 2, bold: true }),
      text({ x: 5, y: 74, width: 44, height: 5, text: words.scan, sizePt: 8, color: SOFT }),
    ],
  };
}

function nameCard(words: StarterWords): Design {
  return {
    ...{ key: 'nameCard', width: 90, height: 54, bleed: 2, radius: 0, ground: WHITE },
    elements: [
      box([-2, -2, 5, 58], CORAL),
      text({
        ...{ x: 9, y: 9, width: 39, height: 14, text: '{name}', sizePt: 18, lines: 2, bold: true },
        align: 'left',
      }),
      text({ x: 9, y: 24, width: 38, height: 6, text: '{app}', sizePt: 9, color: SOFT, align: 'left' }),
      text({ x: 9, y: 40, width: 38, height: 6, text: words.scan, sizePt: 8, color: SOFT, align: 'left' }),
      code([50, 9], 36, 0),
    ],
  };
}

/** An empty square to tick, and what it is ticked for. */
function tick([x, y]: [number, number], label: string): DesignElement[] {
  return [
    box([x, y, 5, 5], INK),
    box([x + 0.4, y + 0.4, 4.2, 4.2], WHITE),
    text({ x: x + 7, y: y - 1, width: 27, height: 7, text: label, sizePt: 9, align: 'left' }),
  ];
}

/** A row of the list with which somebody tries codes out by phone before they are printed by the thousand. */
function acceptance(words: StarterWords): Design {
  const rule = box([0, 32.3, 190, 0.2], '#c3c9d3');
  const column = { x: 44, width: 70, align: 'left' as const };
  return {
    ...{ key: 'acceptance', width: 190, height: 33, bleed: 0, radius: 0, ground: WHITE, head: words.form },
    elements: [
      text({
        x: 0,
        y: 13,
        width: 10,
        height: 7,
        text: '{row}',
        sizePt: 9,
        minPt: 5,
        color: SOFT,
        align: 'left',
      }),
      code([12, 3], 27, 0),
      text({ ...column, y: 3, height: 13, text: '{name}', sizePt: 12, minPt: 7, lines: 2, bold: true }),
      text({
        ...column,
        y: 17,
        height: 13,
        text: '{path} {scene}',
        sizePt: 8,
        minPt: 5,
        lines: 4,
        color: SOFT,
      }),
      ...tick([118, 4], words.opens),
      ...tick([118, 14], words.rightPage),
      ...tick([118, 24], words.rightContent),
      text({ x: 154, y: 3, width: 36, height: 7, text: words.note, sizePt: 9, color: SOFT, align: 'left' }),
      box([154, 19, 36, 0.2], SOFT),
      box([154, 28.8, 36, 0.2], SOFT),
      rule,
    ],
  };
}

/** A design, and the stock that it was made for. */
export type Starter = { key: DesignKey; stock: string; design: Design };

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
    { key: 'acceptance', stock: 'a4', design: acceptance(words) },
  ];
}
