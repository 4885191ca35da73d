import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENE_PATTERN } from '@/lib/wechat/rules/limits';
import { fromBase62, toBase62 } from './base62';
import type { DeclaredParameter } from './declaration';
import { pack, unpack, type ReadValue } from './pack';

const declared = (parameter: Partial<DeclaredParameter> & { name: string }): DeclaredParameter => ({
  ...{ short: '', type: 'text', isCompact: false, choices: [], isRequired: false, isRemoved: false },
  ...parameter,
});

const TABLE = declared({ name: 'table', short: 't', type: 'number', isCompact: true, isRequired: true });
const STORE = declared({ name: 'store', short: 's' });
const KIND = declared({
  name: 'kind',
  short: 'k',
  type: 'choice',
  isCompact: true,
  choices: ['堂食', '外带'],
});
const VIP = declared({ name: 'vip', type: 'switch' });
const PAGE = [STORE, TABLE, KIND, VIP];

describe('a packed scene', () => {
  test('is short, and says what it saved', () => {
    const packed = pack(PAGE, { table: '1024', store: 'A01', kind: '外带', vip: '是' });
    expect(packed).toEqual({ scene: 's=A01&t=GW&k=1&vip=1', problems: {}, plainLength: 34 });
    expect(Object.fromEntries(unpack(PAGE, packed.scene))).toEqual({
      ...{ store: 'A01', table: 1024, kind: '外带', vip: true },
    });
  });

  test('takes values by either name, leaves out empty ones, and keeps what nobody declared', () => {
    expect(pack(PAGE, { t: ' 12 ', store: '', from: 'wall' }).scene).toBe('t=C&from=wall');
    expect(unpack(PAGE, 't=C&from=wall')).toEqual([
      ['table', 12],
      ['from', 'wall'],
    ]);
  });

  test('names each value that does not fit', () => {
    const { scene, problems } = pack(PAGE, { store: '西湖&A', table: '007', kind: '自取', vip: '也许' });
    expect(problems).toEqual({ store: 'characters', table: 'number', kind: 'choice', vip: 'switch' });
    expect(scene).toBe('');
    expect(pack(PAGE, {}).problems).toEqual({ table: 'missing' });
    expect(pack(PAGE, { table: '9007199254740993' }).problems).toEqual({ table: 'number' });
  });

  test('reads what stands behind a name as people write it, and what was removed', () => {
    expect(unpack(PAGE, 'table=12&store=A01')).toEqual([
      ['table', 12],
      ['store', 'A01'],
    ]);
    const removed = [{ ...TABLE, isRemoved: true }];
    expect(pack(removed, {})).toMatchObject({ problems: {} });
    expect(unpack(removed, 't=C')).toEqual([['table', 12]]);
  });

  test('leaves out what cannot be read, and is nothing without pairs', () => {
    expect(unpack(PAGE, 't=-0&k=9&vip=constructor&table=x')).toEqual([]);
    expect(unpack(PAGE, 'sABCDEFGHI')).toEqual([]);
    expect(unpack([], 'id=1024&t=a=b')).toEqual([
      ['id', '1024'],
      ['t', 'a=b'],
    ]);
  });
});

const NAME = fc.stringMatching(/^[A-Za-z]\w{0,7}$/);
const LEGAL = fc.stringMatching(/^[0-9A-Za-z!#$'()*+,/:;=?@\-._~]{1,12}$/);

type Case = { parameter: DeclaredParameter; text: string; value: ReadValue };

const CASE: fc.Arbitrary<Case> = fc
  .tuple(NAME, NAME, fc.boolean(), fc.boolean())
  .filter(([name, short]) => name !== short)
  .chain(([name, short, hasShort, isCompact]) => {
    const base = { name, short: hasShort ? short : '' };
    const compact = { isCompact: isCompact && hasShort };
    return fc.oneof(
      LEGAL.map((text): Case => ({ parameter: declared(base), text, value: text })),
      fc.maxSafeInteger().map((number): Case => ({
        ...{
          parameter: declared({ ...base, ...compact, type: 'number' }),
          text: String(number),
          value: number,
        },
      })),
      fc.boolean().map((value): Case => ({
        ...{ parameter: declared({ ...base, type: 'switch' }), text: value ? '是' : 'no', value },
      })),
      fc
        .tuple(fc.uniqueArray(LEGAL, { minLength: 1, maxLength: 60 }), fc.nat())
        .map(([choices, at]): Case => {
          const text = choices[at % choices.length] ?? '';
          return { parameter: declared({ ...base, ...compact, type: 'choice', choices }), text, value: text };
        }),
    );
  });

/** Of one page no key stands for two. */
const PAGE_OF_CASES = fc.array(CASE, { minLength: 1, maxLength: 6 }).filter((cases) => {
  const keys = cases.flatMap(({ parameter: { name, short } }) => (short === '' ? [name] : [name, short]));
  return new Set(keys).size === keys.length;
});

describe('any declaration and any values', () => {
  test('come back from the scene as they were, in characters that a scene holds', () => {
    fc.assert(
      fc.property(PAGE_OF_CASES, (cases) => {
        const parameters = cases.map(({ parameter }) => parameter);
        const values = Object.fromEntries(cases.map(({ parameter, text }) => [parameter.name, text]));
        const { scene, problems } = pack(parameters, values);
        expect(problems).toEqual({});
        expect(scene).toMatch(SCENE_PATTERN);
        expect(unpack(parameters, scene)).toEqual(
          cases.map(({ parameter, value }) => [parameter.name, Object.is(value, -0) ? 0 : value]),
        );
      }),
    );
  });

  test('stay readable when parameters are added and removed later', () => {
    fc.assert(
      fc.property(PAGE_OF_CASES, PAGE_OF_CASES, (first, later) => {
        const parameters = first.map(({ parameter }) => parameter);
        const keys = new Set(parameters.flatMap(({ name, short }) => [name, short]));
        const fresh = later
          .map(({ parameter }) => parameter)
          .filter(({ name, short }) => !keys.has(name) && !(short !== '' && keys.has(short)));
        const { scene } = pack(
          parameters,
          Object.fromEntries(first.map(({ parameter, text }) => [parameter.name, text])),
        );
        const changed = [...fresh, ...parameters.map((parameter) => ({ ...parameter, isRemoved: true }))];
        expect(unpack(changed, scene)).toEqual(unpack(parameters, scene));
      }),
    );
  });

  test('numbers in base62 are written in one way only', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (number) => {
        expect(fromBase62(toBase62(number))).toBe(Object.is(number, -0) ? 0 : number);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const number = fromBase62(text);
        if (number !== null) expect(toBase62(number)).toBe(text);
      }),
    );
  });
});
