import type { JsonFields } from './body';
import type { Rgb } from '@/lib/sandbox/draw/color';

/** Thrown by the readers below; carries the errcode to answer. */
export class Refusal extends Error {
  constructor(readonly errcode: number) {
    super(`refused with ${errcode}`);
    this.name = 'Refusal';
  }
}

const WRONG_TYPE = 47001;

/** Reads a string field; undefined when it is missing. WeChat answers 47001 to every wrong JSON type. */
export function readText(fields: JsonFields, name: string): string | undefined {
  const value = fields.get(name);
  if (value === undefined || typeof value === 'string') return value;
  throw new Refusal(WRONG_TYPE);
}

/** Reads a boolean field; 0 and 1 are no booleans. */
export function readSwitch(fields: JsonFields, name: string, initial: boolean): boolean {
  const value = fields.get(name);
  if (value === undefined) return initial;
  if (typeof value === 'boolean') return value;
  throw new Refusal(WRONG_TYPE);
}

/** Reads `width`: a whole JSON number, never a numeric string. */
export function readWidth(fields: JsonFields): number {
  const value = fields.get('width');
  if (value === undefined) return 430;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new Refusal(WRONG_TYPE);
}

/** Reads `line_color`: all three parts, as numbers or as decimal strings (old documentation and SDKs send those). */
export function readColor(fields: JsonFields): Rgb {
  const value = fields.get('line_color');
  if (value === undefined) return { r: 0, g: 0, b: 0 };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(WRONG_TYPE);
  const parts = new Map<string, unknown>(Object.entries(value));
  return { r: readPart(parts.get('r')), g: readPart(parts.get('g')), b: readPart(parts.get('b')) };
}

function readPart(value: unknown): number {
  if (typeof value === 'string' && /^\d{1,4}$/.test(value)) return Number(value);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Refusal(WRONG_TYPE);
}
