import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { TableRegion } from '@/components/ui/table-region';
import type { DraftColumn } from '@/lib/batches/draft/draft-types';
import type { TableRow as Row } from '@/lib/batches/table/table';
import type { RowField } from '@/lib/batches/plan/plan';

/** Enough to recognise a column by. */
const SHOWN_ROWS = 5;

export type TablePreviewProps = {
  columns: DraftColumn[];
  rows: Row[];
  /** Fields that each column goes into. */
  uses: RowField[][];
};

/** The table as it was read, and what becomes of each column. */
export function TablePreview({ columns, rows, uses }: TablePreviewProps) {
  const t = useTranslations('batches');
  return (
    <TableRegion aria-label={t('draft.sections.table')} className="rounded-lg shadow-none">
      <Table className="[&_td]:px-3 [&_th]:px-3">
        <TableCaption>{t('draft.sections.table')}</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead className="w-12 text-end align-top leading-10">{t('mapping.line')}</TableHead>
            {columns.map((column, index) => (
              <TableHead key={column.name} className="h-auto max-w-56 py-2 align-top">
                <span className="block max-w-48 truncate text-sm text-foreground" title={column.name}>
                  {column.name}
                </span>
                <ColumnUse fields={uses[index] ?? []} />
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.slice(0, SHOWN_ROWS).map((row) => (
            <TableRow key={row.line}>
              <TableCell className="py-1.5 text-end text-xs text-muted-foreground tabular-nums">
                {row.line}
              </TableCell>
              {columns.map((column, index) => (
                <TableCell key={column.name} className="max-w-56 py-1.5">
                  <span className="block max-w-48 truncate text-[0.8125rem]" title={row.cells[index]}>
                    {row.cells[index] || <span className="text-muted-foreground">—</span>}
                  </span>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

function ColumnUse({ fields }: { fields: RowField[] }) {
  const t = useTranslations('batches.mapping');
  if (fields.length === 0) return <span className="block leading-5.5 font-normal">{t('unused')}</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {fields.map((field) => (
        <Badge key={field} tone="accent">
          {t(`fields.${field}`)}
        </Badge>
      ))}
    </span>
  );
}
