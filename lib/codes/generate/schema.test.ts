import { describe, expect, test } from 'vitest';
import { generateCodeSchema, updateCodeSchema } from './schema';

const MINI_PROGRAM = '0190a5b2-1c3d-7e5f-8a9b-0c1d2e3f4a5b';
const square = { miniProgramId: MINI_PROGRAM, endpoint: 'createwxaqrcode', path: 'pages/index' };
const round = { ...square, endpoint: 'getwxacode' };
const purpose = { key: 'table', values: { table: '7' }, printCm: null };
const read = (input: unknown, pathMaxBytes = 128) => generateCodeSchema(pathMaxBytes).safeParse(input);
/** At which fields it is refused. */
const refusedAt = (input: unknown, pathMaxBytes?: number) =>
  read(input, pathMaxBytes).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('what is asked for of a new code', () => {
  test('is called nothing, for nothing and in nobody’s place where that is left out', () => {
    expect(read(square).data).toMatchObject({
      name: '',
      note: '',
      purpose: null,
      live: null,
      replaces: null,
    });
  });

  test.each([
    ['name', (size: number) => ({ name: 'n'.repeat(size) }), 80],
    ['note', (size: number) => ({ note: 'n'.repeat(size) }), 500],
    ['purpose.key', (size: number) => ({ purpose: { ...purpose, key: 'k'.repeat(size) } }), 64],
  ])('has a %s of so many characters at most', (field, of, most) => {
    expect(refusedAt({ ...square, ...of(most) })).toEqual([]);
    expect(refusedAt({ ...square, ...of(most + 1) })).toEqual([field]);
  });

  test('is cleaned: a name is one line, and a note may be several', () => {
    const { name, note } = read({ ...square, name: ' 7 号桌\n靠窗 ', note: '一楼\n靠窗 ' }).data ?? {};
    expect([name, note]).toEqual(['7 号桌 靠窗', '一楼\n靠窗']);
  });

  test('names a Mini Program, and a code that could be, in whose place it stands', () => {
    expect(refusedAt({ ...square, miniProgramId: '' })).toEqual(['miniProgramId']);
    expect(refusedAt({ ...square, replaces: 'no id at all' })).toEqual(['replaces']);
    expect(refusedAt({ ...square, replaces: MINI_PROGRAM })).toEqual([]);
  });

  test('has a path as long as its own Mini Program takes, whichever was asked for before', () => {
    const path = 'p'.repeat(129);
    for (const [limit, fields] of [
      [128, ['path']],
      [1024, []],
      [128, ['path']],
    ] as const)
      expect(refusedAt({ ...round, path }, limit)).toEqual(fields);
  });

  test('leads somewhere of ours with a page and parameters, and nothing else', () => {
    const live = { page: 'pages/menu', parameters: { t: '7' } };
    const scene = { ...square, endpoint: 'getwxacodeunlimit', scene: 't=7' };
    expect(read({ ...scene, live }).data?.live).toEqual(live);
    expect(refusedAt({ ...scene, live: { ...live, isPaused: true } })).toEqual(['live']);
  });
});

describe('another name', () => {
  test('is needed, and a note that is left out is none that was emptied', () => {
    expect(updateCodeSchema.safeParse({ name: '7 号桌' }).data).toEqual({ name: '7 号桌' });
    expect(updateCodeSchema.safeParse({ name: '7 号桌', note: '' }).data).toEqual({
      name: '7 号桌',
      note: '',
    });
    for (const name of [undefined, '', ' ', '\u200b'])
      expect(updateCodeSchema.safeParse({ name }).success).toBe(false);
  });

  test('is as long as the first one may be', () => {
    const isGood = (input: unknown) => updateCodeSchema.safeParse(input).success;
    expect([isGood({ name: 'n'.repeat(80) }), isGood({ name: 'n'.repeat(81) })]).toEqual([true, false]);
    const note = 'n'.repeat(500);
    expect([isGood({ name: 'n', note }), isGood({ name: 'n', note: `${note}n` })]).toEqual([true, false]);
  });
});
