'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/states/query-error';
import { cn } from '@/components/ui/cn';
import { PROBLEMS_ID } from './problems-id';
import { REFUSING, type PrintCheck } from '@/lib/print/print-types';

export type PrintProblemsProps = { check: PrintCheck | undefined; error: Error | null; onRetry: () => void };

/** Something is not printed at all. */
const DANGERS: readonly string[] = [...REFUSING, 'lostPicture'];
/** All is as it was asked for. */
const NOTES: readonly string[] = ['logoNone'];

function toneOf(kind: string): string {
  if (NOTES.includes(kind)) return 'text-muted-foreground';
  return DANGERS.includes(kind) ? 'text-danger-text' : 'text-warning-text';
}

/** What will not look as it was meant, with the rows, before anything is made. */
export function PrintProblems({ check, error, onRetry }: PrintProblemsProps) {
  const t = useTranslations('exports.print.problems');
  if (error) return <QueryError title={t('unknown')} error={error} onRetry={onRetry} retrying={false} />;
  if (!check || (check.problems.length === 0 && check.without === 0)) return null;
  return (
    <ul
      id={PROBLEMS_ID}
      aria-label={t('label')}
      className="flex flex-col gap-2 rounded-lg border border-border bg-background/60 px-3 py-2.5 text-[0.8125rem] leading-5"
    >
      {check.without > 0 && <li>{t('without', { count: check.without })}</li>}
      {check.problems.map(({ kind, count, rows }) => (
        <li key={kind}>
          <p className={cn('flex gap-1.5', toneOf(kind))}>
            <Sign kind={kind} />
            <span>{t(kind, { count })}</span>
          </p>
          <ul className="ms-5 text-muted-foreground">
            {rows.map(({ row, text }) => (
              <li key={row} className="truncate">
                {t('row', { row, text })}
              </li>
            ))}
            {rows.length > 0 && count > rows.length && <li>{t('more', { count: count - rows.length })}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Sign({ kind }: { kind: string }) {
  const Icon = NOTES.includes(kind) ? Info : TriangleAlert;
  return <Icon aria-hidden className="mt-0.75 size-3.5 shrink-0" />;
}
