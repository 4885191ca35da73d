import { AppError } from '@/lib/errors';
import { isStorable } from './text';

// A batch's plan, the deepest input that there is, has six levels.
const DEPTH_MAX = 16;
const KEYS_MAX_CHARS = 200;

type Path = readonly string[];

/** `values` and `source` are no fields of a form but what holds them. */
const HOLDERS = ['values', 'source'];

function refuse(path: Path, key: 'unstorable' | 'type'): never {
  const field = path.filter((part) => !HOLDERS.includes(part)).join('.');
  throw new AppError('INVALID_INPUT', {
    issues: [{ field, key: `errors.issues.${key}`, values: {} }],
  });
}

function requireText(text: string, path: Path): void {
  if (!isStorable(text)) refuse(path, 'unstorable');
}

function requireKey(key: string, path: Path): void {
  if (key === '__proto__' || key.length > KEYS_MAX_CHARS || !isStorable(key)) refuse(path, 'type');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function requireObject(value: object, path: Path): void {
  if (path.length >= DEPTH_MAX) refuse(path, 'type');
  if (value instanceof File) return requireText(value.name, [...path, 'name']);
  if (Array.isArray(value))
    return value.forEach((item, index) => requireStorable(item, [...path, String(index)]));
  // What else can be sent as an argument (dates, maps, promises, streams …) no use case takes.
  if (!isPlain(value)) refuse(path, 'type');
  for (const [key, item] of Object.entries(value)) {
    requireKey(key, path);
    requireStorable(item, [...path, key]);
  }
}

/**
 * What no use case can do anything with, refused at the door: texts that the database cannot hold, and values of kinds
 * that no form sends. Whether the rest is right, the schema of the use case says.
 * @param input of any shape, as it came in
 * @throws AppError INVALID_INPUT that names the field
 */
export function requireStorable(input: unknown, path: Path = []): void {
  if (typeof input === 'string') requireText(input, path);
  else if (typeof input === 'object' && input !== null) requireObject(input, path);
  else if (!['undefined', 'boolean', 'number', 'object'].includes(typeof input)) refuse(path, 'type');
}

/** The same for the fields of an address or a form. */
export function requireStorableFields(fields: Iterable<[string, unknown]>): void {
  for (const [name, value] of fields) {
    requireKey(name, []);
    requireStorable(value, [name]);
  }
}
