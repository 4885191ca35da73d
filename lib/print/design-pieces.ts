import type { Design, DesignElement, TextElement } from './design';

// What the designs of the product are put together from.

export const INK = '#14181f';
export const SOFT = '#5b6472';
export const WHITE = '#ffffff';
export const PINE = '#0f5c4a';
export const SAND = '#f6f1e7';
export const NIGHT = '#1c2433';
export const CORAL = '#d9482b';

type TextOf = Pick<TextElement, 'x' | 'y' | 'width' | 'height' | 'text' | 'sizePt'> & Partial<TextElement>;

export function text(given: TextOf): TextElement {
  const minPt = Math.min(given.sizePt, Math.max(5, given.sizePt * 0.5));
  return { kind: 'text', minPt, lines: 1, bold: false, color: INK, align: 'center', ...given };
}

export const box = ([x, y, width, height]: [number, number, number, number], fill: string, radius = 0) =>
  ({ kind: 'box', x, y, width, height, radius, fill }) satisfies DesignElement;

export const code = ([x, y]: [number, number], size: number, quiet = 2) =>
  ({ kind: 'code', x, y, size, quiet, backdrop: WHITE }) satisfies DesignElement;

/** What one's own design begins with: a code on white, and its name. */
export function blankDesign(): Design {
  return {
    ...{ key: 'blank', width: 80, height: 100, bleed: 2, radius: 0, ground: WHITE },
    elements: [
      code([10, 10], 60),
      text({ x: 8, y: 78, width: 64, height: 12, text: '{name}', sizePt: 20, bold: true }),
    ],
  };
}
