import type { DesignElement, TextElement } from './design';

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
