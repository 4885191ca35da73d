import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODE_SORTS, filterParams, NO_FILTERS, type CodePlace } from './filters';
import { codeFiltersSchema } from './filters-schema';
import { decodeOrderCursor, orderOf } from './order';
import { encodeCursor } from '@/lib/db/pagination';
import { readCodeFilters, readCodeView, type Address } from './search-params';

const read = (address: Address, scope: string | null = null) => readCodeFilters(address, scope);

describe('what an address asks for', () => {
  test('passes the check, whatever somebody types into it', () => {
    const names = fc.constantFrom(...Object.keys(NO_FILTERS), 'view');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.string({ maxLength: 80 }), { maxLength: 30 }),
      fc.constantFrom('trash', 'name', 'READY,FAILED', 'getwxacode', '2026-01-01', '2026-02-30', 'never'),
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), (address) => {
        const filters = read(address);
        expect(codeFiltersSchema.parse(filters)).toEqual(filters);
      }),
    );
  });

  test('is everything of the Mini Program in view where it says nothing', () => {
    expect(read({})).toEqual({ ...NO_FILTERS, app: 'all' });
    expect(read({}, 'a1')).toEqual({ ...NO_FILTERS, app: 'a1' });
    expect(read({ app: 'a2' }, 'a1').app).toBe('a2');
    expect(read({ app: 'all' }, 'a1').app).toBe('all');
  });

  test('is read as it was written', () => {
    const filters = {
      ...{ ...NO_FILTERS, q: '门店', app: 'a1', endpoint: ['getwxacode' as const], cause: 'timeout' },
      ...{ status: ['FAILED' as const], creator: 'u1', batch: 'b1', from: '2026-01-01', to: '2026-01-31' },
      ...{ tag: ['t1', 't2'], folder: 'none', place: 'archived' as const, scans: 'never' as const },
      sort: 'name' as const,
    };
    expect(read(Object.fromEntries(filterParams(filters)))).toEqual(filters);
  });

  test('is the last of what is said twice, and of a list each once and in order', () => {
    expect(read({ q: ['a', 'b'] }).q).toBe('b');
    expect(read({ status: 'FAILED,READY,FAILED,GONE' }).status).toEqual(['READY', 'FAILED']);
    expect(read({ endpoint: 'createwxaqrcode,getwxacode' }).endpoint).toEqual([
      ...(['getwxacode', 'createwxaqrcode'] as const),
    ]);
    expect(read({ tag: 'b,a,,b' }).tag).toEqual(['a', 'b']);
  });

  test('is cut to what is searched for, and what is none is left out', () => {
    expect(read({ q: ` ${'x'.repeat(200)}` }).q).toBe('x'.repeat(99));
    expect(read({ folder: 'x'.repeat(65) }).folder).toBe('x'.repeat(64));
    const many = Array.from({ length: 21 }, (_, n) => `t${String(n).padStart(2, '0')}`);
    expect(read({ tag: many.join() }).tag).toEqual(many.slice(0, 20));
    expect(read({ tag: `${'x'.repeat(70)},${'x'.repeat(80)}` }).tag).toEqual(['x'.repeat(64)]);
    const odd = { from: '2026-02-30', to: 'tomorrow', place: 'moon', scans: 'ever', sort: 'size' };
    expect(read(odd)).toEqual({ ...NO_FILTERS, app: 'all' });
  });

  test('may be how codes are shown', () => {
    expect([readCodeView({ view: 'cards' }), readCodeView({ view: 'table' })]).toEqual(['cards', 'table']);
    expect([readCodeView({}), readCodeView({ view: 'moon' })]).toEqual([undefined, undefined]);
  });
});

describe('the order of codes', () => {
  const ID = '0190a5b2-1c3d-7e5f-8a9b-0c1d2e3f4a5b';
  const of = (place: CodePlace, sort: (typeof CODE_SORTS)[number]) => {
    const { column, direction } = orderOf({ ...NO_FILTERS, place, sort });
    return `${column} ${direction}`;
  };

  test('is what is chosen in the gallery, and that of the place elsewhere', () => {
    expect(CODE_SORTS.map((sort) => of('', sort))).toEqual([
      ...['createdAt desc', 'createdAt asc', 'name asc', 'updatedAt desc', 'scans desc'],
    ]);
    const places = ['recent', 'archived', 'trash'] as const;
    expect(places.map((place) => of(place, ''))).toEqual([
      ...['usedAt desc', 'archivedAt desc', 'deletedAt desc'],
    ]);
    expect(places.map((place) => of(place, 'oldest'))).toEqual([
      ...['usedAt asc', 'archivedAt asc', 'deletedAt asc'],
    ]);
    expect(of('trash', 'name')).toBe('deletedAt desc');
  });

  test('knows its own cursors alone', () => {
    const orders = (['', 'name', 'scans'] as const).map((sort) => orderOf({ ...NO_FILTERS, sort }));
    const values = [new Date('2026-11-26T08:00:00.123Z'), '7 号桌', 42];
    for (const [at, value] of values.entries()) {
      const cursor = encodeCursor({ value, id: ID });
      for (const [other, order] of orders.entries())
        if (other === at) expect(decodeOrderCursor(cursor, order)).toEqual({ value, id: ID });
    }
    for (const order of orders)
      expect(() => decodeOrderCursor('nonsense', order)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
  });
});
