import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path';

test.each(['/', '/codes', '/codes?q=%E9%97%A8', '/codes/new?endpoint=getwxacode'])('stays on %s', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  undefined,
  ['/a', '/b'],
  '',
  'codes',
  'https://evil.example',
  '//evil.example',
  '//[',
  '//',
  '/\\evil.example',
  '/\t/evil.example',
])('leads home from %j', (path) => {
  expect(localPath(path)).toBe('/');
});

test('never leads to another site', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'/\\@:.?#aé \t\n%2f') });
  fc.assert(
    fc.property(hostile, (tail) => {
      expect(new URL(localPath(`/${tail}`), 'https://suncode.test').origin).toBe('https://suncode.test');
    }),
  );
});
