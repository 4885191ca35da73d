import { describe, expect, test } from 'vitest';
import { planOf } from '@/lib/batches/batch.fixture';
import { isComplete, isLivePlan, plannedFields, targetField, type BatchPlan, type FieldSource } from './plan';
import { batchPlanSchema } from './plan-schema';

const FIXED: FieldSource = { from: 'fixed', value: 'x' };

describe('the fields of a kind of code', () => {
  test.each([
    ['getwxacodeunlimit', 'scene', ['path', 'liveParameters', 'livePage']],
    ['getwxacode', 'path', ['scene', 'page', 'checkPath']],
    ['createwxaqrcode', 'path', ['scene', 'lineColor', 'envVersion']],
  ] as const)('%s is told by its %s', (endpoint, target, lacks) => {
    const fields = plannedFields({ endpoint });
    expect(targetField({ endpoint })).toBe(target);
    expect(fields).toEqual(expect.arrayContaining([target, 'name', 'note', 'width']));
    for (const field of lacks) expect(fields).not.toContain(field);
  });

  test('are those alone that it has', () => {
    expect(plannedFields({ endpoint: 'getwxacodeunlimit' })).toContain('checkPath');
    expect(plannedFields({ endpoint: 'getwxacodeunlimit' })).toContain('page');
    expect(plannedFields({ endpoint: 'getwxacode' })).toContain('lineColor');
    expect(plannedFields({ endpoint: 'createwxaqrcode' })).toEqual(['path', 'name', 'note', 'width']);
  });

  test('a live code has parameters and a page in place of a scene', () => {
    const kind = { endpoint: 'getwxacodeunlimit', isLive: true } as const;
    expect(isLivePlan(kind)).toBe(true);
    expect(targetField(kind)).toBe('liveParameters');
    expect(plannedFields(kind)).not.toContain('scene');
    expect(plannedFields(kind).slice(0, 3)).toEqual(['liveParameters', 'livePage', 'page']);
    expect(plannedFields(kind).at(-1)).toBe('checkPath');
  });

  test('only codes without a limit can be live', () => {
    const kind = { endpoint: 'getwxacode', isLive: true } as const;
    expect(isLivePlan(kind)).toBe(false);
    expect(targetField(kind)).toBe('path');
    expect(isLivePlan({ endpoint: 'getwxacodeunlimit', isLive: false })).toBe(false);
    expect(isLivePlan({ endpoint: 'getwxacodeunlimit' })).toBe(false);
  });
});

describe('a plan says what codes hold', () => {
  test.each([
    ['a scene', planOf(), true],
    ['no scene', planOf({ scene: undefined, name: FIXED }), false],
    ['a page of live codes without live codes', planOf({ scene: undefined, livePage: FIXED }), false],
    ['a path for a scene', planOf({}, { endpoint: 'getwxacode' }), false],
    ['a path', planOf({ path: FIXED }, { endpoint: 'createwxaqrcode' }), true],
    ['live codes with a scene alone', planOf({}, { isLive: true }), false],
    ['live codes with parameters', planOf({ liveParameters: FIXED }, { isLive: true }), true],
    ['live codes with a page alone', planOf({ livePage: FIXED }, { isLive: true }), true],
  ])('%s', (_, plan, expected) => {
    expect(isComplete(plan)).toBe(expected);
  });
});

describe('a stored plan', () => {
  const wrong: [string, object][] = [
    ['an endpoint that is none', { ...planOf(), endpoint: 'getcode' }],
    ['a column before the first', planOf({ name: { from: 'column', column: -1 } })],
    ['a column behind the hundredth', planOf({ name: { from: 'column', column: 100 } })],
    ['half a column', planOf({ name: { from: 'column', column: 1.5 } })],
    ['a template that is too long', planOf({ name: { from: 'template', template: 'x'.repeat(1_001) } })],
    ['a fixed text that is too long', planOf({ name: { from: 'fixed', value: 'x'.repeat(4_097) } })],
    ['a policy that is none', { ...planOf(), policy: 'some' }],
    ['a field that is none', { ...planOf(), fields: { colour: FIXED } }],
    ['a source that is none', { ...planOf(), fields: { name: { from: 'nowhere' } } }],
    [
      'an encoding that is none',
      { ...planOf(), fields: { scene: { ...FIXED, from: 'column', encode: 'x' } } },
    ],
    ['a switch that is a word', { ...planOf(), look: { ...planOf().look, checkPath: 'yes' } }],
  ];
  test.each(wrong)('is none with %s', (_, plan) => {
    expect(batchPlanSchema.safeParse(plan).success).toBe(false);
  });

  const right: [string, BatchPlan][] = [
    ['the hundredth column', planOf({ name: { from: 'column', column: 99 } })],
    ['a template of the limit', planOf({ name: { from: 'template', template: 'x'.repeat(1_000) } })],
    ['an encoding', planOf({ scene: { from: 'column', column: 0, encode: 'base64url' } })],
    ['live codes, and what is mended', planOf({}, { isLive: true, mends: ['scene'] })],
    ['nothing mapped', { ...planOf(), fields: {} }],
  ];
  test.each(right)('stays what it is with %s', (_, plan) => {
    expect(batchPlanSchema.parse(plan)).toEqual(plan);
  });

  test('says of its endpoint and its switch what is wrong', () => {
    const messageOf = (plan: object) => batchPlanSchema.safeParse(plan).error?.issues[0]?.message;
    expect(messageOf({ ...planOf(), endpoint: '' })).toBe('endpointUnknown');
    expect(messageOf({ ...planOf(), look: { ...planOf().look, checkPath: 1 } })).toBe('switchInvalid');
  });
});
