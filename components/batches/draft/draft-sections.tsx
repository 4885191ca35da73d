'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { lazy, memo, useState } from 'react';
import { useSame } from '@/components/data/use-same';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { Skeleton } from '@/components/ui/skeleton';
import { CONTENT_FIELDS } from './plan-values';
import { StepBar, type StepNotes } from './steps/step-bar';
import { DRAFT_STEPS, type DraftStepProps, type DraftSteps } from './steps/use-draft-step';

// Each step by itself: a page loads the code of the one that it begins with.
const loading = () => <Skeleton className="h-96 rounded-xl" />;
const DataStep = dynamic(() => import('./steps/data-step').then((room) => room.DataStep), { loading });
const ColumnsStep = dynamic(() => import('./steps/columns-step').then((room) => room.ColumnsStep), {
  loading,
});
const LookStep = dynamic(() => import('./steps/look-step').then((room) => room.LookStep), { loading });
const CheckStep = dynamic(() => import('./steps/check-step').then((room) => room.CheckStep), { loading });

/** The sheet, for those who edit the table. */
const TableDialog = lazy(() => import('./grid/table-dialog').then((room) => ({ default: room.TableDialog })));

export type DraftSectionsProps = DraftStepProps & { steps: DraftSteps };

/** The questions one after the other, in the order in which they come up; what was answered stays in the form around them. */
export function DraftSections({ draft, check, steps }: DraftSectionsProps) {
  const t = useTranslations('batches.draft.steps');
  const [start, setStart] = useState<{ row: number; column: number } | null>(null);
  const edit = useSame((row: number) => setStart({ row, column: 0 }));
  const { step, go, place } = steps;
  const next = DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1];
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <StepBar steps={steps} notes={notesOf({ draft, check })} />
      <div
        ref={place}
        role="group"
        aria-label={t(step)}
        tabIndex={-1}
        className="flex min-w-0 scroll-mt-6 flex-col gap-4 outline-none"
      >
        <Step {...{ step, draft, check, go }} onEdit={edit} />
        {next && (
          <Button type="button" variant="secondary" className="self-end" onClick={() => go(next)}>
            {t('next', { step: t(next) })}
            <ArrowRight aria-hidden />
          </Button>
        )}
      </div>
      <OnceWanted when={start !== null}>
        {start && <TableDialog {...{ draft, check, start }} onClose={() => setStart(null)} />}
      </OnceWanted>
    </div>
  );
}

type StepProps = DraftStepProps & Pick<DraftSteps, 'step' | 'go'> & { onEdit: (row: number) => void };

/** Drawn anew only when it is given something else: while its code is late, that is from its grey place. */
const Step = memo(function Step({ step, draft, check, go, onEdit }: StepProps) {
  if (step === 'data') return <DataStep draft={draft} onEdit={() => onEdit(0)} />;
  if (step === 'columns') return <ColumnsStep {...{ draft, check }} />;
  if (step === 'look') return <LookStep {...{ draft, check }} />;
  return <CheckStep {...{ draft, check, go, onEdit }} />;
});

function notesOf({ draft, check: { dryRun, problems } }: DraftStepProps): StepNotes {
  const named = Object.keys(problems);
  const ofColumns = named.filter((name) => CONTENT_FIELDS.some((field) => field === name)).length;
  const bad = dryRun ? dryRun.counts.invalid + dryRun.counts.duplicate : null;
  return {
    data: draft.findings.length,
    columns: ofColumns,
    look: named.length - ofColumns,
    check: named.length > 0 ? null : bad,
  };
}
