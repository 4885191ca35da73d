import { z } from 'zod';
import { AppError } from '@/lib/errors';

/** The position after which a page starts, newest first. Equal moments are told apart by the id. */
export type Cursor = { createdAt: Date; id: string };

const shape = z.tuple([z.iso.datetime(), z.string().min(1).max(64)]);

/** Opaque to clients: what it holds may change. */
export function encodeCursor({ createdAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

/** @throws AppError INVALID_INPUT for anything that `encodeCursor` does not make */
export function decodeCursor(text: string): Cursor {
  try {
    const [createdAt, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { createdAt: new Date(createdAt), id };
  } catch {
    throw new AppError('INVALID_INPUT', {
      issues: [{ field: 'cursor', key: 'errors.issues.format', values: {} }],
    });
  }
}

/**
 * Prisma's filter for "after this row" under `orderBy: [{ createdAt: 'desc' }, { id: 'desc' }]`. The first condition says
 * nothing new, but is one that an index can start from: with OR alone the database reads all rows before the page too.
 */
export function afterCursor({ createdAt, id }: Cursor) {
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
  };
}
