import { expect, test } from 'vitest';
import { blankValues } from './form-values';
import { findFixes } from './trap-fixes';

const liveOf = (scene: string) =>
  findFixes('scene', { ...blankValues('app'), scene }).find(({ key }) => key === 'makeLive')?.changes;

test('a scene that does not fit is offered as the parameters of a live code', () => {
  expect(liveOf('shop=西湖店&t=7')).toEqual({ isLive: true, liveParameters: 'shop=西湖店\nt=7' });
  expect(liveOf('x'.repeat(33))).toEqual({ isLive: true, liveParameters: `scene=${'x'.repeat(33)}` });
  expect(liveOf('t=7')).toBeUndefined();
  expect(liveOf('')).toBeUndefined();
});
