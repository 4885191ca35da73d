'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { cn } from '@/components/ui/cn';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { GridVersion } from '@/lib/batches/edit/grid-query-options';
import { CellEditor } from './cell-editor';
import { selectOne, type Place } from './selection';
import { SheetRow, type CellHandlers } from './sheet-row';
import { useCellProblems } from './use-sheet-cells';
import type { Sheet } from './use-sheet';

const ROW_PX = 34;
const HEADER_PX = 40;
const NUMBERS_PX = 56;
const OVERSCAN_ROWS = 8;

export type SheetGridProps = {
  draft: Draft;
  sheet: Sheet;
  grid: GridVersion;
  /** Column, row, text and problems of the active cell, as screen readers say it. */
  label: string;
  isInvalid: boolean;
  events: {
    onKeyDown: (event: KeyboardEvent) => void;
    onCopy: (event: ClipboardEvent) => void;
    onCut: (event: ClipboardEvent) => void;
    onPaste: (event: ClipboardEvent) => void;
  };
};

/** The rows near the window, in a box that scrolls by itself. */
export function SheetGrid({ draft, sheet, grid, label, isInvalid, events }: SheetGridProps) {
  // The virtualizer is one object that changes inside: the compiler would keep what it said first.
  'use no memo';
  const t = useTranslations('batches.grid');
  const box = useRef<HTMLDivElement>(null);
  const problems = useCellProblems(draft);
  // As they are when the table is opened: a column that grew while somebody types would move the others.
  const [widths] = useState(() => draft.columns.map(widthOf));
  const names = draft.columns.map(({ name }) => name);
  const { size, active, range, typed } = sheet;
  // What it returns changes without a new identity, so React's compiler must leave this component alone, which it does.
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, as it must
  const virtualizer = useVirtualizer({
    count: size.rows,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    paddingStart: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
    // The box of the active cell keeps the focus wherever the table is scrolled to.
    rangeExtractor: (shown) =>
      [...new Set([...defaultRangeExtractor(shown), active.row])].sort((a, b) => a - b),
    useFlushSync: false,
  });
  const { end } = sheet.selection;
  useEffect(() => {
    virtualizer.scrollToIndex(end.row, { align: isFar(box.current, end.row) ? 'center' : 'auto' });
    scrollToColumn(box.current, widths, end.column);
  }, [virtualizer, widths, end.row, end.column]);
  const isTouch = useRef(false);
  const handlers = handlersOf(sheet, isTouch);
  const editor = (
    <CellEditor
      draft={typed}
      label={label}
      isInvalid={isInvalid}
      isLocked={sheet.isLocked}
      onDraft={sheet.type}
      onEnter={() => sheet.commitTo({ row: active.row + 1, column: active.column })}
      onLeave={sheet.commit}
    />
  );
  return (
    <div
      ref={box}
      role="grid"
      aria-label={t('label')}
      aria-rowcount={size.rows + 1}
      aria-colcount={size.columns + 1}
      aria-multiselectable
      aria-busy={sheet.isLocked}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain border-y border-border bg-muted/40"
      {...events}
    >
      <div
        role="presentation"
        className="relative"
        style={{
          height: virtualizer.getTotalSize(),
          width: NUMBERS_PX + widths.reduce((sum, width) => sum + width, 0),
        }}
      >
        <HeaderRow draft={draft} uses={problems.uses} widths={widths} sheet={sheet} />
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <SheetRow
            key={index}
            {...{ grid, index, widths, names, range, editor, handlers }}
            {...{ pending: sheet.pending, own: sheet.own }}
            problemOf={problems.problemOf}
            problemsOfRow={problems.problemsOfRow}
            activeColumn={active.row === index ? active.column : null}
            style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
          />
        ))}
      </div>
    </div>
  );
}

/** Wide enough for what stands in it, within reason. */
function widthOf({ name, samples }: Draft['columns'][number]): number {
  const wide = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2E80' ? 14 : 7.5), 0);
  return Math.round(Math.min(280, Math.max(96, wide(name) + 28, ...samples.map((text) => wide(text) + 24))));
}

/** Further than the next row: who is brought there sees what stands around it. */
function isFar(box: HTMLElement | null, row: number): boolean {
  if (!box) return false;
  const top = HEADER_PX + row * ROW_PX;
  const shown = { from: box.scrollTop + HEADER_PX, to: box.scrollTop + box.clientHeight };
  return top < shown.from - ROW_PX || top > shown.to;
}

function scrollToColumn(box: HTMLElement | null, widths: number[], column: number): void {
  if (!box) return;
  const start = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const end = start + (widths[column] ?? 0) + NUMBERS_PX;
  if (start < box.scrollLeft) box.scrollLeft = start;
  else if (end > box.scrollLeft + box.clientWidth) box.scrollLeft = end - box.clientWidth;
}

/** @param isTouch whether a finger pressed last: not every browser says it of the click that follows */
function handlersOf(sheet: Sheet, isTouch: RefObject<boolean>): CellHandlers {
  const isHere = ({ row, column }: Place) => row === sheet.active.row && column === sheet.active.column;
  const go = (place: Place) => {
    if (sheet.commit()) sheet.select(selectOne(place));
  };
  return {
    onPress: (place, event) => {
      isTouch.current = event.pointerType === 'touch';
      if (isTouch.current || event.button !== 0) return;
      if (isHere(place) && sheet.typed !== null) return;
      // The box of the active cell keeps the focus.
      event.preventDefault();
      if (event.shiftKey) sheet.select({ ...sheet.selection, end: place });
      else go(place);
    },
    onDrag: (place, event) => {
      if (event.pointerType !== 'touch' && event.buttons === 1 && sheet.typed === null)
        sheet.select({ ...sheet.selection, end: place });
    },
    onTap: (place, text) => {
      if (!isTouch.current || (isHere(place) && sheet.typed !== null)) return;
      if (sheet.commit()) sheet.open(place, text);
    },
    onEdit: (place, text) => {
      // Inside of the box it marks a word.
      if (!isTouch.current && !(isHere(place) && sheet.typed !== null)) sheet.open(place, text);
    },
    onRow: (row, event) => {
      event.preventDefault();
      if (!sheet.commit()) return;
      const end = { row, column: sheet.size.columns - 1 };
      if (event.shiftKey) sheet.select({ active: { ...sheet.active, column: 0 }, end });
      else sheet.select({ active: { row, column: 0 }, end });
    },
  };
}

type HeaderRowProps = {
  draft: Draft;
  uses: ReturnType<typeof useCellProblems>['uses'];
  widths: number[];
  sheet: Sheet;
};

function HeaderRow({ draft, uses, widths, sheet }: HeaderRowProps) {
  const t = useTranslations('batches.mapping');
  const { range, size } = sheet;
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-4 flex" style={{ height: HEADER_PX }}>
      <div
        role="columnheader"
        className="sticky start-0 z-5 flex w-14 shrink-0 items-center justify-end border-e border-b border-border bg-muted px-2 text-xs text-muted-foreground"
      >
        {t('line')}
      </div>
      {draft.columns.map(({ name }, column) => (
        <div
          key={name}
          role="columnheader"
          aria-colindex={column + 2}
          title={name}
          style={{ width: widths[column] }}
          onPointerDown={(event) => {
            event.preventDefault();
            if (sheet.commit())
              sheet.select({ active: { row: 0, column }, end: { row: size.rows - 1, column } });
          }}
          className={cn(
            'flex shrink-0 cursor-default flex-col justify-center border-e border-b border-border bg-muted px-2 select-none',
            column >= range.left && column <= range.right && 'bg-accent-subtle',
          )}
        >
          <span className="truncate text-[0.8125rem] leading-4.5 font-medium">{name}</span>
          <span className="truncate text-[0.6875rem] leading-3.5 text-muted-foreground">
            {(uses[column] ?? []).map((field) => t(`fields.${field}`)).join(' · ') || t('unused')}
          </span>
        </div>
      ))}
    </div>
  );
}
