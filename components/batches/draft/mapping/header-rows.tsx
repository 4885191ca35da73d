'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TableCell, TableHead, TableRow } from '@/components/ui/table';
import type { DraftColumn } from '@/lib/batches/draft/draft-types';
import type { TableRow as Row } from '@/lib/batches/table/table';

/** Takes a row as the header, null for none. */
export type ChooseHeader = (line: number | null) => void;

/** The number of a row; a press makes that row the header. */
export function LineButton({ line, onChoose }: { line: number; onChoose?: ChooseHeader | undefined }) {
  const t = useTranslations('batches.reading');
  if (!onChoose) return line;
  const label = t('headerUse', { line });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => onChoose(line)}
      className="-my-1 -me-1.5 inline-flex min-h-7 min-w-9 cursor-pointer items-center justify-end rounded-sm px-1.5 tabular-nums focus-ring hover:bg-accent-subtle hover:text-accent-text max-md:min-h-11"
    >
      {line}
    </button>
  );
}

/** Where the header stands, marked as what it is. */
export function HeaderMark({ line }: { line: number | null }) {
  const t = useTranslations('batches.reading');
  if (line === null) return null;
  return (
    <span className="flex flex-col items-end gap-0.5 font-normal tabular-nums">
      <span className="leading-5.5">{line}</span>
      <Badge tone="accent">{t('headerMark')}</Badge>
    </span>
  );
}

export type LeftOutRowsProps = { rows: Row[]; columns: DraftColumn[]; onChoose?: ChooseHeader | undefined };

/** Rows around the header that are no data: titles and notes above it, hints under it. */
export function LeftOutRows({ rows, columns, onChoose }: LeftOutRowsProps) {
  return rows.map(({ line, cells }) => (
    <TableRow key={line} className="border-b border-dashed border-border bg-muted/40">
      <TableHead scope="row" className="h-auto py-1.5 text-end text-xs font-normal tabular-nums">
        <LineButton line={line} onChoose={onChoose} />
      </TableHead>
      {columns.map(({ name }, index) => (
        <TableCell key={name} className="max-w-56 py-1.5">
          <span
            className="block max-w-48 truncate text-[0.8125rem] text-muted-foreground"
            title={cells[index]}
          >
            {cells[index]}
          </span>
        </TableCell>
      ))}
    </TableRow>
  ));
}
