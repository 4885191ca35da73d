'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import type { CellRange, TableEdit } from '@/lib/batches/edit/edit-types';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { CELL_MAX_CHARS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { pasteInto } from './paste-into';
import {
  fitted,
  inside,
  rangeOf,
  selectOne,
  tabbed,
  type Place,
  type Selection,
  type Size,
} from './selection';
import { cellKey, shownOver } from './pending';
import { useTableEdits } from './use-table-edits';

/** What stands in the box of the active cell; `before` is what the cell said when it was opened, null when typing began it. */
type Typing = { text: string; before: string | null };

/** The table of a draft as it is edited: which cells are selected, what is being typed, and what was changed. */
export function useSheet(draft: Draft, start: Place) {
  const t = useTranslations('batches.grid');
  const [asked, setAsked] = useState<Selection>(selectOne(start));
  const [typing, setTyping] = useState<Typing | null>(null);
  const editing = useTableEdits(draft, ({ firstRow }) => {
    if (firstRow !== null) setAsked((now) => selectOne({ ...now.active, row: firstRow }));
  });
  const { table, add } = editing;
  const columns = draft.columns.length;
  const size = { rows: table.rowCount, columns };
  const selection = fitted(asked, size);
  const range = rangeOf(selection);
  const { active } = selection;
  // While rows may come to stand elsewhere, nobody knows which of them a change is for.
  const isLocked = editing.moving;

  const select = (next: Selection) => {
    setTyping(null);
    setAsked(next);
  };
  const edit = (...edits: TableEdit[]) => {
    setTyping(null);
    if (!isLocked) add(...edits.map((one) => ({ kind: 'edit' as const, edits: [one] })));
  };
  /** Selects a cell and edits the text that stands in it, as soon as that is known: an empty box would stand for it. */
  const open = (place: Place, text: string | null) => {
    if (isLocked || text === null) return select(selectOne(place));
    setAsked(selectOne(place));
    setTyping({ text, before: text });
  };
  /** What was put into a cell and its row does not have yet. */
  const overlay = (row: number, column: number, version: string | undefined) =>
    shownOver(editing.pending, cellKey(row, column), { own: editing.own, version });
  /** Keeps what was typed. @returns whether it was; a text that no cell takes stays in its box */
  const commit = (): boolean => {
    if (!typing) return true;
    const { text, before } = typing;
    if (text.length > CELL_MAX_CHARS) {
      toast.error(t('tooLong', { max: CELL_MAX_CHARS, actual: text.length }));
      return false;
    }
    if (text === before) setTyping(null);
    else edit({ kind: 'put', top: active.row, left: active.column, cells: [[text]] });
    return true;
  };
  /** Keeps what was typed and goes on to another cell. */
  const commitTo = (place: Place) => {
    if (commit()) setAsked(selectOne(inside(place, size)));
  };
  const paste = usePaste({ size, selection, isLocked, add, setAsked });
  return {
    ...{ ...editing, size, selection, range, active, columns, isLocked },
    ...{ select, open, overlay, edit, commit, commitTo, paste },
    typed: typing?.text ?? null,
    type: (text: string) => setTyping({ text, before: typing?.before ?? null }),
    stopTyping: () => setTyping(null),
    ...commandsOf({ range, size, edit, add, setAsked }),
    next: (by: 1 | -1) => tabbed(active, by, size),
  };
}

type CommandsOf = Pick<ReturnType<typeof useTableEdits>, 'add'> & {
  range: CellRange;
  size: Size;
  edit: (edit: TableEdit) => void;
  setAsked: (selection: Selection) => void;
};

/** What is done with all that is selected, and what needs no selection. */
function commandsOf({ range, size, edit, add, setAsked }: CommandsOf) {
  const { top, bottom } = range;
  return {
    clear: () => edit({ kind: 'fill', range, text: '' }),
    fillDown: () => bottom > top && edit({ kind: 'fill', range }),
    removeRows: () => bottom - top + 1 < size.rows && edit({ kind: 'remove', top, bottom }),
    /** Goes to the new row; until it is there, no key reaches another one. */
    addRow: () => {
      edit({ kind: 'add', rows: 1 });
      setAsked(selectOne({ row: size.rows, column: 0 }));
    },
    undo: () => add({ kind: 'undo' }),
    redo: () => add({ kind: 'redo' }),
  };
}

type PasteProps = Pick<ReturnType<typeof useTableEdits>, 'add'> & {
  size: Size;
  selection: Selection;
  isLocked: boolean;
  setAsked: (selection: Selection) => void;
};

/** Pastes rows, and says what of them was left out. */
function usePaste({ size, selection, isLocked, add, setAsked }: PasteProps) {
  const t = useTranslations('batches.grid');
  return (rows: string[][]) => {
    if (isLocked) return;
    const { operations, selection: over, outside, tooLong } = pasteInto(selection, size, rows);
    if (tooLong) return void toast.error(t('pasteTooLong', { ...tooLong, max: CELL_MAX_CHARS }));
    add(...operations);
    setAsked(over);
    if (outside.rows > 0 || outside.columns > 0)
      toast.error(t('pasteOutside', { ...outside, max: TABLE_MAX_ROWS }));
  };
}

export type Sheet = ReturnType<typeof useSheet>;
