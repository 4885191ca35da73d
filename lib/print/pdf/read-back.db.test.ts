import { beforeAll, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { exported, insertPicture, selection } from '@/lib/exports/export.fixture';
import { isPrint } from '@/lib/exports/options';
import { storedOptions } from '@/lib/exports/parse-options';
import { gridOf } from '@/lib/print/sheet';
import { drawSquare } from '@/lib/sandbox/draw/draw';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { readBack } from './rendered.fixture';

useDatabase();

/** More than a sheet of 21 labels has, of which two were used before. */
const CODES = 24;
const START_AT = 3;

let actor: UserActor;
let codes: Awaited<ReturnType<typeof insertPicture>>[];

const pathOf = (number: number) => `pages/shop?id=${number}`;
const nameOf = (number: number) => `门店 ${number} 号`;
const numbers = Array.from({ length: CODES }, (_, at) => at + 1);

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
  const { id: miniProgramId } = await insertApp({ name: '咖啡' });
  codes = await Promise.all(
    numbers.map(async (number) => {
      const { bytes } = await drawSquare({ appId: 'wx0', path: pathOf(number), widthPx: 430 });
      const square = {
        name: nameOf(number),
        bytes: Buffer.from(bytes),
        endpoint: 'createwxaqrcode' as const,
      };
      return insertPicture(miniProgramId, square);
    }),
  );
});

test.each([
  ['as WeChat’s pictures', {}],
  ['in black ink alone', { ink: 'blackCodes' }],
  ['as shapes', { codes: 'vector' }],
])('each code is read above its own name on the drawn page: %s', async (_how, how) => {
  const fields = { format: 'pdf', design: 'shelf', stock: 'L7160', startAt: `${START_AT}`, ...how };
  const { bytes, exportId } = await exported(actor, [...selection(codes), ...Object.entries(fields)]);
  const { options } = await db().export.findUniqueOrThrow({ where: { id: exportId } });
  const print = storedOptions(options);
  if (!isPrint(print)) throw new Error('a print has a design');
  const grid = gridOf(print.sheet, print.design);
  const pieces = await readBack(bytes, grid, print.design);
  const seen = pieces.map(({ codes: texts, lines }) => [texts.join(), lines.join('')]);
  const labels = numbers.map((number) => [
    `sandbox:wx0:/${pathOf(number)}`,
    expect.stringContaining(nameOf(number)),
  ]);
  const blank = (count: number) => Array.from({ length: count }, () => ['', '']);
  expect(seen).toEqual([...blank(START_AT - 1), ...labels, ...blank(seen.length - CODES - START_AT + 1)]);
  expect(seen).toHaveLength(2 * grid.places.length);
});
