import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterCursor, decodeCountCursor, decodeCursor, encodeCursor } from './pagination';

const moments = fc.date({ min: new Date(0), max: new Date('2999-12-31T23:59:59.999Z'), noInvalidDate: true });

describe('cursors', () => {
  test('come back as they were, and fit in an address', () => {
    fc.assert(
      fc.property(moments, fc.uuid(), (value, id) => {
        const text = encodeCursor({ value, id });
        expect(text).toMatch(/^[\w-]+$/);
        expect(decodeCursor(text)).toEqual({ value, id });
      }),
    );
  });

  test('of a list by a number hold a number, or the moment by which the others follow', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(), moments), fc.uuid(), (value, id) => {
        expect(decodeCountCursor(encodeCursor({ value, id }))).toEqual({ value, id });
      }),
    );
    expect(() => decodeCountCursor(encodeCursor({ value: 'name', id: crypto.randomUUID() }))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test('that we did not make are refused as input, never as a fault', () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const foreign = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      fc.tuple(fc.string(), fc.anything()).map((pair) => made(pair)),
    );
    fc.assert(
      fc.property(foreign, (text) => {
        expect(() => decodeCursor(text)).toThrow(
          expect.objectContaining({
            code: 'INVALID_INPUT',
            issues: [expect.objectContaining({ field: 'cursor' })],
          }),
        );
      }),
    );
  });

  test('name the rows after theirs, newest first, also among rows of one moment', () => {
    const createdAt = new Date('2026-11-22T08:00:00.000Z');
    expect(afterCursor({ value: createdAt, id: 'b' })).toEqual({
      createdAt: { lte: createdAt },
      OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: 'b' } }],
    });
  });
});
