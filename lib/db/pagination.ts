import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { countSchema, idSchema, momentSchema, textSchema } from '@/lib/input/schemas';

/** The row after which a page starts: the value that the list is sorted by, and the id, which tells equal ones apart. */
export type Cursor<Value extends Date | string | number = Date> = { value: Value; id: string };

/** Lists are sorted by names at most. */
const VALUE_MAX_CHARS = 1_000;

const moments = z.tuple([momentSchema.transform((value) => new Date(value)), idSchema]);
const texts = z.tuple([textSchema(VALUE_MAX_CHARS), idSchema]);
const counts = z.tuple([
  z.union([countSchema, momentSchema.transform((value) => new Date(value))]),
  idSchema,
]);

/** Opaque to clients: what it holds may change. */
export function encodeCursor({ value, id }: Cursor<Date | string | number>): string {
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([plain, id])).toString('base64url');
}

function decode<Value extends Date | string | number>(
  text: string,
  shape: z.ZodType<[Value, string]>,
): Cursor<Value> {
  try {
    const [value, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { value, id };
  } catch {
    throw new AppError('INVALID_INPUT', {
      issues: [{ field: 'cursor', key: 'errors.issues.format', values: {} }],
    });
  }
}

/** Of a list by a moment. @throws AppError INVALID_INPUT for anything that `encodeCursor` does not make of one */
export function decodeCursor(text: string): Cursor {
  return decode(text, moments);
}

/** Of a list by a text. @throws AppError INVALID_INPUT for anything that `encodeCursor` does not make */
export function decodeTextCursor(text: string): Cursor<string> {
  return decode(text, texts);
}

/** Of a list by a number, behind which others follow by a moment. @throws AppError INVALID_INPUT for anything that `encodeCursor` does not make */
export function decodeCountCursor(text: string): Cursor<Date | number> {
  return decode(text, counts);
}

/**
 * Prisma's filter for "after this row" under `orderBy: [{ createdAt: 'desc' }, { id: 'desc' }]`. The first condition says
 * nothing new, but is one that an index can start from: with OR alone the database reads all rows before the page too.
 */
export function afterCursor({ value, id }: Cursor) {
  return {
    createdAt: { lte: value },
    OR: [{ createdAt: { lt: value } }, { createdAt: value, id: { lt: id } }],
  };
}
