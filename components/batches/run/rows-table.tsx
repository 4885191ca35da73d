'use client';

import { PenLine, Replace } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useFailureTexts } from '@/components/codes/detail/use-failure-texts';
import { VersionBadge } from '@/components/codes/version-badge';
import { LabelledTable } from '@/components/ui/labelled-table';
import { TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { BatchRowItem } from '@/lib/batches/report/run-types';
import { useIssueText } from '../use-issue-text';
import { AskedPage } from './asked-page';
import { RetryRow } from './retry-row';
import { RowPicture } from './row-picture';
import { RowStatusBadge } from './row-status-badge';

export type RowsTableProps = { batchId: string; items: BatchRowItem[]; canRetry: boolean };

export function RowsTable({ batchId, items, canRetry }: RowsTableProps) {
  const t = useTranslations('batches.table');
  return (
    <LabelledTable label={t('label')} className="[&_td]:px-2 sm:[&_td]:px-3 [&_th]:px-2 sm:[&_th]:px-3">
      <TableHeader>
        <TableRow>
          <TableHead className="w-16 text-end max-md:hidden">{t('line')}</TableHead>
          <TableHead className="w-14">
            <span className="sr-only">{t('picture')}</span>
          </TableHead>
          <TableHead>{t('name')}</TableHead>
          <TableHead className="max-md:hidden">{t('target')}</TableHead>
          <TableHead>{t('status')}</TableHead>
          <TableHead className="w-14">
            <span className="sr-only">{t('actions')}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {items.map((row) => (
          <TableRow key={row.rowNumber}>
            <TableCell className="text-end text-muted-foreground tabular-nums max-md:hidden">
              {row.line}
            </TableCell>
            <TableCell className="py-1.5">
              <RowPicture row={row} />
            </TableCell>
            <TableCell className="max-w-40 md:max-w-60">
              <RowName row={row} />
            </TableCell>
            <TableCell className="max-w-60 max-md:hidden">
              <p title={row.target} className="truncate font-mono text-xs text-muted-foreground">
                {row.target}
              </p>
            </TableCell>
            <TableCell>
              <RowStatusCell row={row} />
            </TableCell>
            <TableCell className="py-1.5">
              {canRetry && row.status === 'failed' && <RetryRow batchId={batchId} row={row} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </LabelledTable>
  );
}

function RowName({ row }: { row: BatchRowItem }) {
  const t = useTranslations('batches.table');
  const name = row.name || row.target;
  return (
    <>
      {row.codeId ? (
        <Link
          href={`/codes/${row.codeId}`}
          prefetch={false}
          title={name}
          className="block truncate rounded-xs font-medium focus-ring hover:underline max-md:relative max-md:-my-3 max-md:py-3"
        >
          {name}
        </Link>
      ) : (
        <span title={name} className="block truncate">
          {name}
        </span>
      )}
      <span className="block text-xs wrap-anywhere text-muted-foreground md:hidden">
        {t('lineOf', { line: row.line })} · <span className="font-mono">{row.target}</span>
      </span>
      {row.failure && row.page && <AskedPage page={row.page} className="block md:hidden" />}
      <VersionBadge version={row.envVersion} />
      <EditedMark row={row} />
      {row.replaced !== null && (
        <span className="flex items-center gap-1 text-xs text-muted-foreground">
          <Replace aria-hidden className="size-3 shrink-0" />
          <span className="wrap-anywhere">{t('replaced', { target: row.replaced })}</span>
        </span>
      )}
    </>
  );
}

/** What a person changed in the table before the start. */
function EditedMark({ row: { edited } }: { row: BatchRowItem }) {
  const t = useTranslations('batches.grid');
  if (edited.length === 0) return null;
  const changes = edited.map(({ column, before, after }) =>
    t('change', { column, before: before || t('empty'), after: after || t('empty') }),
  );
  return (
    <span title={changes.join('\n')} className="flex items-center gap-1 text-xs text-muted-foreground">
      <PenLine aria-hidden className="size-3 shrink-0" />
      <span className="truncate">
        {changes[0]}
        {changes.length > 1 && ` ${t('changeMore', { count: changes.length - 1 })}`}
      </span>
    </span>
  );
}

function RowStatusCell({ row }: { row: BatchRowItem }) {
  const issueText = useIssueText();
  const failureTexts = useFailureTexts();
  const reasons = row.failure ? [failureTexts(row.failure.key).title] : row.issues.map(issueText);
  return (
    <div className="flex flex-col items-start gap-0.5">
      <RowStatusBadge row={row} />
      {reasons.map((reason) => (
        <span
          key={reason}
          className="max-w-72 text-xs leading-4.5 text-pretty wrap-anywhere text-danger-text max-sm:max-w-26"
        >
          {reason}
        </span>
      ))}
      {row.failure && row.page && <AskedPage page={row.page} className="max-w-72 max-md:hidden" />}
    </div>
  );
}
