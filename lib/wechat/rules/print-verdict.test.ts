import { expect, test } from 'vitest';
import { showCharacters } from './characters';
import { hasReservedParameter, isSceneText, utf8Bytes } from './limits';
import { sharpCentimetres, sharpPixels, sizeVerdict, widthFor } from './print-sizes';

test.each([
  [1.4994, 'tooSmall'],
  [1.4996, 'small'],
  [1.5, 'small'],
  [2.4994, 'small'],
  [2.4999, 'enough'],
  [2.5, 'enough'],
  [30, 'enough'],
] as const)('%d cm on paper is %s', (cm, verdict) => {
  expect(sizeVerdict(cm)).toBe(verdict);
});

test('a width to ask for is sharp from near, within what WeChat draws', () => {
  expect([1, 3, 8, 20].map(sharpPixels)).toEqual([119, 355, 945, 2363]);
  expect([1, 2.37, 3, 8, 20].map(widthFor)).toEqual([280, 280, 355, 945, 1280]);
  expect([280, 430, 1280].map(sharpCentimetres)).toEqual([2.3, 3.6, 10.8]);
});

test.each([
  ['p?scancode_time=1', true],
  ['p?a=1&scancode_time', true],
  ['p#scancode_time=1', true],
  ['p?scancode%5ftime=1', true],
  ['p?a=scancode_time', false],
  ['scancode_time=1', false],
  ['p?scancode_times=1', false],
  ['p?%=1', false],
  ['p?%&scancode_time', true],
  ['', false],
])('%s takes the parameter of WeChat’s: %s', (path, isReserved) => {
  expect(hasReservedParameter(path)).toBe(isReserved);
});

test('a scene is 32 of its characters at most', () => {
  expect(isSceneText('x'.repeat(32))).toBe(true);
  expect(isSceneText('x'.repeat(33))).toBe(false);
  expect(isSceneText('店')).toBe(false);
  expect(isSceneText('')).toBe(false);
  expect(utf8Bytes('a店😀')).toBe(8);
});

test('characters are shown so that each can be seen, once', () => {
  expect(showCharacters('a a店\t\u3000\u{e0001}')).toBe('a ␣ 店 U+0009 U+3000 U+E0001');
  expect(showCharacters('')).toBe('');
});
