import type { TextElement } from './design';
import { CAP_HEIGHT_EM, emsOf, MM_PER_PT } from './font/metrics';

// How a text is broken into lines and as large as it can be.

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

const LINE_EM = 1.3;
const STEP_PT = 0.5;
const ELLIPSIS = '…';
/** Stands between the parts of a name (lib/purposes/build.ts). */
const SEPARATOR = ' · ';
/** A little smaller is better than a name that is torn apart; much smaller is not. */
const SMALLER_RATHER_THAN_TORN = 0.7;
/** What has more lines is no name. */
const NAME_LINES = 3;

/** Latin words stay whole where a line has room for one; Chinese may be broken anywhere, but not before what closes. */
const WORDS =
  / · |\s+|[（《「『【“‘]*(?:[!-~\u00a1-\u024f]+|[^\s!-~\u00a1-\u024f])[，。、！？；：…）》」』】”’]*/gu;
/** Of what is too wide for a line: parameters and folders, with the sign behind them. */
const SEGMENTS = /[^&?/]+[&?/]*|[&?/]+/gu;
const ENDS_SEGMENT = /[&?/]$/u;

/** What is not broken, and its width in em. */
type Piece = { text: string; em: number };
/** `tears`: how many lines end in the middle of a word or of a Chinese name; of a name with parts in the middle of one. */
type Lines = { lines: Piece[]; tears: number };

const isSeparator = ({ text }: Piece) => text === SEPARATOR;
const isGap = (piece: Piece) => piece.text.trim() === '' || isSeparator(piece);
const NOTHING: Piece = { text: '', em: 0 };

/** As many pieces on each line as it has room for. What parts two pieces is left out where a line ends between them. */
function fill(pieces: readonly Piece[], roomEm: number): Lines {
  const lines: Piece[] = [];
  const hasParts = pieces.some(isSeparator);
  const isTear = (line: Piece, gap: Piece) =>
    gap === NOTHING ? !ENDS_SEGMENT.test(line.text) : hasParts && !isSeparator(gap);
  let [line, gap, tears] = [NOTHING, NOTHING, 0];
  for (const piece of pieces) {
    if (isGap(piece)) {
      gap = piece;
      continue;
    }
    const em = line.em + gap.em + piece.em;
    if (line === NOTHING) line = piece;
    else if (em <= roomEm) line = { text: line.text + gap.text + piece.text, em };
    else {
      lines.push(line);
      if (isTear(line, gap)) tears += 1;
      line = piece;
    }
    gap = NOTHING;
  }
  return { lines: [...lines, line], tears };
}

/** A text measured once, for all sizes. */
function measured(text: string, bold: boolean) {
  const pieceOf = (piece: string): Piece => ({ text: piece, em: emsOf(piece, bold) });
  const wordsOf = (part: string) => (part.match(WORDS) ?? []).map(pieceOf);
  const parts = text.split(SEPARATOR).map((part) => ({ whole: pieceOf(part), words: wordsOf(part) }));
  return { pieceOf, words: wordsOf(text), parts, separator: pieceOf(SEPARATOR) };
}

type Measured = ReturnType<typeof measured>;

/** Breaks a word only as deep as it takes for each piece to fit on a line. */
function broken({ pieceOf }: Measured, word: Piece, roomEm: number): Piece[] {
  if (word.em <= roomEm) return [word];
  return (word.text.match(SEGMENTS) ?? []).flatMap((segment) => {
    const piece = pieceOf(segment);
    return piece.em <= roomEm ? [piece] : [...segment].map(pieceOf);
  });
}

/** What lines may be broken between: the parts of a name where that takes no more lines than any place would. */
function piecesOf(text: Measured, roomEm: number): Piece[] {
  const words = text.words.flatMap((word) => broken(text, word, roomEm));
  if (text.parts.length === 1) return words;
  const parts = text.parts.flatMap(({ whole, words: own }, at) => [
    ...(at > 0 ? [text.separator] : []),
    ...(whole.em <= roomEm ? [whole] : own.flatMap((word) => broken(text, word, roomEm))),
  ]);
  return fill(parts, roomEm).lines.length <= fill(words, roomEm).lines.length ? parts : words;
}

/** Halvings of the width; to a five hundredth of it. */
const HALVINGS = 9;

/** As narrow as the same number of lines can be, so that they are about equally long. */
function evenly(pieces: readonly Piece[], roomEm: number): Piece[] {
  const count = fill(pieces, roomEm).lines.length;
  let [tooNarrow, narrowest] = [0, roomEm];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (tooNarrow + narrowest) / 2;
    if (fill(pieces, middle).lines.length > count) tooNarrow = middle;
    else narrowest = middle;
  }
  return fill(pieces, narrowest).lines;
}

const mmOf = (sizePt: number) => sizePt * MM_PER_PT;

/** How many lines an element has room for; one in any case. */
function roomFor({ lines, height }: TextElement, sizePt: number): number {
  return Math.max(1, Math.min(lines, Math.floor(height / (mmOf(sizePt) * LINE_EM) + 0.31)));
}

type Tried = Lines & { sizePt: number; pieces: Piece[]; roomEm: number };

function tryAt(text: Measured, { width }: TextElement, sizePt: number): Tried {
  const roomEm = width / mmOf(sizePt);
  const pieces = piecesOf(text, roomEm);
  return { ...fill(pieces, roomEm), sizePt, pieces, roomEm };
}

function fits({ lines, sizePt, roomEm }: Tried, element: TextElement): boolean {
  return lines.length <= roomFor(element, sizePt) && lines.every(({ em }) => em <= roomEm + 0.001);
}

/** The largest size at which it fits; of a name one that is not much smaller where that tears it less. */
function largest(text: Measured, element: TextElement): Tried | null {
  let best: Tried | null = null;
  let least = element.minPt;
  for (let { sizePt } = element; sizePt >= least; sizePt -= STEP_PT) {
    const tried = tryAt(text, element, sizePt);
    if (!fits(tried, element)) continue;
    if (!best) least = Math.max(least, sizePt * SMALLER_RATHER_THAN_TORN);
    if (!best || tried.tears < best.tears) best = tried;
    if (best.tears === 0 || best.lines.length > NAME_LINES) return best;
  }
  return best;
}

function cut({ pieceOf }: Measured, { lines, sizePt, roomEm }: Tried, element: TextElement): Piece[] {
  const kept = lines.slice(0, roomFor(element, sizePt));
  const last = [...(kept.pop()?.text ?? '')];
  while (last.length > 0 && pieceOf(last.join('') + ELLIPSIS).em > roomEm) last.pop();
  return [...kept, pieceOf(last.join('') + ELLIPSIS)];
}

function linesOf(text: string, element: TextElement) {
  const read = measured(text, element.bold);
  const tried = largest(read, element);
  if (!tried) {
    const smallest = tryAt(read, element, element.minPt);
    return { lines: cut(read, smallest, element), sizePt: element.minPt, isWhole: false };
  }
  const { lines, pieces, roomEm, sizePt } = tried;
  const isEven = element.align === 'center' && lines.length > 1;
  return { lines: isEven ? evenly(pieces, roomEm) : lines, sizePt, isWhole: true };
}

const SHIFT = { left: 0, center: 0.5, right: 1 };

/** Sets a text into its element; `isWhole` is false where it had to be cut. */
export function setText(text: string, element: TextElement): { marks: TextMark[]; isWhole: boolean } {
  const { lines, sizePt, isWhole } = linesOf(text, element);
  const { bold, color } = element;
  const em = mmOf(sizePt);
  const blockMm = ((lines.length - 1) * LINE_EM + CAP_HEIGHT_EM) * em;
  const top = element.y + (element.height - blockMm) / 2;
  const marks = lines.map((line, at): TextMark => {
    const width = line.em * em;
    const x = element.x + (element.width - width) * SHIFT[element.align];
    const y = top + (at * LINE_EM + CAP_HEIGHT_EM) * em;
    return { kind: 'text', text: line.text, x, y, width, sizePt, bold, color };
  });
  return { marks, isWhole };
}
