import { describe, expect, test } from 'vitest';
import { EDIT_MAX_CELLS, EDIT_MAX_CHARS, EDITS_MAX } from '@/lib/batches/limits';
import { lostTexts, takeFrom, withoutParts, type Operation } from './changes';

const put = (...cells: string[][]) => ({ kind: 'put' as const, top: 0, left: 0, cells });
const edit = (...edits: ReturnType<typeof put>[]): Operation => ({ kind: 'edit', edits });

/** All calls that a queue makes. */
function callsOf(queue: Operation[]): Operation[] {
  const calls: Operation[] = [];
  let id = 0;
  for (let next = takeFrom(queue, () => `id${++id}`); next; next = takeFrom(queue, () => `id${++id}`))
    calls.push(next);
  return calls;
}

describe('changes that wait', () => {
  test('go together as long as they are texts of cells, and in their order', () => {
    const calls = callsOf([edit(put(['a'])), edit(put(['b'])), { kind: 'undo' }, edit(put(['c']))]);
    expect(calls).toEqual([
      { kind: 'edit', edits: [put(['a']), put(['b'])], changeId: 'id1' },
      { kind: 'undo', changeId: 'id2' },
      { kind: 'edit', edits: [put(['c'])], changeId: 'id3' },
    ]);
  });

  test.each([
    ['cells', [edit(put(...Array.from({ length: EDIT_MAX_CELLS }, () => ['']))), edit(put(['a']))], 2],
    ['characters', [edit(put(['a'.repeat(300), 'b'.repeat(EDIT_MAX_CHARS - 300)])), edit(put(['a']))], 2],
    ['changes', Array.from({ length: EDITS_MAX + 1 }, () => edit(put(['a']))), 2],
  ])('never make a call of more %s than one takes', (_, queue, calls) => {
    expect(callsOf(queue)).toHaveLength(calls);
  });

  test('that got no answer go once more as they were, with nothing added', () => {
    const queue: Operation[] = [edit(put(['a'])), edit(put(['b']))];
    const first = takeFrom(queue, () => 'id1');
    const sent = { kind: 'edit', edits: [put(['a']), put(['b'])], changeId: 'id1' };
    expect(first).toEqual(sent);
    if (first) queue.unshift(first);
    queue.push(edit(put(['c'])));
    expect(callsOf(queue)).toEqual([sent, { kind: 'edit', edits: [put(['c'])], changeId: 'id1' }]);
  });

  test('of a paste go with the part that was refused; others stay', () => {
    const part: Operation = { ...edit(put(['b'])), kind: 'edit', edits: [put(['b'])], isContinued: true };
    const other = edit(put(['c']));
    expect(withoutParts([part, part, other, part])).toEqual([other, part]);
    expect(withoutParts([part])).toEqual([]);
  });

  test('are told by their texts once they are lost', () => {
    expect(lostTexts([edit(put(['桌1', '']), put(['x'.repeat(100)])), { kind: 'undo' }])).toEqual([
      '桌1',
      `${'x'.repeat(60)}…`,
    ]);
  });
});
