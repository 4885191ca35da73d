import { describe, expect, test } from 'vitest';
import { commandOf, type Pressed } from './grid-keys';
import { rangeOf, selectOne } from './selection';

const size = { rows: 100, columns: 3 };
const at = (row: number, column: number) => selectOne({ row, column });
const press = (key: string, keys: Partial<Pressed> = {}): Pressed => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...keys,
});

describe('keys of a sheet', () => {
  test.each([
    ['ArrowDown', {}, at(0, 0), { row: 1, column: 0 }],
    ['ArrowUp', {}, at(0, 0), { row: 0, column: 0 }],
    ['ArrowRight', { ctrlKey: true }, at(5, 0), { row: 5, column: 2 }],
    ['ArrowDown', { metaKey: true }, at(5, 1), { row: 99, column: 1 }],
    ['PageDown', {}, at(95, 1), { row: 99, column: 1 }],
    ['Home', {}, at(5, 2), { row: 5, column: 0 }],
    ['End', { ctrlKey: true }, at(5, 0), { row: 99, column: 2 }],
    ['Tab', {}, at(5, 2), { row: 6, column: 0 }],
    ['Tab', { shiftKey: true }, at(5, 0), { row: 4, column: 2 }],
  ])('%s %j leads from cell to cell', (...[key, keys, from, place]) => {
    expect(commandOf(press(key, keys), from, size)).toEqual({ kind: 'select', selection: selectOne(place) });
  });

  test('with Shift the selection grows from the active cell', () => {
    const one = commandOf(press('ArrowDown', { shiftKey: true }), at(2, 1), size);
    expect(one).toMatchObject({ kind: 'select', selection: { active: { row: 2 }, end: { row: 3 } } });
    if (one?.kind !== 'select') throw new Error('no selection');
    const two = commandOf(press('ArrowLeft', { shiftKey: true }), one.selection, size);
    if (two?.kind !== 'select') throw new Error('no selection');
    expect(rangeOf(two.selection)).toEqual({ top: 2, bottom: 3, left: 0, right: 1 });
  });

  test('Tab leaves the sheet at its ends', () => {
    expect(commandOf(press('Tab'), at(99, 2), size)).toBeNull();
    expect(commandOf(press('Tab', { shiftKey: true }), at(0, 0), size)).toBeNull();
  });

  test.each([
    ['Enter', {}, 'edit'],
    ['F2', {}, 'edit'],
    ['Delete', {}, 'clear'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
    ['d', { metaKey: true }, 'fillDown'],
    ['h', { ctrlKey: true }, 'find'],
    ['-', { ctrlKey: true }, 'removeRows'],
    ['F8', {}, 'nextBad'],
  ])('%s %j does %s', (key, keys, kind) => {
    expect(commandOf(press(key, keys), at(1, 1), size)).toEqual({ kind });
  });

  test.each([
    ['a', {}],
    ['桌', {}],
    ['c', { ctrlKey: true }],
    ['v', { ctrlKey: true }],
    ['Enter', { altKey: true }],
  ])('%s %j is for the cell, the clipboard or the browser', (key, keys) => {
    expect(commandOf(press(key, keys), at(1, 1), size)).toBeNull();
  });
});
