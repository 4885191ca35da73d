import { showCharacters } from '@/lib/wechat/rules/characters';
import { SCENE_MAX_CHARS, SCENE_PATTERN, utf8Bytes, type Endpoint } from '@/lib/wechat/rules/limits';
import { buildPath, buildScene, nameParts } from './build';
import type { FieldValues, PurposeDefinition, PurposeField } from './purpose';
import { separatorsIn } from './separators';

/** How much of its limit a target takes. A scene is counted in characters, a path in bytes of UTF-8. */
export type Room = { text: string; used: number; max: number; unit: 'characters' | 'bytes' };

type Wanted = { endpoint: Endpoint; page: string; pathMaxBytes: number };

export function roomOf(
  purpose: PurposeDefinition,
  values: FieldValues,
  { endpoint, page, pathMaxBytes }: Wanted,
): Room {
  if (endpoint !== 'getwxacodeunlimit') {
    const text = buildPath(purpose, values, page);
    return { text, used: utf8Bytes(text), max: pathMaxBytes, unit: 'bytes' };
  }
  const text = buildScene(purpose, values);
  return { text, used: [...text].length, max: SCENE_MAX_CHARS, unit: 'characters' };
}

/** What is wrong with one field; the texts stand under `purposes.problems`. Characters are written as by `showCharacters`. */
export type FieldProblem =
  | { key: 'required' }
  | { key: 'characters' | 'separator'; characters: string }
  | { key: 'tooLong'; over: number; unit: Room['unit'] };

function problemOf(
  { parameter, required }: PurposeField,
  value: string,
  endpoint: Endpoint,
): FieldProblem | null {
  if (value === '') return required ? { key: 'required' } : null;
  if (parameter === null || endpoint !== 'getwxacodeunlimit') return null;
  const illegal = [...value].filter((character) => !SCENE_PATTERN.test(character));
  if (illegal.length > 0) return { key: 'characters', characters: showCharacters(illegal) };
  const separators = parameter === '' ? [] : separatorsIn(value);
  return separators.length > 0 ? { key: 'separator', characters: showCharacters(separators) } : null;
}

/** The field that takes most room is the one to shorten. */
function longest({ fields }: PurposeDefinition, values: FieldValues): PurposeField | undefined {
  const length = ({ key }: PurposeField) => utf8Bytes(values[key] ?? '');
  const sent = fields.filter(({ parameter }) => parameter !== null);
  return sent.toSorted((a, b) => length(b) - length(a))[0];
}

/** WeChat refuses an empty scene, and a name alone tells the page nothing. What is required is asked for anyway. */
function firstToAsk({ fields }: PurposeDefinition, values: FieldValues): PurposeField | undefined {
  const sent = fields.filter(({ parameter }) => parameter !== null);
  const isAskedFor = sent.some(({ key, required }) => required || (values[key] ?? '').trim() !== '');
  return isAskedFor ? undefined : sent[0];
}

/** What keeps the fields from making a code, by their keys. */
export function findProblems(
  purpose: PurposeDefinition,
  values: FieldValues,
  wanted: Wanted,
): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {};
  for (const field of purpose.fields) {
    const problem = problemOf(field, (values[field.key] ?? '').trim(), wanted.endpoint);
    if (problem) problems[field.key] = problem;
  }
  const { used, max, unit } = roomOf(purpose, values, wanted);
  const field = longest(purpose, values);
  if (used > max && field) problems[field.key] ??= { key: 'tooLong', over: used - max, unit };
  const first = firstToAsk(purpose, values);
  if (first) problems[first.key] ??= { key: 'required' };
  return problems;
}

/**
 * What stands in the name in the place of an empty field, and tells a scan nothing: the name of a shop whose number is left out.
 * @returns the label of that other field
 */
export function untold(purpose: PurposeDefinition, field: PurposeField, values: FieldValues): string | null {
  const isFilled = ({ key }: PurposeField) => (values[key] ?? '').trim() !== '';
  if (field.required || field.parameter === null || isFilled(field)) return null;
  const tokens = nameParts(purpose.nameTemplate).flat();
  const keys = tokens.find((token) => typeof token !== 'string' && token.includes(field.key)) ?? [];
  const before = keys.slice(0, keys.indexOf(field.key));
  const named = purpose.fields.find(
    (one) => before.includes(one.key) && one.parameter === null && isFilled(one),
  );
  return named?.label ?? null;
}
