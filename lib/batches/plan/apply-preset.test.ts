import { expect, test } from 'vitest';
import { applyPreset } from './apply-preset';
import { planOf } from '@/lib/batches/batch.fixture';

const preset = {
  columns: ['桌号', '名称', '备注'],
  plan: planOf({
    scene: { from: 'template', template: 't={桌号}' },
    name: { from: 'column', column: 1 },
    note: { from: 'column', column: 2 },
    page: { from: 'fixed', value: 'pages/order' },
  }),
};

test('a preset finds its columns by name, wherever they stand', () => {
  expect(applyPreset(preset, ['备注 ', '店', '名称', '桌号'])).toEqual({
    plan: {
      ...preset.plan,
      fields: {
        ...preset.plan.fields,
        name: { from: 'column', column: 2 },
        note: { from: 'column', column: 0 },
      },
    },
    missing: [],
  });
});

test('a preset leaves out a field whose column is not there, and names the column', () => {
  const { plan, missing } = applyPreset(preset, ['名称']);
  expect(missing).toEqual(['桌号', '备注']);
  expect(plan.fields).toEqual({
    name: { from: 'column', column: 0 },
    page: { from: 'fixed', value: 'pages/order' },
  });
});

test('a column is found whatever spaces and capitals its name has, and keeps how it is written', () => {
  const fields = { scene: { from: 'column', column: 0, encode: 'base64url' } } as const;
  const { plan, missing } = applyPreset({ plan: planOf(fields), columns: [' Store Code'] }, [
    'x',
    'STORE code ',
  ]);
  expect(plan.fields).toEqual({ scene: { from: 'column', column: 1, encode: 'base64url' } });
  expect(missing).toEqual([]);
});

test('a template is left out when one of its columns is not there, and each missing column is named once', () => {
  const fields = {
    scene: { from: 'template', template: '{桌号}-{门店}-{层}' },
    note: { from: 'column', column: 0 },
  } as const;
  const { plan, missing } = applyPreset({ plan: planOf(fields), columns: ['层'] }, ['桌号']);
  expect(plan.fields).toEqual({});
  expect(missing).toEqual(['门店', '层']);
});

test('a preset brings its settings along', () => {
  const plan = planOf({}, { policy: 'all', endpoint: 'getwxacode', mends: ['scene'] });
  expect(applyPreset({ plan, columns: ['a'] }, ['a']).plan).toEqual(plan);
});
