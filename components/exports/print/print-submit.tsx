'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { thumbBar } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { isRefused, type PrintCheck } from '@/lib/print/print-types';
import { useCreateExport } from '../job/use-create-export';
import { PROBLEMS_ID } from './problems-id';
import type { usePrintCheck } from './use-print-check';

// Not before something is made, or is wrong.
const JobLine = dynamic(() => import('../job/job-line').then((room) => room.JobLine), { ssr: false });
const PrintProblems = dynamic(() => import('./print-problems').then((room) => room.PrintProblems), {
  ssr: false,
});

export type PrintSubmitProps = {
  fields: [string, string][];
  check: ReturnType<typeof usePrintCheck>;
  room: number;
  /** There is a sheet, and something to print on it. */
  canMake: boolean;
  facts: string;
  isFiles: boolean;
};

/** What is wrong with it, how much it is, and the button that makes it. */
export function PrintSubmit({ fields, check, room, canMake, facts, isFiles }: PrintSubmitProps) {
  const t = useTranslations('exports.print');
  const { ask, isPending, exportId, isFormer, isMade } = useCreateExport(fields);
  const make = isFiles ? 'files.make' : 'make';
  const isStopped = check.data !== undefined && isRefused(check.data);
  return (
    <>
      {room > 0 && (
        <PrintProblems check={check.data} error={check.error} onRetry={() => void check.refetch()} />
      )}
      <div data-slot="submit-bar" className={cn('flex flex-col gap-3 thumb:gap-2', thumbBar)}>
        {exportId && <Made exportId={exportId} isFormer={isFormer} />}
        <div className="flex flex-col gap-3 thumb:flex-row thumb:items-center thumb:justify-between">
          {room > 0 && <Facts facts={facts} check={check.data} />}
          <Button
            size="lg"
            variant={isMade ? 'secondary' : 'primary'}
            disabled={!canMake || isStopped}
            pending={isPending}
            onClick={ask}
          >
            <Printer aria-hidden />
            {t(isMade ? 'again' : make)}
          </Button>
        </div>
      </div>
    </>
  );
}

/** What was asked for, as it comes. */
function Made({ exportId, isFormer }: { exportId: string; isFormer: boolean }) {
  const t = useTranslations('exports.print');
  return (
    <>
      <JobLine key={exportId} exportId={exportId} isFormer={isFormer} />
      <Link href="/print" className="self-start rounded-xs text-[0.8125rem] leading-5 underline focus-ring">
        {t('records')}
      </Link>
    </>
  );
}

/** How much is made. On phones the list of what is wrong stands far from the button, so its length is said here. */
function Facts({ facts, check }: { facts: string; check: PrintCheck | undefined }) {
  const t = useTranslations('exports.print.problems');
  const problems = check?.problems.length ?? 0;
  return (
    <div className="min-w-0">
      <p className="font-medium tabular-nums">{facts}</p>
      {problems > 0 && (
        <a
          href={`#${PROBLEMS_ID}`}
          className="relative -my-3 hidden min-h-11 items-center rounded-xs text-[0.8125rem] leading-5 text-warning-text underline focus-ring thumb:flex"
        >
          {t('count', { count: problems })}
        </a>
      )}
    </div>
  );
}
