import { parseText, renderText, type NameValues, type Part } from '@/lib/exports/names/name-template';
import {
  NO_FILL,
  type BoxElement,
  type CodeElement,
  type Design,
  type DesignElement,
  type PictureElement,
  type TextElement,
} from './design';
import { logoMarks, type LogoPlace } from './logo';
import { indexLogos, logoOf, type LogoIndex } from './row-logos';
import { hasGlyph } from './font/metrics';
import { setText, type TextMark } from './set-text';

/** What is drawn, in this order, by the file and by the preview alike. */
export type Mark = BoxElement | PictureElement | TextMark | Pick<CodeElement, 'kind' | 'x' | 'y' | 'size'>;

export type PieceProblem = { kind: 'textTooLong' | 'noGlyph' | 'logoMissing' | 'logoNone'; text: string };

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
  return parts.flatMap((part) => setText([...part.text].filter(hasGlyph).join(''), part).marks);
}

/** A design whose texts and lists of pictures were read once, for many pieces. */
export type ReadDesign = {
  design: Design;
  texts: Map<TextElement, Part[]>;
  logos: Map<CodeElement, LogoIndex>;
};

function readElement(read: ReadDesign, element: DesignElement, columns: readonly string[]) {
  if (element.kind === 'text') {
    const { parts, issue } = parseText(element.text, columns);
    if (parts) read.texts.set(element, parts);
    return issue;
  }
  if (element.kind !== 'code' || !element.logos) return null;
  const { column } = element.logos;
  if (!columns.includes(column)) return { key: 'columnUnknown' as const, values: { column } };
  read.logos.set(element, indexLogos(element.logos));
  return null;
}

/** @returns the issue of the first element that names what there is not */
export function readDesign(design: Design, columns: readonly string[]) {
  const read: ReadDesign = { design, texts: new Map(), logos: new Map() };
  for (const element of design.elements) {
    const issue = readElement(read, element, columns);
    if (issue) return { read: null, issue };
  }
  return { read, issue: null };
}

/** Other rows have a picture there. */
const isLeft = ({ logos }: CodeElement, picture: string | null) => logos !== undefined && picture === null;

/** What one piece shows, with the origin at its upper left corner, and what is wrong with it. */
export function placePiece(read: ReadDesign, values: NameValues, place: LogoPlace | null = null) {
  const problems: PieceProblem[] = [];
  const marks = read.design.elements.flatMap((element): Mark[] => {
    if (element.kind === 'box' || element.kind === 'picture') return [element];
    if (element.kind === 'code') {
      const { picture, missing } = logoOf(read, element, values.columns);
      if (missing !== null) problems.push({ kind: 'logoMissing', text: missing });
      else if (isLeft(element, picture)) problems.push({ kind: 'logoNone', text: values.name });
      return [...codeMarks(element), ...logoMarks(element, picture, place)];
    }
    const given = renderText(read.texts.get(element) ?? [], values)
      .replace(/\s+/gu, ' ')
      .trim();
    const unknown = [...given].filter((character) => !hasGlyph(character));
    if (unknown.length > 0) problems.push({ kind: 'noGlyph', text: [...new Set(unknown)].join(' ') });
    const text = [...given].filter(hasGlyph).join('');
    if (text === '') return [];
    const { marks: set, isWhole } = setText(text, element);
    if (!isWhole) problems.push({ kind: 'textTooLong', text: given });
    return set;
  });
  return { marks, problems };
}
