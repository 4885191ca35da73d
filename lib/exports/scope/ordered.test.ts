import { describe, expect, test } from 'vitest';
import { blankDesign } from '@/lib/print/design-pieces';
import { parseExportOptions } from '@/lib/exports/parse-options';
import { ordered } from './ordered';
import type { ExportRecord } from './record';
import { sampled } from './sample';

const columns = ['区'];
const pdf = (more: object = {}) =>
  parseExportOptions({ format: 'pdf', stock: 'a4', ...more }, columns, blankDesign());

function recordOf(name: string, row: number, area = ''): ExportRecord {
  const none = { note: '', path: null, page: null, errcode: null, folder: null, deletedAt: null };
  const picture = { imageKey: null, imageType: null, imageWidthPx: null, imageHeightPx: null };
  const look = { autoColor: null, lineColor: null, isHyaline: null, envVersion: null, checkPath: null };
  const code: ExportRecord['code'] = {
    ...{ ...none, ...picture, ...look, id: `c${row}`, name, scene: null, width: 430, tagIds: [] },
    ...{ endpoint: 'getwxacodeunlimit', status: 'READY', createdAt: new Date(0) },
    ...{ imageBytes: null, imageSha256: null, miniProgram: { name: '', appId: '', mode: 'LIVE' } },
  };
  return { code, name, note: '', row, columns: { 区: area }, live: null, isOutdated: false, tags: [] };
}

const RECORDS = [recordOf('10 号桌', 1, '乙'), recordOf('2 号桌', 2, '甲'), recordOf('1 号桌', 3, '乙')];

async function* all(records = RECORDS) {
  yield* records;
}

const rowsOf = async (records: AsyncIterable<ExportRecord>) => {
  const rows: number[] = [];
  for await (const { row } of records) rows.push(row);
  return rows;
};

describe('the order of a print', () => {
  test('is that in which its codes come, or by what is chosen', async () => {
    expect(await rowsOf(ordered(pdf(), all()))).toEqual([1, 2, 3]);
    expect(await rowsOf(ordered(pdf({ order: 'name' }), all()))).toEqual([3, 2, 1]);
    expect(await rowsOf(ordered(pdf({ order: 'col:区' }), all()))).toEqual([2, 1, 3]);
  });

  test('is none of other exports', async () => {
    const zip = parseExportOptions({}, columns, null);
    const records = all();
    expect(ordered(zip, records)).toBe(records);
    expect(sampled(zip, records)).toBe(records);
  });
});

describe('a sample', () => {
  const many = Array.from({ length: 60 }, (_, at) => recordOf(`${at}`, at + 1));
  const draw = (seed: number, count = 10, records = many) =>
    rowsOf(sampled(pdf({ sample: String(count), seed: String(seed) }), all(records)));

  test('is of as many codes as were asked for, each once and in their order', async () => {
    const rows = await draw(1);
    expect(new Set(rows).size).toBe(10);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(await draw(1, 60)).toHaveLength(60);
    expect(await draw(1, 100)).toHaveLength(60);
  });

  test('is the same by the same seed, whatever the order, and another one by another', async () => {
    const rows = await draw(1);
    expect(await draw(1)).toEqual(rows);
    const turned = await draw(1, 10, many.toReversed());
    expect(turned).toEqual(rows.toReversed());
    expect(await draw(2)).not.toEqual(rows);
  });

  test('is the beginning of a larger one, so that each code has the same chance', async () => {
    const [few, more] = [await draw(1, 5), await draw(1, 20)];
    expect(few.every((row) => more.includes(row))).toBe(true);
  });

  test('is not drawn where all are printed', async () => {
    const records = all();
    expect(sampled(pdf(), records)).toBe(records);
  });
});
