import { expect, test } from 'vitest';
import { toValues } from '@/components/batches/draft/plan-values';
import { planOf } from '@/lib/batches/batch.fixture';
import type { RowField } from '@/lib/batches/plan/plan';
import { sampleOf } from './samples';

const columns = ['店', '桌'].map((name) => ({ name }));
const row = { line: 2, cells: ['A', '3 9'] };
const { sources } = toValues(
  'an app',
  planOf({
    scene: { from: 'template', template: 's={店}&t={桌}' },
    name: { from: 'template', template: '{店} · {桌} 号桌' },
  }),
);
const sample = (field: RowField, mends: RowField[]) =>
  sampleOf({ draft: { columns }, field, sources, row, mends });

test('the sample of a row is called as its scene is mended', () => {
  expect(sample('name', []).text).toBe('A · 3 9 号桌');
  expect(sample('name', ['scene']).text).toBe('A · 39 号桌');
  expect(sample('scene', ['scene'])).toEqual({ text: 's=A&t=39', issues: [], isMended: true });
  expect(sample('scene', []).isMended).toBe(false);
});
