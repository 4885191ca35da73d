'use client';

import { useState } from 'react';
import type { TableEdit } from '@/lib/batches/edit/edit-types';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { pasteInto } from './paste-into';
import { fitted, inside, rangeOf, selectOne, tabbed, type Place, type Selection } from './selection';
import { cellKey, shownOver } from './pending';
import { useTableEdits } from './use-table-edits';

/** The table of a draft as it is edited: which cells are selected, what is being typed, and what was changed. */
export function useSheet(draft: Draft, start: Place) {
  const [asked, setAsked] = useState<Selection>(selectOne(start));
  const [typed, setTyped] = useState<string | null>(null);
  const editing = useTableEdits(draft, ({ firstRow }) => {
    if (firstRow !== null) setAsked((now) => selectOne({ ...now.active, row: firstRow }));
  });
  const { table, add } = editing;
  const columns = draft.columns.length;
  const size = { rows: table.rowCount, columns };
  const selection = fitted(asked, size);
  const range = rangeOf(selection);
  const { active } = selection;

  const select = (next: Selection) => {
    setTyped(null);
    setAsked(next);
  };
  const edit = (...edits: TableEdit[]) => {
    setTyped(null);
    add(...edits.map((one) => ({ kind: 'edit' as const, edits: [one] })));
  };
  /** Selects a cell and edits the text that stands in it. */
  const open = (place: Place, text: string) => {
    setAsked(selectOne(place));
    setTyped(text);
  };
  /** What was put into a cell and its row does not have yet. */
  const overlay = (row: number, column: number, version: string | undefined) =>
    shownOver(editing.pending, cellKey(row, column), { own: editing.own, version });
  /** Keeps what was typed. */
  const commit = () => {
    if (typed !== null) edit({ kind: 'put', top: active.row, left: active.column, cells: [[typed]] });
  };
  /** Keeps what was typed and goes on to another cell. */
  const commitTo = (place: Place) => {
    commit();
    setAsked(selectOne(inside(place, size)));
  };
  /** @returns how many rows and columns lay outside of the table and were left out */
  const paste = (rows: string[][]) => {
    const pasted = pasteInto(selection, size, rows);
    add(...pasted.operations);
    setAsked(pasted.selection);
    return pasted.outside;
  };
  return {
    ...{ ...editing, size, selection, range, active, typed, columns },
    ...{ type: setTyped, select, open, overlay, edit, commit, commitTo, paste },
    clear: () => edit({ kind: 'fill', range, text: '' }),
    fillDown: () => range.bottom > range.top && edit({ kind: 'fill', range }),
    removeRows: () => edit({ kind: 'remove', top: range.top, bottom: range.bottom }),
    undo: () => add({ kind: 'undo' }),
    redo: () => add({ kind: 'redo' }),
    next: (by: 1 | -1) => tabbed(active, by, size),
  };
}

export type Sheet = ReturnType<typeof useSheet>;
