import { expect, test } from 'vitest';
import type { FieldSource } from './plan';
import { planOf } from '@/lib/batches/batch.fixture';
import { asLive, liveSource } from './live-source';

const COLUMNS = [
  { name: '桌号', samples: ['1', '2'] },
  { name: '参数', samples: ['store=西湖店&t=1'] },
  { name: 'a{b', samples: ['1'] },
  { name: '', samples: ['1'] },
];
const text = (template: string): FieldSource => ({ from: 'template', template });
const column = (at: number): FieldSource => ({ from: 'column', column: at });

const CASES: [string, FieldSource, FieldSource][] = [
  ['pairs stay what they are', text('shop={门店}&t={桌号}'), text('shop={门店}&t={桌号}')],
  ['what has no name is one parameter', text('{门店}-{桌号}'), text('scene={门店}-{桌号}')],
  ['so is a column', { from: 'column', column: 0, encode: 'base64url' }, text('scene={桌号}')],
  ['a column of pairs is all of them', column(1), column(1)],
  ['a name that no template can have stays a column', column(2), column(2)],
  ['a column without a name stays a column', column(3), column(3)],
  ['so does one that is not there, for the plan to be refused', column(4), column(4)],
  ['braces of a fixed text are no columns', { from: 'fixed', value: 'a={1}' }, text('a={{1}}')],
];

test.each(CASES)('%s', (_what, scene, parameters) => {
  expect(liveSource(scene, COLUMNS)).toEqual(parameters);
});

test('no scene makes no parameters', () => {
  expect(liveSource(undefined, COLUMNS)).toBeUndefined();
});

test('one cell of pairs is enough for a column of pairs', () => {
  const columns = [{ name: '参数', samples: ['7', 't=1'] }];
  expect(liveSource(column(0), columns)).toEqual(column(0));
});

test('a plan becomes live with what its scene says, and keeps parameters that it has', () => {
  const plan = planOf();
  expect(asLive(plan, COLUMNS)).toEqual({
    ...plan,
    isLive: true,
    fields: { ...plan.fields, liveParameters: text('scene={桌号}') },
  });
  const kept = planOf({ liveParameters: text('t={门店}') });
  expect(asLive(kept, COLUMNS).fields.liveParameters).toEqual(text('t={门店}'));
});
