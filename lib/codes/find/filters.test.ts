import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import {
  CODE_PLACES,
  CODE_SORTS,
  filterParams,
  NO_FILTERS,
  readFilterParams,
  type CodeFilters,
} from './filters';
import { codeFiltersSchema } from './filters-schema';
import { CODE_STATUSES } from '@/lib/codes/limits';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.trim());
const anyFilters: fc.Arbitrary<CodeFilters> = fc.record({
  q: text,
  app: fc.oneof(fc.constant(''), fc.constant('all'), fc.uuid()),
  endpoint: fc.subarray([...ENDPOINTS]),
  status: fc.subarray([...CODE_STATUSES]),
  cause: fc.constantFrom('', 'secretInvalid'),
  creator: fc.oneof(fc.constant(''), fc.uuid()),
  batch: fc.oneof(fc.constant(''), fc.uuid()),
  from: fc.oneof(fc.constant(''), days),
  to: fc.oneof(fc.constant(''), days),
  tag: fc.uniqueArray(fc.uuid(), { maxLength: 5 }),
  folder: fc.oneof(fc.constant(''), fc.constant('none'), fc.uuid()),
  place: fc.constantFrom(...CODE_PLACES),
  scans: fc.constantFrom('', 'never'),
  sort: fc.constantFrom(...CODE_SORTS),
});

describe('filters in an address', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const params = new URLSearchParams(filterParams(filters).toString());
        expect(codeFiltersSchema.parse(readFilterParams(params))).toEqual(filters);
      }),
    );
  });

  test('are left out when they narrow nothing', () => {
    expect(filterParams(NO_FILTERS).toString()).toBe('');
  });

  test('ignore parameters that are not theirs', () => {
    const params = new URLSearchParams('cursor=abc&view=table&q=%E9%97%A8%E5%BA%97');
    expect(readFilterParams(params)).toEqual({ q: '门店' });
  });

  test('that say nothing narrow nothing, and spaces around what is searched for are none of it', () => {
    expect(codeFiltersSchema.parse({})).toEqual(NO_FILTERS);
    expect(codeFiltersSchema.parse({ q: ' 7 号桌\n' }).q).toBe('7 号桌');
    expect(readFilterParams(new URLSearchParams('q=&status=&folder='))).toEqual({});
  });

  test.each<[field: keyof CodeFilters, most: number, of: (size: number) => unknown]>([
    ['q', 100, (size) => 'x'.repeat(size)],
    ['app', 64, (size) => 'x'.repeat(size)],
    ['cause', 64, (size) => 'x'.repeat(size)],
    ['creator', 64, (size) => 'x'.repeat(size)],
    ['batch', 64, (size) => 'x'.repeat(size)],
    ['folder', 64, (size) => 'x'.repeat(size)],
    ['tag', 64, (size) => ['x'.repeat(size)]],
    ['tag', 20, (size) => Array.from({ length: size }, (_, n) => `t${n}`)],
    ['status', 20, (size) => Array(size).fill('READY')],
    ['endpoint', 20, (size) => Array(size).fill('getwxacode')],
  ])('may say of %s as much as %i, and no more', (field, most, of) => {
    const isGood = (size: number) => codeFiltersSchema.safeParse({ [field]: of(size) }).success;
    expect([isGood(most), isGood(most + 1)]).toEqual([true, false]);
  });

  test.each([{ tag: [''] }, { tag: 't1' }, { scans: 'ever' }, { to: '2026-02-30' }, { q: '\u0000' }])(
    'are refused as %j',
    (filters) => expect(codeFiltersSchema.safeParse(filters).success).toBe(false),
  );

  test.each([
    'status=GONE',
    'endpoint=a,b',
    'from=yesterday',
    'place=moon',
    'sort=size',
    `q=${'x'.repeat(101)}`,
  ])('refuse %s', (query) => {
    expect(codeFiltersSchema.safeParse(readFilterParams(new URLSearchParams(query))).success).toBe(false);
  });
});
