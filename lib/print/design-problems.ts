import type { IssueValues } from '@/lib/errors';
import type { ExportIssueKey } from '@/lib/exports/issues';
import { parseText } from '@/lib/exports/names/name-template';
import { SMALL_CM, sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import type { CodeElement, Design, DesignElement, TextElement } from './design';

export const DESIGN_LIMITS = {
  side: { min: 15, max: 900 },
  bleed: { min: 0, max: 10 },
  elements: 60,
  /** How far from the corner anything may stand. */
  far: 1_000,
  /** Of a side of anything on the piece. */
  length: { min: 0.1, max: 1_000 },
  quiet: 30,
  pt: { min: 4, max: 400 },
  lines: 12,
  text: 300,
} as const;

/** `at`: which element; null for the piece itself. Its text stands under `exports.issues`. */
export type DesignProblem = { at: number | null; key: ExportIssueKey; values: IssueValues };

type Frame = { x: number; y: number; width: number; height: number };

/** Of what is drawn with a mouse nothing is exact. */
const DUST_MM = 0.01;

export function frameOf(element: DesignElement): Frame {
  if (element.kind !== 'code') return element;
  const { x, y, size } = element;
  return { x, y, width: size, height: size };
}

/** The code with the room that has to stay free around it. */
export function quietFrame({ x, y, size, quiet }: CodeElement): Frame {
  const side = size + 2 * quiet;
  return { x: x - quiet, y: y - quiet, width: side, height: side };
}

export const overlaps = (a: Frame, b: Frame) =>
  a.x + a.width > b.x + DUST_MM &&
  b.x + b.width > a.x + DUST_MM &&
  a.y + a.height > b.y + DUST_MM &&
  b.y + b.height > a.y + DUST_MM;

/** Whether a point lies on the piece; its corners may be round. */
function isOnPiece({ width, height, radius }: Design, x: number, y: number): boolean {
  const r = Math.min(radius, width / 2, height / 2);
  const beyond = { x: Math.max(r - x, x - (width - r), 0), y: Math.max(r - y, y - (height - r), 0) };
  const inside = x >= -DUST_MM && y >= -DUST_MM && x <= width + DUST_MM && y <= height + DUST_MM;
  return inside && (r === 0 || Math.hypot(beyond.x, beyond.y) <= r + DUST_MM);
}

const centimeters = (mm: number) => Math.round(mm * 10) / 100;

function logoProblems({ logos }: CodeElement, at: number): DesignProblem[] {
  if (!logos) return [];
  return [
    ...(logos.column === '' ? [{ at, key: 'logoColumnNone' as const, values: {} }] : []),
    ...(logos.files.length === 0 ? [{ at, key: 'logoFilesNone' as const, values: {} }] : []),
  ];
}

function codeProblems(design: Design, code: CodeElement, at: number): DesignProblem[] {
  const problems: DesignProblem[] = [];
  const cm = centimeters(code.size);
  if (sizeVerdict(cm) === 'tooSmall')
    problems.push({ at, key: 'codeTooSmall', values: { cm, min: SMALL_CM.least } });
  const frame = quietFrame(code);
  const corners = [frame.x, frame.x + frame.width].flatMap((x) =>
    [frame.y, frame.y + frame.height].map((y) => isOnPiece(design, x, y)),
  );
  if (corners.includes(false)) problems.push({ at, key: 'codeOutside', values: {} });
  // What stands before the code lies below it, and is covered by its backdrop.
  const above = design.elements.slice(at + 1).findIndex((other) => overlaps(frame, frameOf(other)));
  if (above >= 0) problems.push({ at: at + 1 + above, key: 'codeCovered', values: {} });
  return problems;
}

/** Columns are those of whatever batch is printed later; which ones it has is known then. */
function columnsNamed(text: string): string[] {
  return [...text.matchAll(/\{col:([^{}]*)\}/gu)].map(([, column]) => column ?? '');
}

/** The columns of a table that a design names. */
export function designColumns({ elements }: Pick<Design, 'elements'>): string[] {
  return elements.flatMap((element) => {
    if (element.kind === 'text') return columnsNamed(element.text);
    return element.kind === 'code' && element.logos?.column ? [element.logos.column] : [];
  });
}

function textProblems({ text }: TextElement, at: number): DesignProblem[] {
  const { issue } = parseText(text, columnsNamed(text));
  return issue ? [{ at, ...issue }] : [];
}

/** What keeps a design from being used, by its elements; for the editor and the use case alike. */
export function designProblems(design: Design): DesignProblem[] {
  const { min, max } = DESIGN_LIMITS.side;
  const problems: DesignProblem[] = [];
  if ([design.width, design.height].some((side) => !(side >= min && side <= max)))
    problems.push({ at: null, key: 'designSide', values: { min, max } });
  if (design.elements.length > DESIGN_LIMITS.elements)
    problems.push({ at: null, key: 'designTooMany', values: { max: DESIGN_LIMITS.elements } });
  if (!design.elements.some(({ kind }) => kind === 'code'))
    problems.push({ at: null, key: 'designNoCode', values: {} });
  const ofElements = design.elements.flatMap((element, at) => {
    if (element.kind === 'code') return [...codeProblems(design, element, at), ...logoProblems(element, at)];
    return element.kind === 'text' ? textProblems(element, at) : [];
  });
  return [...problems, ...ofElements];
}

/** The side of the smallest code, in centimeters; null without one. */
export function smallestCode({ elements }: Design): number | null {
  const sides = elements.flatMap((element) => (element.kind === 'code' ? [element.size] : []));
  return sides.length > 0 ? centimeters(Math.min(...sides)) : null;
}
