'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties, PointerEvent, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { CellRange, GridRow } from '@/lib/batches/edit/edit-types';
import type { GridVersion } from '@/lib/batches/edit/grid-query-options';
import { cellKey, shownOver, type Pending } from './pending';
import type { Place } from './selection';
import type { CellProblem } from './use-sheet-cells';
import { useSheetRow } from './use-sheet-row';

export type SheetRowProps = {
  grid: GridVersion;
  index: number;
  widths: number[];
  style: CSSProperties;
  range: CellRange;
  /** The column of the active cell, when it is in this row. */
  activeColumn: number | null;
  pending: Pending;
  own: string[];
  names: string[];
  problemOf: (row: GridRow, column: number) => CellProblem | null;
  problemsOfRow: (row: GridRow) => string[];
  /** What stands in the active cell: the box that keys and input methods write into. */
  editor: ReactNode;
  handlers: CellHandlers;
};

export type CellHandlers = {
  onPress: (place: Place, event: PointerEvent) => void;
  onDrag: (place: Place, event: PointerEvent) => void;
  /** Without a text the row is still on its way. */
  onTap: (place: Place, text: string | null) => void;
  onEdit: (place: Place, text: string | null) => void;
  onRow: (row: number, event: PointerEvent) => void;
};

export function SheetRow(props: SheetRowProps) {
  const { grid, index, style, range, activeColumn, names, problemsOfRow, handlers } = props;
  const { row, version } = useSheetRow(grid, index);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={style}
      className={cn('absolute start-0 top-0 flex', activeColumn !== null && 'z-1')}
    >
      <RowNumber
        row={row}
        problems={row ? problemsOfRow(row) : []}
        isSelected={index >= range.top && index <= range.bottom}
        onPointerDown={(event) => handlers.onRow(index, event)}
      />
      {names.map((name, column) => (
        <SheetCell key={name} {...props} row={row} version={version} column={column} />
      ))}
    </div>
  );
}

type RowNumberProps = {
  row: GridRow | undefined;
  problems: string[];
  isSelected: boolean;
  onPointerDown: (event: PointerEvent) => void;
};

/** The line of the file, which selects the row. */
function RowNumber({ row, problems, isSelected, onPointerDown }: RowNumberProps) {
  const t = useTranslations('batches.grid');
  const isBad = row?.verdict === 'invalid' || row?.verdict === 'duplicate';
  return (
    <div
      role="rowheader"
      title={problems.join('\n') || undefined}
      onPointerDown={onPointerDown}
      className={cn(
        'sticky start-0 z-2 flex w-14 shrink-0 cursor-default items-center justify-end border-e border-b border-border bg-muted px-2 text-xs text-muted-foreground tabular-nums select-none',
        isSelected && 'bg-accent-subtle text-accent-text',
        isBad && 'font-semibold text-danger-text',
      )}
    >
      {row && <LineNumber row={row} />}
      {isBad && <span className="sr-only">{t('rowBad')}</span>}
    </div>
  );
}

function LineNumber({ row: { line, added } }: { row: GridRow }) {
  const t = useTranslations('batches.grid');
  return added ? <span title={t('added')}>+{line}</span> : line;
}

type SheetCellProps = SheetRowProps & {
  row: GridRow | undefined;
  version: string | undefined;
  column: number;
};

/** What a cell shows: a text that was just put has neither a verdict nor a history yet. */
function contentOf({ row, version, index, column, pending, own, problemOf }: SheetCellProps) {
  const over = shownOver(pending, cellKey(index, column), { own, version });
  if (over !== undefined) return { text: over, problem: null, was: undefined, isEdited: true };
  if (!row) return { text: null, problem: null, was: undefined, isEdited: false };
  const was = row.edited?.[column]?.text;
  const text = row.cells[column] ?? '';
  return { text, problem: problemOf(row, column), was, isEdited: was !== undefined };
}

function SheetCell(props: SheetCellProps) {
  const { index, column, widths, range, activeColumn, editor, handlers } = props;
  const t = useTranslations('batches.grid');
  const { text, problem, was, isEdited } = contentOf(props);
  const isActive = activeColumn === column;
  const place = { row: index, column };
  const isSelected = isIn(range, place);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isSelected}
      aria-invalid={problem ? true : undefined}
      style={{ width: widths[column] }}
      title={titleOf(problem, was === undefined ? undefined : t('was', { text: was || t('empty') }))}
      onPointerDown={(event) => handlers.onPress(place, event)}
      onPointerEnter={(event) => handlers.onDrag(place, event)}
      onClick={() => handlers.onTap(place, text)}
      onDoubleClick={() => handlers.onEdit(place, text)}
      className={cn(
        'relative flex shrink-0 cursor-cell items-center border-e border-b border-border bg-surface px-2 text-[0.8125rem]',
        isSelected && 'bg-accent-subtle',
        problem && 'bg-danger-subtle text-danger-text',
        isActive && 'z-1 outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <CellText text={text} />
      {isEdited && <EditedCorner />}
      {isActive && editor}
    </div>
  );
}

function CellText({ text }: { text: string | null }) {
  if (text === null) return <span aria-hidden className="h-2.5 w-2/3 rounded-sm bg-muted" />;
  return <span className="truncate whitespace-pre">{text.replaceAll('\n', ' ↵ ')}</span>;
}

function EditedCorner() {
  return (
    <span
      aria-hidden
      className="absolute end-0 top-0 border-s-7 border-t-7 border-s-transparent border-t-accent"
    />
  );
}

function titleOf(problem: CellProblem | null, was: string | undefined): string | undefined {
  return [...(problem?.texts ?? []), ...(was ? [was] : [])].join('\n') || undefined;
}

function isIn({ top, bottom, left, right }: CellRange, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
