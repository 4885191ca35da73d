import { parseText, renderText, type NameValues, type Part } from '@/lib/exports/names/name-template';
import {
  NO_FILL,
  type BoxElement,
  type CodeElement,
  type Design,
  type PictureElement,
  type TextElement,
} from './design';
import { logoMarks, type LogoPlace } from './logo';
import { CAP_HEIGHT_EM, hasGlyph, MM_PER_PT, widthOf } from './font/metrics';

/** One line of type. `y` is its baseline. */
export type TextMark = {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  width: number;
  sizePt: number;
  bold: boolean;
  color: string;
};

/** What is drawn, in this order, by the file and by the preview alike. */
export type Mark = BoxElement | PictureElement | TextMark | Pick<CodeElement, 'kind' | 'x' | 'y' | 'size'>;

export type PieceProblem = { kind: 'textTooLong' | 'noGlyph'; text: string };

const LINE_EM = 1.3;
const STEP_PT = 0.5;
const ELLIPSIS = '…';

type Type = { sizePt: number; bold: boolean };

/** Latin words stay whole where a line has room for one; Chinese may be broken anywhere. */
function words(text: string): string[] {
  return text.match(/[!-~\u00a1-\u024f]+|\s+|[^]/gu) ?? [];
}

function breakWord(word: string, width: number, type: Type): string[] {
  if (widthOf(word, type) <= width) return [word];
  return [...word];
}

function breakLines(text: string, width: number, type: Type): string[] {
  const lines = [''];
  for (const piece of words(text).flatMap((word) => breakWord(word, width, type))) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf((line + piece).trimEnd(), type) > width) lines.push(piece.trimStart());
    else lines[lines.length - 1] = line === '' ? piece.trimStart() : line + piece;
  }
  return lines.map((line) => line.trimEnd());
}

/** How many lines an element has room for; one in any case. */
function roomFor({ lines, height }: TextElement, { sizePt }: Type): number {
  return Math.max(1, Math.min(lines, Math.floor(height / (sizePt * MM_PER_PT * LINE_EM) + 0.31)));
}

function fits(lines: string[], element: TextElement, type: Type): boolean {
  return (
    lines.length <= roomFor(element, type) &&
    lines.every((line) => widthOf(line, type) <= element.width + 0.001)
  );
}

function cut(lines: string[], element: TextElement, type: Type): string[] {
  const kept = lines.slice(0, roomFor(element, type));
  const last = [...(kept.pop() ?? '')];
  while (last.length > 0 && widthOf(last.join('') + ELLIPSIS, type) > element.width) last.pop();
  return [...kept, last.join('') + ELLIPSIS];
}

/** The largest size at which it fits; at the smallest one it is cut. */
function setText(text: string, element: TextElement) {
  for (let sizePt = element.sizePt; sizePt >= element.minPt; sizePt -= STEP_PT) {
    const type = { sizePt, bold: element.bold };
    const lines = breakLines(text, element.width, type);
    if (fits(lines, element, type)) return { lines, type, whole: true };
  }
  const type = { sizePt: element.minPt, bold: element.bold };
  return { lines: cut(breakLines(text, element.width, type), element, type), type, whole: false };
}

const SHIFT = { left: 0, center: 0.5, right: 1 };

function textMarks(lines: string[], element: TextElement, type: Type): TextMark[] {
  const em = type.sizePt * MM_PER_PT;
  const blockMm = (lines.length - 1) * LINE_EM * em + CAP_HEIGHT_EM * em;
  const top = element.y + (element.height - blockMm) / 2;
  return lines.map((text, at) => {
    const width = widthOf(text, type);
    const x = element.x + (element.width - width) * SHIFT[element.align];
    const y = top + at * LINE_EM * em + CAP_HEIGHT_EM * em;
    return { kind: 'text', text, x, y, width, ...type, color: element.color };
  });
}

function codeMarks({ x, y, size, quiet, backdrop }: CodeElement): Mark[] {
  const side = size + 2 * quiet;
  const ground = { x: x - quiet, y: y - quiet, width: side, height: side, radius: quiet, fill: backdrop };
  return [
    { kind: 'box', ...ground },
    { kind: 'code', x, y, size },
  ];
}

const INK = '#14181f';

/** The shapes of a box: what is filled, and the line that runs along the inside of its edge. */
export function boxShapes({ x, y, width, height, ...box }: BoxElement) {
  const frame = { x, y, width, height, radius: Math.min(box.radius, width / 2, height / 2) };
  const border = Math.min(box.border ?? 0, width / 2, height / 2);
  const half = border / 2;
  const inner = {
    ...{ x: x + half, y: y + half, width: width - border, height: height - border },
    radius: Math.max(0, frame.radius - half),
  };
  return {
    fill: box.fill === NO_FILL ? null : frame,
    outline: border > 0 ? { ...inner, border, color: box.borderColor ?? INK } : null,
  };
}

const HEAD_MM = { side: 10, y: 5, height: 7, share: 0.68 };

/** The top line of a sheet: what the design says there, and at the right what is printed. */
export function placeHead({ head }: Design, about: string, pageWidth: number): TextMark[] {
  if (!head) return [];
  const room = pageWidth - 2 * HEAD_MM.side;
  const type = { sizePt: 9, minPt: 6, lines: 1, bold: false, color: INK };
  const line = { kind: 'text' as const, y: HEAD_MM.y, height: HEAD_MM.height, ...type };
  const left = room * HEAD_MM.share;
  const x = HEAD_MM.side;
  const parts: TextElement[] = [
    { ...line, x, width: left, text: head, align: 'left' },
    { ...line, x: x + left, width: room - left, text: about, align: 'right' },
  ];
  return parts.flatMap((part) => {
    const set = setText([...part.text].filter(hasGlyph).join(''), part);
    return textMarks(set.lines, part, set.type);
  });
}

/** A design whose texts were read once, for many pieces. */
export type ReadDesign = { design: Design; texts: Map<TextElement, Part[]> };

/** @returns the issue of the first text that names what there is not */
export function readDesign(design: Design, columns: readonly string[]) {
  const texts = new Map<TextElement, Part[]>();
  for (const element of design.elements) {
    if (element.kind !== 'text') continue;
    const { parts, issue } = parseText(element.text, columns);
    if (!parts) return { read: null, issue };
    texts.set(element, parts);
  }
  return { read: { design, texts }, issue: null };
}

/** What one piece shows, with the origin at its upper left corner, and what is wrong with it. */
export function placePiece({ design, texts }: ReadDesign, values: NameValues, logo: LogoPlace | null = null) {
  const problems: PieceProblem[] = [];
  const marks = design.elements.flatMap((element): Mark[] => {
    if (element.kind === 'box' || element.kind === 'picture') return [element];
    if (element.kind === 'code') return [...codeMarks(element), ...logoMarks(element, logo)];
    const given = renderText(texts.get(element) ?? [], values)
      .replace(/\s+/gu, ' ')
      .trim();
    const unknown = [...given].filter((character) => !hasGlyph(character));
    if (unknown.length > 0) problems.push({ kind: 'noGlyph', text: [...new Set(unknown)].join(' ') });
    const text = [...given].filter(hasGlyph).join('');
    if (text === '') return [];
    const { lines, type, whole } = setText(text, element);
    if (!whole) problems.push({ kind: 'textTooLong', text: given });
    return textMarks(lines, element, type);
  });
  return { marks, problems };
}
