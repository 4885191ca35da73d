'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import type { GridPage } from '@/lib/batches/edit/edit-types';
import { GRID_PAGE_ROWS, gridKey, type GridVersion } from '@/lib/batches/edit/grid-query-options';
import { readTsv, writeTsv } from './clipboard';
import { commandOf } from './grid-keys';
import { cellKey, shownOver } from './pending';
import type { Sheet } from './use-sheet';

export type SheetActions = {
  /** What stands in the active cell; null while it is on its way. */
  text: () => string | null;
  find: () => void;
  nextBad: () => void;
  /** Escape ended the typing and is not for the dialog around it. */
  onEscape: (event: Event) => void;
};

/** Reads texts of cells that are on this machine. */
function useLoadedCells(sheet: Sheet, grid: GridVersion) {
  const client = useQueryClient();
  const { pending, own } = sheet;
  return (row: number, column: number): string | undefined => {
    const from = Math.floor(row / GRID_PAGE_ROWS) * GRID_PAGE_ROWS;
    const page = client.getQueryData<GridPage>(gridKey(grid, from));
    const over = shownOver(pending, cellKey(row, column), { own, version: page?.version });
    return over ?? page?.rows[row - from]?.cells[column];
  };
}

const isLineBreak = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) =>
  key === 'Enter' && (altKey || ctrlKey || metaKey);

/** Puts a line break where the caret is. */
function withLineBreak(box: EventTarget): string {
  if (!(box instanceof HTMLTextAreaElement)) return '';
  box.setRangeText('\n', box.selectionStart, box.selectionEnd, 'end');
  return box.value;
}

/** Keys and clipboard of the sheet. */
export function useSheetEvents(sheet: Sheet, grid: GridVersion, actions: SheetActions) {
  const { selection, size, active, typed } = sheet;

  const onTypingKey = (event: KeyboardEvent) => {
    const { row, column } = active;
    if (isLineBreak(event)) sheet.type(withLineBreak(event.target));
    else if (event.key === 'Enter') sheet.commitTo({ row: row + (event.shiftKey ? -1 : 1), column });
    else if (event.key === 'Tab') sheet.commitTo(sheet.next(event.shiftKey ? -1 : 1));
    else if (event.key === 'Escape') {
      sheet.stopTyping();
      actions.onEscape(event.nativeEvent);
    } else return;
    event.preventDefault();
  };
  const run = (kind: Exclude<NonNullable<ReturnType<typeof commandOf>>['kind'], 'select'>) => {
    if (kind === 'edit') sheet.open(active, actions.text());
    else if (kind === 'find') actions.find();
    else if (kind === 'nextBad') actions.nextBad();
    else sheet[kind]();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Safari says so by the number only.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (typed !== null) return onTypingKey(event);
    const command = commandOf(event.nativeEvent, selection, size);
    if (!command) return;
    event.preventDefault();
    if (command.kind === 'select') sheet.select(command.selection);
    else run(command.kind);
  };
  return { onKeyDown, ...useClipboard(sheet, grid) };
}

/** What is copied, cut and pasted while no cell is being typed into. */
function useClipboard(sheet: Sheet, grid: GridVersion) {
  const t = useTranslations('batches.grid');
  const textAt = useLoadedCells(sheet, grid);
  const { typed, range } = sheet;
  const onCopy = (event: ClipboardEvent) => {
    if (typed !== null) return false;
    event.preventDefault();
    const rows: string[][] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cells: string[] = [];
      for (let column = range.left; column <= range.right; column += 1) {
        const text = textAt(row, column);
        if (text === undefined) {
          void toast.error(t('copyFar'));
          return false;
        }
        cells.push(text);
      }
      rows.push(cells);
    }
    event.clipboardData.setData('text/plain', writeTsv(rows));
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== null) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    sheet.paste(readTsv(text));
  };
  const onCut = (event: ClipboardEvent) => {
    if (onCopy(event)) sheet.clear();
  };
  return { onCopy: (event: ClipboardEvent) => void onCopy(event), onPaste, onCut };
}
