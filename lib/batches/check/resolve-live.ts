import type { FieldIssue } from '@/lib/errors';
import { isParameterName } from '@/lib/live/limits';
import { decoded, readParametersText, type LiveParameters } from '@/lib/live/parameters-text';
import type { FieldSource } from '@/lib/batches/plan/plan';
import type { TemplatePart } from '@/lib/batches/plan/template';
import {
  cellOf,
  columnResolver,
  fittingParts,
  issue,
  isThere,
  type Resolved,
  type Resolver,
  type ResolverRow,
  type Target,
} from './cell';

type Pairs = [name: string, value: string][];

/** As people read it. */
const textOf = (pairs: Pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&');

function resolved(all: Pairs, issues: FieldIssue[]): Resolved {
  // Of a name that comes twice the last value counts, as in the field of the form.
  const pairs = Object.entries(Object.fromEntries(all));
  return { text: textOf(pairs), pairs, issues };
}

export const liveResolved = (parameters: LiveParameters, issues: FieldIssue[]): Resolved =>
  resolved(Object.entries(parameters), issues);

function readJson(text: string): Pairs | null {
  try {
    const found: unknown = JSON.parse(text);
    const pairs = Object.entries(typeof found === 'object' && found !== null ? found : {});
    return pairs.every((pair): pair is [string, string] => typeof pair[1] === 'string') ? pairs : null;
  } catch {
    return null;
  }
}

/** A text that is all parameters: what a field for them takes, or an object of texts in JSON. */
function readAll(text: string): Pairs {
  const object = text.startsWith('{') ? readJson(text) : null;
  return object ?? Object.entries(readParametersText(text));
}

/** Where one parameter ends and its value begins, in what a template says itself; a cell may hold any character. */
type Token = { sign: '=' | '&' } | { literal: string } | { column: string };

function tokensOf(part: TemplatePart): Token[] {
  return ('optional' in part ? part.optional : [part]).flatMap((piece): Token[] => {
    if ('column' in piece) return [piece];
    return piece.text
      .split(/([=&\n])/)
      .filter((text) => text !== '')
      .map((text) => {
        if (text === '=') return { sign: '=' };
        return text === '&' || text === '\n' ? { sign: '&' } : { literal: text };
      });
  });
}

/** A parameter that is being read; without a value it is a name, or a cell of whole parameters. */
type Open = { name: string; value: string | null };

const START: Open = { name: '', value: null };

const added = ({ name, value }: Open, text: string): Open =>
  value === null ? { name: name + text, value } : { name, value: value + text };

function closed({ name, value }: Open): Pairs {
  if (value !== null) return [[name.trim(), value.trim()]];
  const text = name.trim();
  if (text === '') return [];
  return text.includes('=') || text.startsWith('{') ? readAll(text) : [[text, '']];
}

function read(tokens: Token[], row: ResolverRow, target: Target): Resolved {
  const issues: FieldIssue[] = [];
  const pairs: Pairs = [];
  let open = START;
  for (const token of tokens) {
    if ('literal' in token) open = added(open, open.value === null ? token.literal : decoded(token.literal));
    else if ('column' in token) {
      const cell = cellOf(row, target.columns.indexOf(token.column), target);
      const { column } = token;
      issues.push(
        ...cell.issues,
        ...(cell.text === '' ? [issue(target.field, 'emptyCell', { column })] : []),
      );
      open = added(open, cell.text);
    } else if (token.sign === '=') open = open.value === null ? { ...open, value: '' } : added(open, '=');
    else {
      pairs.push(...closed(open));
      open = START;
    }
  }
  return resolved([...pairs, ...closed(open)], issues);
}

/** Names that the template says itself are wrong in every row. */
function wrongNames(tokens: Token[], { field }: Target): FieldIssue[] {
  const names = tokens.map((token) =>
    'literal' in token ? token.literal : 'column' in token ? '\u0000' : token.sign,
  );
  const isWrong = names
    .join('')
    .split('&')
    .map((text) => text.split('=', 1)[0]?.trim() ?? '')
    .some((name) => name !== '' && !name.includes('\u0000') && !isParameterName(name));
  return isWrong ? [{ field, key: 'errors.issues.liveParameters', values: {} }] : [];
}

function fromTemplate(template: string, target: Target): Resolver | FieldIssue[] {
  const found = fittingParts(template, target);
  if ('wrong' in found) return found.wrong;
  const parts = found.parts.map((part) => ({ part, tokens: tokensOf(part) }));
  const wrong = wrongNames(
    parts.flatMap(({ tokens }) => tokens),
    target,
  );
  if (wrong.length > 0) return wrong;
  return (row) => {
    const there = parts.filter(({ part }) => isThere(part, row, target.columns));
    return read(
      there.flatMap(({ tokens }) => tokens),
      row,
      target,
    );
  };
}

/**
 * The parameters of a live code. A template says which cell is the value of which name, as it does in a scene:
 * `shop={store}&table={table}`; a column holds all of them, written so.
 */
export function liveResolver(source: FieldSource, target: Target): Resolver | FieldIssue[] {
  if (source.from === 'template') return fromTemplate(source.template, target);
  if (source.from === 'fixed') {
    const pairs = readAll(source.value.trim());
    return () => resolved(pairs, []);
  }
  const column = columnResolver(source.column, target);
  if (Array.isArray(column)) return column;
  return (row) => {
    const { text, issues } = column(row);
    return resolved(readAll(text), issues);
  };
}
