'use client';

import { useTable } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Checkbox } from '@/components/ui/form/checkbox';
import { cn } from '@/components/ui/cn';
import { Table, TableBody, TableCaption, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { TableRegion } from '@/components/ui/table-region';
import { TABLE_COLUMNS, type Look, type TableColumn } from '@/lib/codes/picture/look';
import { columnClass, columnRem, columns, features } from './code-columns';
import type { CodeListProps } from './code-grid';
import { CodeRow, pinned } from './code-row';
import { tickOf } from '@/components/codes/gallery/selection/use-selection';
import { ListKeys } from './window/late-list-keys';
import { useVirtualSlice } from './window/use-virtual-slice';

const isColumn = (id: string): id is TableColumn => TABLE_COLUMNS.some((column) => column === id);

/** A phone has no room for columns: a row's second line says the most important of them. */
const classOf = (id: string) => cn('truncate max-md:hidden', isColumn(id) && columnClass[id]);

const widthOf = (id: string) => (isColumn(id) ? `${columnRem[id]}rem` : undefined);

/** Tick, picture and actions, and a name of ten. */
const FRAME_REM = 20.375;

const leastWidth = ({ columns }: Look) =>
  `${columns.reduce((sum, column) => sum + columnRem[column], FRAME_REM)}rem`;

const FIRST_ROWS = 24;

/** Rows with the chosen columns, of which only those near the window are rendered. */
export function CodeTable({ items, selection, actions, look, showApp, onPreview, foot }: CodeListProps) {
  // The table is one object that changes inside: the compiler would keep what it said first.
  'use no memo';
  const t = useTranslations('codes.gallery');
  const [watch, slice, follower] = useVirtualSlice(items.length, FIRST_ROWS);
  const data = useMemo(() => items.slice(slice.start, slice.end), [items, slice.start, slice.end]);
  const columnVisibility = Object.fromEntries(TABLE_COLUMNS.map((id) => [id, look.columns.includes(id)]));
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (item) => item.id,
    state: { columnVisibility },
  });
  return (
    <>
      <TableRegion aria-label={t('list')}>
        {follower}
        <ListKeys {...{ items, selection, slice, onPreview }} />
        <Table
          aria-rowcount={items.length + 1}
          style={{ minWidth: leastWidth(look) }}
          className="table-fixed max-md:min-w-0! [&_td]:px-2 max-md:[&_td]:first:ps-3 max-md:[&_td]:last:pe-1.5 [&_th]:px-2 max-md:[&_th]:first:ps-3"
        >
          <TableCaption>{t('list')}</TableCaption>
          {/* In a region that scrolls sideways a head can only stick to that, where it would cover the first row. */}
          <TableHeader className="sticky top-0 z-10 in-data-overflows:static max-lg:top-15 [&_th]:bg-surface [&_th:first-child]:rounded-ss-xl [&_th:last-child]:rounded-se-xl">
            <TableRow aria-rowindex={1}>
              <TableHead className="w-11.5 max-md:w-9.5">
                <Checkbox
                  aria-label={t('selectAll', { count: items.length })}
                  checked={selection.all}
                  indeterminate={selection.some}
                  onCheckedChange={selection.toggleAll}
                />
              </TableHead>
              <TableHead className="w-15">
                <span className="sr-only">{t('columns.picture')}</span>
              </TableHead>
              <TableHead>{t('columns.name')}</TableHead>
              {table.getHeaderGroups().flatMap((group) =>
                group.headers.map((header) => (
                  <TableHead
                    key={header.id}
                    style={{ width: widthOf(header.id) }}
                    className={classOf(header.id)}
                  >
                    <table.FlexRender header={header} />
                  </TableHead>
                )),
              )}
              <TableHead className={cn(pinned, 'w-15 max-md:w-14.5')}>
                <span className="sr-only">{t('columns.actions')}</span>
              </TableHead>
            </TableRow>
          </TableHeader>
          <TableBody ref={watch}>
            <Space heightPx={slice.beforePx} />
            {table.getRowModel().rows.map((row, index) => (
              <CodeRow
                key={row.id}
                item={row.original}
                index={slice.start + index}
                tick={tickOf(selection, row.original)}
                {...{ actions, showApp, onPreview }}
              >
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} className={cn('px-3 align-middle', classOf(cell.column.id))}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </CodeRow>
            ))}
            <Space heightPx={slice.afterPx} />
          </TableBody>
        </Table>
      </TableRegion>
      {foot}
    </>
  );
}

/** In the place of the rows that are not rendered. One cell: it may not count columns that a phone has not. */
function Space({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height: heightPx }} className="p-0" />
    </tr>
  );
}
