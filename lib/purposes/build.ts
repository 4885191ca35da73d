import { splitPath } from '@/lib/codes/picture/split-path';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { FieldValues, PurposeDefinition, PurposeField } from './purpose';

type Fields = Pick<PurposeDefinition, 'fields'>;

const valueOf = (values: FieldValues, key: string) => (values[key] ?? '').trim();

function pair({ parameter }: PurposeField, value: string): string {
  return parameter === '' ? value : `${parameter}=${value}`;
}

/** The parameters that are filled in, as `store=A01&table=12`. */
function join({ fields }: Fields, values: FieldValues, encode: (value: string) => string): string {
  return fields
    .filter(({ key, parameter }) => parameter !== null && valueOf(values, key) !== '')
    .map((field) =>
      pair(field, field.parameter === '' ? valueOf(values, field.key) : encode(valueOf(values, field.key))),
    )
    .join('&');
}

/** The scene that the fields make. WeChat counts and checks its raw text, so nothing is percent-encoded. */
export function buildScene(purpose: Fields, values: FieldValues): string {
  return join(purpose, values, (value) => value);
}

/** The same as the path of the other two endpoints; its values are percent-encoded. Without a page there is no path. */
export function buildPath(purpose: Fields, values: FieldValues, page: string): string {
  const query = join(purpose, values, encodeURIComponent);
  if (page === '' || query === '') return page;
  return `${page}?${query}`;
}

/** @returns null for what nobody has percent-encoded */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

type Encoding = { encode: (value: string) => string; decode: (text: string) => string | null };

const PLAIN: Encoding = { encode: (value) => value, decode: (text) => text };
const PERCENT: Encoding = { encode: encodeURIComponent, decode: decoded };

/** The field that a part belongs to, and its value; null when there is none. */
function readPart(asked: PurposeField[], part: string, { decode }: Encoding): [string, string] | null {
  const at = part.indexOf('=');
  const field = asked.find(({ parameter }) => parameter === part.slice(0, Math.max(at, 0)));
  const plain = part.slice(at + 1);
  const value = field?.parameter === '' ? plain : decode(plain);
  return field && value !== null ? [field.key, value] : null;
}

/**
 * The values that a scene or a query holds, by the keys of the fields.
 * @returns null when the fields would not make exactly this text again
 */
function readText(purpose: Fields, text: string, encoding: Encoding): FieldValues | null {
  const asked = purpose.fields.filter(({ parameter }) => parameter !== null);
  const [only] = asked;
  const isWhole = asked.length === 1 && only?.parameter === '';
  const parts = text === '' ? [] : text.split('&');
  const found = isWhole && only ? [[only.key, text]] : parts.map((part) => readPart(asked, part, encoding));
  const read = found.filter((pair) => pair !== null);
  if (read.length < found.length) return null;
  const empty = asked.map(({ key }) => [key, '']);
  const values: FieldValues = Object.fromEntries([...empty, ...read]);
  return join(purpose, values, encoding.encode) === text ? values : null;
}

/** Where a scan leads, as a form holds it: every endpoint's parameters side by side. */
export type Target = { endpoint: Endpoint; scene: string; page: string; path: string };

/** Whether a target is what the fields make, and not something that was typed. */
export function isBuilt(purpose: Fields, values: FieldValues, target: Target): boolean {
  if (target.endpoint === 'getwxacodeunlimit') return target.scene === buildScene(purpose, values);
  return target.path === buildPath(purpose, values, target.page);
}

/**
 * What the fields would have to hold to make this target, and its page.
 * @returns null when no values make it
 */
export function readTarget(purpose: Fields, target: Target): { values: FieldValues; page: string } | null {
  if (target.endpoint === 'getwxacodeunlimit') {
    const values = readText(purpose, target.scene, PLAIN);
    return values && { values, page: target.page };
  }
  const { page, query } = splitPath(target.path);
  const values = readText(purpose, query, PERCENT);
  if (!values || buildPath(purpose, values, page) !== target.path) return null;
  return { values, page };
}

const TOKEN = /\{([^{}]*)\}/g;
const SEPARATOR = /\s*·\s*/;

/** The keys of a template's tokens. */
export function templateKeys(template: string): string[] {
  return [...template.matchAll(TOKEN)].flatMap(([, token = '']) => token.split('|'));
}

/** What a name is made of: parts between two `·`, each of texts and of keys, of which the first that is filled in stands there. */
export function nameParts(template: string): (string | string[])[][] {
  return template.split(SEPARATOR).map((part) =>
    part
      .trim()
      .split(TOKEN)
      .map((piece, at) => (at % 2 === 1 ? piece.split('|') : piece))
      .filter((piece) => piece !== ''),
  );
}

/** The name that the fields suggest. A part between two `·` whose tokens are all empty is left out. */
export function suggestName({ nameTemplate }: PurposeDefinition, values: FieldValues): string {
  const filled = (keys: string[]) => keys.map((key) => valueOf(values, key)).find((value) => value !== '');
  const parts = nameParts(nameTemplate).flatMap((pieces) => {
    const tokens = pieces.filter((piece) => typeof piece !== 'string');
    if (tokens.length > 0 && tokens.every((keys) => filled(keys) === undefined)) return [];
    return [
      pieces
        .map((piece) => (typeof piece === 'string' ? piece : (filled(piece) ?? '')))
        .join('')
        .trim(),
    ];
  });
  return parts.filter((part) => part !== '').join(' · ');
}

/** The number at the end goes up by one and keeps its zeros: `A09` → `A10`. A text without one stays. */
export function nextOf(value: string): string {
  return value.replace(/\d+(?=\D*$)/, (digits) => {
    const next = (BigInt(digits) + 1n).toString();
    return next.padStart(digits.length, '0');
  });
}

/** What the next code like this one would hold. */
export function nextValues({ fields }: Fields, values: FieldValues): FieldValues {
  const counted = fields.filter(({ counts }) => counts).map(({ key }) => [key, nextOf(valueOf(values, key))]);
  return { ...values, ...Object.fromEntries(counted) };
}

/** The examples of the fields, as if somebody had filled them in. */
export function exampleValues({ fields }: Fields): FieldValues {
  return Object.fromEntries(fields.map(({ key, example }) => [key, example]));
}
