import { expect, test } from 'vitest';
import { parseNamePattern, renderNamePattern } from './name-pattern';

const values = { name: '海报', seq: 7, scene: 's=1', path: '', page: '', app: '点餐', date: '2026-11-22' };

function nameBy(text: string) {
  const { pattern, issue } = parseNamePattern(text);
  return pattern ? renderNamePattern(pattern, values) : issue;
}

test.each([
  ['{name} {seq:000}', '海报 007'],
  ['{seq}/{app}', '7/点餐'],
  ['{{{name}}}', '{海报}'],
  [' {date} {scene} ', '2026-11-22 s=1'],
  ['{seq:0}{seq:00}', '707'],
  ['{ name }', '海报'],
  ['x'.repeat(80), 'x'.repeat(80)],
])('%j makes %j', (text, name) => {
  expect(nameBy(text)).toEqual({ name, fits: true });
});

test.each(['{path}', '   ', 'x'.repeat(81)])('%j makes a name that cannot be', (text) => {
  expect(nameBy(text)).toMatchObject({ fits: false });
});

test.each([
  ['{name', 'exports.issues.braceOpen'],
  ['{nme}', 'exports.issues.tokenUnknown'],
  ['{seq:abc}', 'exports.issues.tokenUnknown'],
  ['{name:000}', 'exports.issues.tokenUnknown'],
  ['{name:}', 'exports.issues.tokenUnknown'],
  ['{seq:}', 'exports.issues.tokenUnknown'],
  ['{seq:01}', 'exports.issues.tokenUnknown'],
  ['{seq:10}', 'exports.issues.tokenUnknown'],
  ['{seq:0\n1}', 'exports.issues.tokenUnknown'],
  ['{?{name}}', 'exports.issues.braceOpen'],
])('%j is refused', (text, key) => {
  expect(nameBy(text)).toMatchObject({ key });
});

test('what is refused is named as it was typed', () => {
  expect(nameBy('{nme:0}')).toEqual({ key: 'exports.issues.tokenUnknown', values: { token: '{nme:0}' } });
  expect(nameBy('{name')).toEqual({ key: 'exports.issues.braceOpen', values: {} });
});
