import type { IssueValues } from '@/lib/errors';
import type { ExportIssueKey } from '@/lib/exports/issues';
import { FOLDERS_MAX } from '@/lib/exports/options';
import { safePath } from './safe-name';

/** What stands in braces, in the order of the builder. `{col:店铺}` is a column of a batch's table. */
export const NAME_TOKENS = [
  'name',
  'scene',
  'path',
  'page',
  'row',
  'date',
  'app',
  'folder',
  'tags',
  'id',
  'width',
] as const;
export type NameToken = (typeof NAME_TOKENS)[number];

/**
 * What a file is named after, all of it from one record. `row` is the row of the table, or the place in the export;
 * `date` the day (YYYY-MM-DD) on which the code was made.
 */
export type NameValues = Record<Exclude<NameToken, 'row'>, string> & {
  row: number;
  columns: Readonly<Record<string, string>>;
};

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'token'; token: NameToken; digits: number }
  | { kind: 'column'; column: string };

/** Folders from the outside, then the file's name. */
export type NameTemplate = Part[][];

export type TemplateIssue = { key: ExportIssueKey; values: IssueValues };
export type ParsedTemplate =
  | { template: NameTemplate; issue: null }
  | { template: null; issue: TemplateIssue };

// `{{` and `}}` are braces, `{…}` is a token, a single brace is a mistake.
const PIECES = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/gu;

function toToken(inner: string, columns: readonly string[]): Part | TemplateIssue {
  const colon = inner.indexOf(':');
  const [name, detail] = colon < 0 ? [inner, ''] : [inner.slice(0, colon), inner.slice(colon + 1)];
  if (name === 'col') {
    if (columns.includes(detail)) return { kind: 'column', column: detail };
    return { key: 'columnUnknown', values: { column: detail } };
  }
  const token = NAME_TOKENS.find((known) => known === name);
  const padded = token === 'row' ? /^0*$/.test(detail) : detail === '';
  if (token && padded) return { kind: 'token', token, digits: detail.length };
  return { key: 'tokenUnknown', values: { token: `{${inner}}` } };
}

/** Literal text may hold folders: `a/b` ends one segment and begins the next. */
function addText(segments: NameTemplate, text: string): void {
  for (const [index, piece] of text.split('/').entries()) {
    if (index > 0) segments.push([]);
    if (piece !== '') segments.at(-1)?.push({ kind: 'text', text: piece });
  }
}

function shapeIssue(segments: NameTemplate): TemplateIssue | null {
  if (segments.some((parts) => parts.length === 0)) return { key: 'folderEmpty', values: {} };
  if (segments.length > FOLDERS_MAX + 1) return { key: 'foldersTooMany', values: { max: FOLDERS_MAX } };
  return null;
}

export type ParsedText = { parts: Part[]; issue: null } | { parts: null; issue: TemplateIssue };

/**
 * Reads text with tokens, such as `{col:店铺} {row:000}`. `{row:000}` is padded with zeros.
 * @param columns that `{col:…}` may name; none outside of batches
 */
export function parseText(text: string, columns: readonly string[]): ParsedText {
  const parts: Part[] = [];
  for (const [piece, inner] of text.matchAll(PIECES)) {
    if (piece === '{' || piece === '}') return { parts: null, issue: { key: 'braceOpen', values: {} } };
    const literal = piece.replace(/^(\{\{|\}\})$/, (brace) => brace.charAt(0));
    const part: Part | TemplateIssue =
      inner === undefined ? { kind: 'text', text: literal } : toToken(inner, columns);
    if ('key' in part) return { parts: null, issue: part };
    parts.push(part);
  }
  return { parts, issue: null };
}

/** The same with folders by `/`: `{col:店铺}/{row:000} {name}`. @param columns as of `parseText` */
export function parseTemplate(text: string, columns: readonly string[]): ParsedTemplate {
  const { parts, issue: textIssue } = parseText(text, columns);
  if (!parts) return { template: null, issue: textIssue };
  const segments: NameTemplate = [[]];
  for (const part of parts) {
    if (part.kind === 'text') addText(segments, part.text);
    else segments.at(-1)?.push(part);
  }
  const issue = shapeIssue(segments);
  return issue ? { template: null, issue } : { template: segments, issue: null };
}

function render(part: Part, values: NameValues): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'column') return values.columns[part.column] ?? '';
  return String(values[part.token]).padStart(part.digits, '0');
}

export function renderText(parts: readonly Part[], values: NameValues): string {
  return parts.map((part) => render(part, values)).join('');
}

/** The path of one file, safe everywhere. Only the template makes folders, never a value. @param extension without dot */
export function renderName(template: NameTemplate, values: NameValues, extension: string): string {
  const segments = template.map((parts) => renderText(parts, values));
  return safePath(segments, extension);
}
