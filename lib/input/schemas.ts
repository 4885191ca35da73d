import { z } from 'zod';
import { cleanLine, cleanLines } from './clean-text';
import { isDay, isId, isSaneMoment, isStorable, UNKNOWN_ID } from './text';

// What every schema of input is made of, so that whatever passes one fits its column.

/** The largest value of a column of type INTEGER. */
const INT32_MAX = 2 ** 31 - 1;

const UNSTORABLE = { params: { key: 'unstorable' } };

/** The id of a row. A text that cannot be one is the id of nothing: not found, like an id that was deleted. */
export const idSchema = z
  .string()
  .min(1)
  .refine((text) => text === '' || isId(text), { params: { key: UNKNOWN_ID } });

/** A text as it is, such as a template or a search. @param max in UTF-16 units */
export function textSchema(max: number) {
  return z.string().max(max).refine(isStorable, UNSTORABLE);
}

/** A name or anything else of one line, cleaned of what nobody can see. @param max in UTF-16 units */
export function lineSchema(max: number) {
  return z.string().refine(isStorable, UNSTORABLE).overwrite(cleanLine).max(max);
}

/** A note: the same, of several lines. @param max in UTF-16 units */
export function linesSchema(max: number) {
  return z.string().refine(isStorable, UNSTORABLE).overwrite(cleanLines).max(max);
}

/** A number of rows or the like, or the place of one. */
export const countSchema = z.number().int().min(0).max(INT32_MAX);

/** YYYY-MM-DD */
export const daySchema = z.string().refine(isDay, { params: { key: 'format' } });

/** ISO 8601 in UTC */
export const momentSchema = z.iso.datetime().refine(isSaneMoment, { params: { key: 'format' } });
