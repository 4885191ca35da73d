import { parseTemplate } from '@/lib/batches/plan/template';
import { CODE_NAME_MAX_CHARS } from '@/lib/codes/limits';
import type { FieldIssue } from '@/lib/errors';

export const PATTERN_MAX_CHARS = 200;
export const START_MAX = 1_000_000;

/** What stands in braces, in the order of the dialog. `{seq:000}` is padded with zeros. */
export const PATTERN_TOKENS = ['name', 'seq', 'scene', 'path', 'page', 'app', 'date'] as const;
export type PatternToken = (typeof PATTERN_TOKENS)[number];

/** What a name is made of, all of it from one code; `date` is the day (YYYY-MM-DD) on which the code was made. */
export type PatternValues = Record<Exclude<PatternToken, 'seq'>, string> & { seq: number };

type Part = { text: string } | { token: PatternToken; digits: number };
export type NamePattern = Part[];

type Issue = Omit<FieldIssue, 'field'>;

function toToken(inner: string): Part | null {
  const [name = '', digits = ''] = inner.split(/:(.*)/s);
  const token = PATTERN_TOKENS.find((known) => known === name);
  const isPlain = digits === '' && !inner.includes(':');
  return token && (isPlain || (token === 'seq' && /^0+$/.test(digits)))
    ? { token, digits: digits.length }
    : null;
}

/** Reads `{name} {seq:000}`; `{{` and `}}` are braces. */
export function parseNamePattern(
  text: string,
): { pattern: NamePattern; issue: null } | { pattern: null; issue: Issue } {
  const parsed = parseTemplate(text);
  const open = { pattern: null, issue: { key: 'exports.issues.braceOpen', values: {} } } as const;
  if ('brace' in parsed) return open;
  const pattern: NamePattern = [];
  for (const part of parsed.parts) {
    if ('optional' in part) return open;
    const read = 'text' in part ? part : toToken(part.column);
    if (read) pattern.push(read);
    else if ('column' in part)
      return {
        pattern: null,
        issue: { key: 'exports.issues.tokenUnknown', values: { token: `{${part.column}}` } },
      };
  }
  return { pattern, issue: null };
}

/** `fits`: neither empty nor longer than a name may be. */
export function renderNamePattern(
  pattern: NamePattern,
  values: PatternValues,
): { name: string; fits: boolean } {
  const texts = pattern.map((part) =>
    'text' in part ? part.text : String(values[part.token]).padStart(part.digits, '0'),
  );
  const name = texts.join('').trim();
  return { name, fits: name !== '' && name.length <= CODE_NAME_MAX_CHARS };
}
