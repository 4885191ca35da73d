'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { LabelledTable } from '@/components/ui/labelled-table';
import { TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { DryRunRow } from '@/lib/batches/check/dry-run-types';
import { useIssueText } from '@/components/batches/use-issue-text';

const TONES = { new: 'success', reused: 'info', duplicate: 'warning', invalid: 'danger' } as const;

export type VerdictTableProps = {
  rows: DryRunRow[];
  /** Opens the sheet at a row, from 0. */
  onEdit: (row: number) => void;
};

/** Rows with their verdicts, and for the bad ones field, reason and where they stand in the table. */
export function VerdictTable({ rows, onEdit }: VerdictTableProps) {
  const t = useTranslations('batches.check');
  return (
    <LabelledTable
      inset
      label={t('rowsTitle')}
      className="[&_td]:px-3 max-sm:[&_td]:px-2 [&_th]:px-3 max-sm:[&_th]:px-2"
    >
      <TableHeader>
        <TableRow>
          <TableHead className="w-16 text-end max-sm:w-12">{t('line')}</TableHead>
          <TableHead>{t('row')}</TableHead>
          <TableHead>{t('verdict')}</TableHead>
          <TableHead className="max-sm:hidden">{t('reason')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.rowNumber}>
            <TableCell className="py-2 text-end align-top text-muted-foreground tabular-nums">
              <EditRow row={row} onEdit={onEdit} />
            </TableCell>
            <TableCell className="max-w-64 min-w-32 py-2 align-top max-sm:max-w-40">
              <Content row={row} />
              {/* A narrow screen shows the reason, which matters most, without scrolling sideways. */}
              <div className="pt-1 text-[0.8125rem] leading-5.5 sm:hidden">
                <Reason row={row} />
              </div>
            </TableCell>
            <TableCell className="py-2 align-top">
              <Badge tone={TONES[row.verdict]}>{t(`verdicts.${row.verdict}`)}</Badge>
            </TableCell>
            <TableCell className="min-w-44 py-2 align-top text-[0.8125rem] leading-5.5 max-sm:hidden">
              <Reason row={row} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </LabelledTable>
  );
}

/** The line of a row, which opens it in the sheet. */
function EditRow({
  row: { line, rowNumber },
  onEdit,
}: { row: DryRunRow } & Pick<VerdictTableProps, 'onEdit'>) {
  const t = useTranslations('batches.grid');
  const label = t('editRow', { line });
  return (
    <button
      type="button"
      title={label}
      onClick={() => onEdit(rowNumber - 1)}
      className="-my-1 -me-1.5 inline-flex min-h-7 min-w-9 cursor-pointer items-center justify-end rounded-sm px-1.5 tabular-nums underline decoration-dotted underline-offset-4 focus-ring hover:bg-accent-subtle hover:text-accent-text max-md:min-h-11"
    >
      {line}
      <span className="sr-only"> {t('editRowShort')}</span>
    </button>
  );
}

function Content({ row: { name, target, cells } }: { row: DryRunRow }) {
  const shown = target || cells.filter((cell) => cell !== '').join(' · ');
  return (
    <>
      {name && name !== target && (
        <span title={name} className="block truncate leading-5.5">
          {name}
        </span>
      )}
      <span title={shown} className="block truncate font-mono text-xs leading-5.5 text-muted-foreground">
        {shown || '—'}
      </span>
    </>
  );
}

function Reason({ row: { issues, codeId } }: { row: DryRunRow }) {
  const t = useTranslations();
  const issueText = useIssueText();
  if (codeId)
    return (
      <Link
        href={`/codes/${codeId}`}
        prefetch={false}
        className="rounded-xs text-accent-text underline-offset-4 focus-ring hover:underline"
      >
        {t('batches.check.existing')}
      </Link>
    );
  return (
    <ul className="flex flex-col gap-1">
      {issues.map((issue) => (
        <li key={JSON.stringify(issue)} className="text-pretty wrap-anywhere">
          {issueText(issue)}
        </li>
      ))}
    </ul>
  );
}
