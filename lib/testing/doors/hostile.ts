import { randomUUID } from 'node:crypto';
import fc from 'fast-check';

/** Texts that broke something somewhere: the database, a parser, an address, a file name or the eye. */
const HOSTILE_TEXTS = [
  '\0',
  'a\0b',
  '\uD800',
  'x\uDC00y',
  '\uDC00\uD800',
  '\u0007\u001B[31m',
  '\v\f\u0085\u2028',
  '\u200B',
  '\u202Egnp.exe',
  '\uFEFFname',
  '\u3164',
  'e\u0301'.repeat(40),
  '👩🏽‍🚀'.repeat(12),
  '𝒳'.repeat(81),
  'ɤ午ɤ',
  'a'.repeat(5_000),
  '=cmd|"/C calc"!A0',
  '\t=1+1',
  '\r@SUM(1)',
  '\'; DROP TABLE "Code"; --',
  '%_\\%',
  '{name',
  '}}{{',
  '{seq:0000000000000000000000}',
  '{__proto__}',
  '{constructor}',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'CON',
  'a/b\\c:d*e?f"g<h>i|j',
  '<script>alert(1)</script>',
  '$undefined',
  '$F1',
  '-1',
  '1e999',
  'NaN',
  '0x10',
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '9'.repeat(40),
  '0000-01-01',
  '0020-01-01',
  '9999-12-31',
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00.000Z',
  'unknownErrcode:999999999',
  'unknownErrcode:99999999999',
  'https://127.0.0.1:1/\0',
  '',
  ' ',
  'null',
  'all',
  'none',
] as const;

const id = randomUUID();

function cursor(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Cursors as somebody makes them who has read how they are written. */
const HOSTILE_CURSORS = [
  cursor('2026-01-01T00:00:00.000Z', id),
  cursor('0000-01-01T00:00:00.000Z', id),
  cursor('9999-12-31T23:59:59.999Z', id),
  cursor('2026-01-01T00:00:00.000Z', 'x\0'),
  cursor('a\0', id),
  cursor('\uD800', id),
  cursor('名', id),
  cursor('名'),
  cursor(1, 2),
  cursor({ __proto__: 1 }, id),
  Buffer.from('[[[[[[').toString('base64url'),
  'AAAA',
  '%',
] as const;

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value };
  return value;
}

/** Values of other kinds than the one that belongs there. */
const HOSTILE_VALUES: readonly unknown[] = [
  ...[-1, 0, -0, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, NaN, Infinity],
  ...[null, undefined, true, 10n, Symbol.iterator],
  ...[[], {}, [[]], [null], Array(2_000).fill('x'), nested(15), nested(400)],
  ...[JSON.parse('{"__proto__":{"role":"ADMIN"}}'), Object.create(null), { toString: 1, then: 1 }],
  ...[new Date(NaN), new Map([['a', 1]]), new Set(), new Uint8Array(8), () => 1, /x/],
  ...[new File(['a'], 'a\0.csv'), new File(['a\0,b\n\uFFFF'], '\u202E.xlsx'), new Blob(['x'])],
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS, ...HOSTILE_CURSORS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const hostileValue = fc.oneof(
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
);

/** What no door lets in, whatever stands before and after it. */
export const unstorableText = fc
  .tuple(fc.string({ maxLength: 5 }), fc.constantFrom('\0', '\uD800', '\uDC00'), fc.string({ maxLength: 5 }))
  .map(([before, bad, after]) => `${before}${bad}${after}`);

type Branch = Record<string, unknown> | unknown[];

function isBranch(value: unknown): value is Branch {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

type Place = { holder: Branch; key: string };

function placesOf(value: unknown): Place[] {
  if (!isBranch(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [{ holder: value, key }, ...placesOf(item)]);
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isBranch(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}

type Change = { at: number; value: unknown; how: 'replace' | 'add' | 'remove' };

function change(root: { input: unknown }, { at, value, how }: Change): void {
  const places = placesOf(root);
  const place = places[at % places.length];
  if (!place) return;
  // A copy: the next change may fall into it, and the value itself is there for all other inputs too.
  if (how === 'replace') Reflect.set(place.holder, place.key, copyOf(value));
  else if (how === 'remove') Reflect.deleteProperty(place.holder, place.key);
  else Reflect.set(place.holder, typeof value === 'string' ? value.slice(0, 300) : 'more', copyOf(value));
}

const usually = <T>(often: fc.Arbitrary<T>, rarely: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: often }, { weight: 1, arbitrary: rarely });

/** What a good input becomes when a value replaces any part of it. */
export function spoiledBy(value: fc.Arbitrary<unknown>, examples: readonly unknown[]): fc.Arbitrary<unknown> {
  return spoil(examples, fc.record({ at: fc.nat(1_000), value, how: fc.constant('replace') }), 1);
}

/** What a good input becomes when one or two of its parts are hostile, missing or too many. */
export function spoiled(examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const how = usually<Change['how']>(fc.constant('replace'), fc.constantFrom('add', 'remove'));
  return spoil(examples, fc.record({ at: fc.nat(1_000), value: hostileValue, how }), 2);
}

function spoil(examples: readonly unknown[], one: fc.Arbitrary<Change>, max: number): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(one, { minLength: 1, maxLength: max }))
    .map(([example, wanted]) => {
      const root = { input: copyOf(example) };
      for (const next of wanted) change(root, next);
      return root.input;
    });
}

/** Fields of an address, one of which holds U+0000. Half of a surrogate pair cannot be written into one. */
export function unstorableFields(good: Record<string, string>): fc.Arbitrary<[string, string][]> {
  const bad = unstorableText.map((text) => `${text}\0`);
  return fc
    .tuple(usually(fc.constantFrom('x', ...Object.keys(good)), bad), bad)
    .map((field) => [...Object.entries(good), field]);
}

/** Fields of an address: good ones, hostile ones, and names that nobody asked for. */
export function spoiledFields(good: Record<string, string>): fc.Arbitrary<[string, string][]> {
  const name = usually(fc.constantFrom('x', ...Object.keys(good)), hostileText);
  const field = fc.tuple(name, fc.oneof(hostileText, fc.constantFrom('', ...Object.values(good))));
  return fc
    .tuple(fc.array(field, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([hostile, isFull]) => [...(isFull ? Object.entries(good) : []), ...hostile]);
}
