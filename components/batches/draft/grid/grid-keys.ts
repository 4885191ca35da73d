import { inside, selectOne, tabbed, type Place, type Selection, type Size } from './selection';

/** What a key asks for while no cell is being edited. */
export type GridCommand =
  | { kind: 'select'; selection: Selection }
  | { kind: 'edit' }
  | { kind: 'clear' | 'fillDown' | 'undo' | 'redo' | 'find' | 'removeRows' | 'nextBad' };

export type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PAGE = 20;
const FAR = Number.MAX_SAFE_INTEGER;

const MOVES: Record<string, (place: Place, step: number) => Place> = {
  ArrowUp: ({ row, column }, step) => ({ row: row - step, column }),
  ArrowDown: ({ row, column }, step) => ({ row: row + step, column }),
  ArrowLeft: ({ row, column }, step) => ({ row, column: column - step }),
  ArrowRight: ({ row, column }, step) => ({ row, column: column + step }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  Home: ({ row }, step) => ({ row: step === FAR ? 0 : row, column: 0 }),
  End: ({ row }, step) => ({ row: step === FAR ? FAR : row, column: FAR }),
};

/** Where a key leads from a place; with Ctrl to the edge. */
function movedBy({ key, ctrlKey, metaKey }: Pressed, place: Place): Place | null {
  return MOVES[key]?.(place, ctrlKey || metaKey ? FAR : 1) ?? null;
}

const WITH_CONTROL: Record<string, GridCommand['kind']> = {
  d: 'fillDown',
  f: 'find',
  h: 'find',
  y: 'redo',
  '-': 'removeRows',
};

function commandOfControl({ key, shiftKey }: Pressed, size: Size): GridCommand | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  if (letter === 'a') {
    const end = { row: size.rows - 1, column: size.columns - 1 };
    return { kind: 'select', selection: { active: { row: 0, column: 0 }, end } };
  }
  const kind = WITH_CONTROL[letter];
  return kind && kind !== 'select' ? { kind } : null;
}

const PLAIN: Record<string, GridCommand> = {
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  F8: { kind: 'nextBad' },
};

/** Before the first cell and after the last one it leaves the sheet, as everywhere. */
function commandOfTab(active: Place, by: 1 | -1, size: Size): GridCommand | null {
  const place = tabbed(active, by, size);
  const isEdge = place.row === active.row && place.column === active.column;
  return isEdge ? null : { kind: 'select', selection: selectOne(place) };
}

/** @returns null when the key is none of the sheet's */
export function commandOf(pressed: Pressed, selection: Selection, size: Size): GridCommand | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) return null;
  if (key === 'Tab') return commandOfTab(selection.active, shiftKey ? -1 : 1, size);
  const moved = movedBy(pressed, shiftKey ? selection.end : selection.active);
  if (moved) {
    const place = inside(moved, size);
    return { kind: 'select', selection: shiftKey ? { ...selection, end: place } : selectOne(place) };
  }
  return ctrlKey || metaKey ? commandOfControl(pressed, size) : (PLAIN[key] ?? null);
}
