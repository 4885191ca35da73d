'use client';

import { PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { LabelledTable } from '@/components/ui/labelled-table';
import { TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { RowField } from '@/lib/batches/plan/plan';
import { isRead, type TableRow as Row } from '@/lib/batches/table/table';
import { HeaderMark, LeftOutRows, LineButton, type ChooseHeader } from './header-rows';

/** Enough to recognise a column by. */
const SHOWN_ROWS = 5;
/** More rows above the header than these are shown when somebody asks. */
const SHOWN_ABOVE = 3;

export type TablePreviewProps = {
  draft: Pick<Draft, 'columns' | 'sampleRows' | 'origin'>;
  /** Fields that each column goes into. */
  uses: RowField[][];
  /** Left out for those who may only look. */
  onChooseHeader?: ChooseHeader | undefined;
};

/** The table as it was read, where its header is, and what becomes of each column. */
export function TablePreview({ draft, uses, onChooseHeader }: TablePreviewProps) {
  const t = useTranslations('batches');
  const { columns, origin } = draft;
  const [isOpen, setOpen] = useState(false);
  const choose = isRead(origin) ? onChooseHeader : undefined;
  const { above, rows, isAll } = rowsToShow(draft, isOpen);
  return (
    <div className="flex flex-col gap-2">
      <LabelledTable inset label={t('draft.sections.tableRows')} className="[&_td]:px-3 [&_th]:px-3">
        <TableHeader>
          <LeftOutRows rows={above} columns={columns} onChoose={choose} />
          <TableRow className={cn(isRead(origin) && origin.headerRow !== null && 'bg-accent-subtle/50')}>
            <TableHead className="w-12 py-2 text-end align-top">
              {isRead(origin) ? <HeaderMark line={origin.headerRow} /> : t('mapping.line')}
            </TableHead>
            {columns.map((column, index) => (
              <TableHead key={column.name} className="h-auto max-w-56 py-2 align-top">
                <span className="block max-w-48 truncate text-sm text-foreground" title={column.name}>
                  {column.name}
                </span>
                <ColumnUse fields={uses[index] ?? []} />
              </TableHead>
            ))}
          </TableRow>
          {isRead(origin) && <LeftOutRows rows={origin.hints ?? []} columns={columns} onChoose={choose} />}
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <SampleRow key={row.line} row={row} columns={columns} onChoose={choose} />
          ))}
        </TableBody>
      </LabelledTable>
      {isRead(origin) && (
        <HeaderLine
          headerRow={origin.headerRow}
          above={origin.aboveCount}
          isOpen={isOpen}
          onToggle={isOpen || !isAll ? () => setOpen(!isOpen) : undefined}
          onChoose={choose}
        />
      )}
    </div>
  );
}

/** A few rows, or all that a person may look through for the header. */
function rowsToShow({ sampleRows, origin }: TablePreviewProps['draft'], isOpen: boolean) {
  const above = isRead(origin) ? origin.above : [];
  const isAll = above.length <= SHOWN_ABOVE && sampleRows.length <= SHOWN_ROWS;
  return {
    above: isOpen || above.length <= SHOWN_ABOVE ? above : [],
    rows: isOpen ? sampleRows : sampleRows.slice(0, SHOWN_ROWS),
    isAll,
  };
}

type SampleRowProps = { row: Row; columns: Draft['columns']; onChoose: ChooseHeader | undefined };

function SampleRow({ row, columns, onChoose }: SampleRowProps) {
  const t = useTranslations('batches.grid');
  return (
    <TableRow>
      <TableCell className="py-1.5 text-end text-xs text-muted-foreground tabular-nums">
        <LineButton line={row.line} onChoose={onChoose} />
      </TableCell>
      {columns.map((column, index) => (
        <TableCell key={column.name} className="max-w-56 py-1.5">
          <span
            className={cn(
              'block max-w-48 truncate text-[0.8125rem]',
              row.damage?.[index] && 'text-warning-text underline decoration-wavy underline-offset-4',
            )}
            title={
              row.edited?.[index]
                ? t('was', { text: row.edited[index].text || t('empty') })
                : row.cells[index]
            }
          >
            {row.edited?.[index] && (
              <PenLine aria-label={t('edited')} className="me-1 inline size-3 text-accent-text" />
            )}
            {row.cells[index] || <span className="text-muted-foreground">—</span>}
          </span>
        </TableCell>
      ))}
    </TableRow>
  );
}

type HeaderLineProps = {
  headerRow: number | null;
  above: number;
  isOpen: boolean;
  onToggle: (() => void) | undefined;
  onChoose: ChooseHeader | undefined;
};

/** In words: where the header is, what is left out above it, and how to change that. */
function HeaderLine({ headerRow, above, isOpen, onToggle, onChoose }: HeaderLineProps) {
  const t = useTranslations('batches.reading');
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted-foreground">
      <span>
        {headerRow === null ? t('headerNone') : t('headerAt', { line: headerRow })}
        {above > 0 && ` · ${t('above', { count: above })}`}
      </span>
      {onChoose && <span>{t('headerPress')}</span>}
      {onToggle && (
        <Button variant="link" size="sm" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? t('showFewer') : t('showMore')}
        </Button>
      )}
      {onChoose && headerRow !== null && (
        <Button variant="link" size="sm" onClick={() => onChoose(null)}>
          {t('headerRemove')}
        </Button>
      )}
    </p>
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
