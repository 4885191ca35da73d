import { expect, test } from 'vitest';
import { cellKey, pendingOf, settled, shownOver, withdrawn } from './pending';

const put = (text: string, top = 0) => ({
  kind: 'edit' as const,
  edits: [{ kind: 'put' as const, top, left: 0, cells: [[text]] }],
});
const over = (pending: ReturnType<typeof pendingOf>, own: string[], version: string) =>
  shownOver(pending, cellKey(0, 0), { own, version });

test('a text is shown over its cell until the rows of its version, or a later one, are there', () => {
  const typed = pendingOf(new Map(), put('B1'));
  expect(over(typed, ['0'], '0')).toBe('B1');
  const kept = settled(typed, put('B1'), 'v1');
  expect(over(kept, ['0', 'v1'], '0')).toBe('B1');
  expect(over(kept, ['0', 'v1'], 'v1')).toBeUndefined();
  expect(over(kept, ['0', 'v1', 'v2'], 'v2')).toBeUndefined();
});

test('a text that was typed over one on its way stays', () => {
  const second = pendingOf(pendingOf(new Map(), put('B1')), put('B2'));
  expect(over(settled(second, put('B1'), 'v1'), ['0', 'v1'], 'v1')).toBe('B2');
});

test('after another kind of change only what is still to be sent is shown over the rows', () => {
  const both = pendingOf(settled(pendingOf(new Map(), put('B1')), put('B1'), 'v1'), put('C2', 1));
  const after = pendingOf(both, { kind: 'edit', edits: [{ kind: 'remove', top: 5, bottom: 6 }] });
  expect(over(after, ['0', 'v1'], '0')).toBeUndefined();
  expect(shownOver(after, cellKey(1, 0), { own: ['0', 'v1'], version: '0' })).toBe('C2');
});

test('what was refused is no longer shown, unless something was typed over it since', () => {
  const typed = pendingOf(new Map(), put('B1'));
  expect(over(withdrawn(typed, [put('B1')]), ['0'], '0')).toBeUndefined();
  expect(over(withdrawn(pendingOf(typed, put('B2')), [put('B1')]), ['0'], '0')).toBe('B2');
});
