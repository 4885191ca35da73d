import type { CodeElement, Design, DesignElement } from '@/lib/print/design';
import { DESIGN_LIMITS, frameOf } from '@/lib/print/design-problems';
import { box, code, INK, text } from '@/lib/print/design-pieces';
import type { AddedPicture } from '@/lib/print/pictures/limits';

// What the editor does to a design. Each gives a new one.

/** What a mouse can point at; fields take tenths. */
const GRID_MM = 0.5;
/** As near to the middle, an element goes there. */
const CATCH_MM = 1;
const LEAST_MM = 1;
const LINE_MM = 0.4;

/** Figures in fields stay short. */
export const rounded = (mm: number) => Math.round(mm * 100) / 100;
const onGrid = (mm: number) => Math.round(mm / GRID_MM) * GRID_MM;
const within = (mm: number) => Math.min(DESIGN_LIMITS.far, Math.max(-DESIGN_LIMITS.far, rounded(mm)));

export type Corner = 'nw' | 'ne' | 'sw' | 'se';

export function replaced(design: Design, at: number, element: DesignElement): Design {
  return { ...design, elements: design.elements.map((known, index) => (index === at ? element : known)) };
}

/** Fields that every kind has, or only some: what an element does not have is not changed. */
export function placed(element: DesignElement, { x, y }: { x: number; y: number }): DesignElement {
  return { ...element, x: within(x), y: within(y) };
}

/** Caught by the middle of the piece. */
function caught(start: number, length: number, whole: number): number {
  const middle = (whole - length) / 2;
  return Math.abs(start - middle) <= CATCH_MM ? middle : onGrid(start);
}

/** Dragged by the mouse from where it was. */
export function dragged(design: Design, element: DesignElement, by: { x: number; y: number }): DesignElement {
  const { x, y, width, height } = frameOf(element);
  return placed(element, {
    x: caught(x + by.x, width, design.width),
    y: caught(y + by.y, height, design.height),
  });
}

/** Whether it stands in the middle, by axis; a line says so while it is dragged. */
export function isCentered(design: Design, element: DesignElement): { x: boolean; y: boolean } {
  const { x, y, width, height } = frameOf(element);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.02;
  return { x: near(x + width / 2, design.width / 2), y: near(y + height / 2, design.height / 2) };
}

function resizedCode(element: CodeElement, corner: Corner, by: { x: number; y: number }): CodeElement {
  const outward = {
    x: corner.endsWith('e') ? by.x : -by.x,
    y: corner.startsWith('s') ? by.y : -by.y,
  };
  const size = Math.max(LEAST_MM, onGrid(element.size + (outward.x + outward.y) / 2));
  const grown = size - element.size;
  return {
    ...element,
    size: within(size),
    x: within(corner.endsWith('w') ? element.x - grown : element.x),
    y: within(corner.startsWith('n') ? element.y - grown : element.y),
  };
}

/** One side dragged: where it starts and how long it is then; the other end stays where it is. */
function side(start: number, length: number, { by, isEnd }: { by: number; isEnd: boolean }) {
  if (isEnd) return { start, length: Math.max(LINE_MM, onGrid(start + length + by) - start) };
  const end = start + length;
  const moved = Math.min(onGrid(start + by), end - LINE_MM);
  return { start: moved, length: end - moved };
}

/** Pulled at a corner; the opposite one stays. A code stays square. */
export function resized(element: DesignElement, corner: Corner, by: { x: number; y: number }): DesignElement {
  if (element.kind === 'code') return resizedCode(element, corner, by);
  const across = side(element.x, element.width, { by: by.x, isEnd: corner.endsWith('e') });
  const down = side(element.y, element.height, { by: by.y, isEnd: corner.startsWith('s') });
  return {
    ...element,
    ...{ x: within(across.start), width: within(across.length) },
    ...{ y: within(down.start), height: within(down.length) },
  };
}

export const ADDED = ['text', 'box', 'line', 'code'] as const;
export type Added = (typeof ADDED)[number];

/** A new element in the middle of the piece, as large as there is room for. */
function fresh({ width, height }: Design, added: Added, words: string): DesignElement {
  const wide = rounded(width * 0.7);
  const x = rounded((width - wide) / 2);
  const y = rounded(height / 2);
  if (added === 'text') {
    const sizePt = Math.max(6, Math.round(Math.min(width, height) / 5));
    return text({ x, y, width: wide, height: rounded(sizePt * 0.6), text: words, sizePt });
  }
  if (added === 'line') return box([x, y, wide, LINE_MM], INK);
  if (added === 'box') return box([x, rounded(height * 0.35), wide, rounded(height * 0.3)], '#e8ecf2');
  const side = rounded(Math.max(15, Math.min(width, height) * 0.4));
  return code([rounded((width - side) / 2), rounded((height - side) / 2)], side);
}

/** As large as it fits into two thirds of the piece. */
export function withPicture(design: Design, { id, widthPx, heightPx }: AddedPicture): Design {
  const { width, height } = design;
  const scale = Math.min((width * 2) / 3 / widthPx, (height * 2) / 3 / heightPx);
  const [w, h] = [rounded(widthPx * scale), rounded(heightPx * scale)];
  const place = { x: rounded((width - w) / 2), y: rounded((height - h) / 2), width: w, height: h };
  const picture = { kind: 'picture' as const, ...place, radius: 0, picture: id, fit: 'cover' as const };
  return { ...design, elements: [...design.elements, picture] };
}

/** Below everything, out to the bleed. */
export function asGround(design: Design, at: number): Design {
  const element = design.elements[at];
  if (element?.kind !== 'picture') return design;
  const { width, height, bleed } = design;
  const whole = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  const ground = { ...element, ...whole, fit: 'cover' as const, radius: 0 };
  return { ...design, elements: [ground, ...design.elements.toSpliced(at, 1)] };
}

export function withAdded(design: Design, added: Added, words: string): Design {
  return { ...design, elements: [...design.elements, fresh(design, added, words)] };
}

export function without(design: Design, at: number): Design {
  return { ...design, elements: design.elements.filter((_, index) => index !== at) };
}

/** A copy a little further down, right above it. */
export function withCopy(design: Design, at: number): Design {
  const element = design.elements[at];
  if (!element) return design;
  const copy = placed(element, { x: element.x + 2, y: element.y + 2 });
  return { ...design, elements: design.elements.toSpliced(at + 1, 0, copy) };
}

/** One step up, over what stands above it, or down. */
export function restacked(design: Design, at: number, step: 1 | -1): Design {
  const [element, other] = [design.elements[at], design.elements[at + step]];
  if (!element || !other) return design;
  const elements = design.elements.with(at, other).with(at + step, element);
  return { ...design, elements };
}
