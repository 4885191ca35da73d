'use client';

import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/use-error-toast';
import { thumbBar } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { outcomeOf } from '@/lib/actions/outcome';
import { createExportAction } from '@/lib/exports/actions';
import { isRefused } from '@/lib/print/print-types';
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
  const showError = useErrorToast();
  const [exportId, setExportId] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: () => outcomeOf(createExportAction({ fields })),
    onSuccess: (id) => setExportId(id ?? null),
    onError: showError,
  });
  return (
    <>
      {room > 0 && (
        <PrintProblems check={check.data} error={check.error} onRetry={() => void check.refetch()} />
      )}
      <div data-slot="submit-bar" className={cn('flex flex-col gap-3 thumb:gap-2', thumbBar)}>
        {exportId && (
          <>
            <JobLine key={exportId} exportId={exportId} />
            <Link
              href="/print"
              className="self-start rounded-xs text-[0.8125rem] leading-5 underline focus-ring"
            >
              {t('records')}
            </Link>
          </>
        )}
        <div className="flex flex-col gap-3 thumb:flex-row thumb:items-center thumb:justify-between">
          <p className="font-medium tabular-nums">{room > 0 && facts}</p>
          <Button
            size="lg"
            variant={exportId ? 'secondary' : 'primary'}
            disabled={!canMake || (check.data !== undefined && isRefused(check.data))}
            pending={create.isPending}
            onClick={() => create.mutate()}
          >
            <Printer aria-hidden />
            {t(exportId ? 'again' : isFiles ? 'files.make' : 'make')}
          </Button>
        </div>
      </div>
    </>
  );
}
