import { readYesNo } from '@/lib/input/yes-no';
import { SCENE_PATTERN } from '@/lib/wechat/rules/limits';
import { fromBase62, toBase62 } from './base62';
import { keyOf, type DeclaredParameter } from './declaration';

/** What is wrong with the value of a parameter; `characters` are those that no scene holds. */
export type ValueProblem = 'number' | 'switch' | 'choice' | 'characters' | 'missing';

/** What a page reads of a parameter. */
export type ReadValue = string | number | boolean;

const SWITCH = new Map([
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
]);

const NUMBER = /^(?:0|-?[1-9]\d*)$/;

/** Signs of a value that a scene cannot hold: those that WeChat refuses, and the one between parameters. */
export const unfitCharacters = (text: string): string[] =>
  [...new Set(text)].filter((sign) => sign === '&' || !SCENE_PATTERN.test(sign));

type Written = { text: string } | { problem: ValueProblem };

function writtenNumber(text: string, isCompact: boolean): Written {
  const digits = text.normalize('NFKC');
  if (!NUMBER.test(digits) || !Number.isSafeInteger(Number(digits))) return { problem: 'number' };
  return { text: isCompact ? toBase62(Number(digits)) : digits };
}

/** One value as people write it, as it stands in a packed scene. */
function writeValue({ type, isCompact, choices }: DeclaredParameter, text: string): Written {
  if (type === 'number') return writtenNumber(text, isCompact);
  if (type === 'switch') {
    const value = readYesNo(text);
    return value === null ? { problem: 'switch' } : { text: value ? '1' : '0' };
  }
  if (type === 'choice') {
    const at = choices.indexOf(text);
    if (at < 0) return { problem: 'choice' };
    return { text: isCompact ? toBase62(at) : text };
  }
  return unfitCharacters(text).length > 0 ? { problem: 'characters' } : { text };
}

export type Packed = {
  /** Without the values that have a problem. */
  scene: string;
  /** By the names of parameters. */
  problems: Partial<Record<string, ValueProblem>>;
  /** Characters that the same values take with their names written out. */
  plainLength: number;
};

type Values = Readonly<Record<string, string>>;

const valueOf = (values: Values, key: string) =>
  Object.hasOwn(values, key) ? (values[key] ?? '').trim() : undefined;

/** What nobody declared, as it is. */
function undeclared(parameters: readonly DeclaredParameter[], values: Values): string[] {
  const keys = new Set(parameters.flatMap(({ name, short }) => [name, short]));
  return Object.entries(values).flatMap(([key, text]) =>
    keys.has(key) || text === '' ? [] : [`${key}=${text}`],
  );
}

/** Values by name or short name, in the order of the declaration; an empty one is none. What nobody declared stands behind them. */
export function pack(parameters: readonly DeclaredParameter[], values: Values): Packed {
  const problems: Packed['problems'] = {};
  const [pairs, plain]: [string[], string[]] = [[], []];
  for (const parameter of parameters) {
    const { name, isRequired, isRemoved } = parameter;
    const key = keyOf(parameter);
    const text = valueOf(values, name) ?? valueOf(values, key) ?? '';
    if (text === '') {
      if (isRequired && !isRemoved) problems[name] = 'missing';
      continue;
    }
    const written = writeValue(parameter, text);
    if ('problem' in written) problems[name] = written.problem;
    else {
      pairs.push(`${key}=${written.text}`);
      plain.push(`${name}=${text}`);
    }
  }
  const rest = undeclared(parameters, values);
  return {
    ...{ scene: [...pairs, ...rest].join('&'), problems },
    plainLength: [...plain, ...rest].join('&').length,
  };
}

function readNumber(text: string): number | null {
  return NUMBER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

function readChoice(choices: readonly string[], text: string, isPlace: boolean): string | null {
  const choice = isPlace ? choices[fromBase62(text) ?? -1] : text;
  return choice !== undefined && choices.includes(choice) ? choice : null;
}

/** What stands behind its name is as people read it; behind a short name, as it was packed. */
function readValue(
  { type, isCompact, choices }: DeclaredParameter,
  text: string,
  isPacked: boolean,
): ReadValue | null {
  const isShort = isPacked && isCompact;
  if (type === 'switch') return SWITCH.get(text) ?? null;
  if (type === 'choice') return readChoice(choices, text, isShort);
  if (type === 'number') return isShort ? fromBase62(text) : readNumber(text);
  return text;
}

/** Pairs of a scene, as the code in the Mini Program takes it apart; none of a scene that is not made of pairs. */
export function pairsOf(scene: string): [string, string][] {
  return scene.split('&').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
  });
}

/** What a page reads of a scene, by name; a value that does not fit its type is left out, and what nobody declared is text. */
export function unpack(parameters: readonly DeclaredParameter[], scene: string): [string, ReadValue][] {
  const read = new Map<string, ReadValue>();
  for (const [key, text] of pairsOf(scene)) {
    const packed = parameters.find(({ short }) => short === key);
    const parameter = packed ?? parameters.find(({ name }) => name === key);
    const value = parameter ? readValue(parameter, text, packed !== undefined) : text;
    if (value !== null) read.set(parameter?.name ?? key, value);
  }
  return [...read];
}
