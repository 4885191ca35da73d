'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { DRAFT_STEPS, type DraftStep, type DraftSteps } from './use-draft-step';

/** What wants to be looked at in each step; null while it is not known. */
export type StepNotes = Record<DraftStep, number | null>;

/** Where one is, what is left to do where, and the way there. */
export function StepBar({ steps, notes }: { steps: DraftSteps; notes: StepNotes }) {
  const t = useTranslations('batches.draft.steps');
  return (
    <nav aria-label={t('label')}>
      <ol className="grid grid-cols-2 gap-1 rounded-xl border border-border bg-surface-raised p-1 shadow-xs sm:grid-cols-4">
        {DRAFT_STEPS.map((step, index) => (
          <li key={step} className="min-w-0">
            <button
              type="button"
              aria-current={steps.step === step ? 'step' : undefined}
              onClick={() => steps.go(step)}
              className={cn(
                'flex min-h-11 w-full items-center gap-2 rounded-lg px-3 text-start text-sm focus-ring transition-colors duration-150',
                steps.step === step ? 'bg-accent-subtle font-medium text-accent-text' : 'hover:bg-muted',
              )}
            >
              <span aria-hidden className="text-xs text-muted-foreground tabular-nums">
                {index + 1}
              </span>
              <span className="min-w-0 flex-1 leading-5">{t(step)}</span>
              <StepNote count={notes[step]} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepNote({ count }: { count: number | null }) {
  const t = useTranslations('batches.draft.steps');
  if (count === null) return null;
  if (count === 0)
    return (
      <>
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success-text" />
        <span className="sr-only">{t('fine')}</span>
      </>
    );
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-xs font-medium text-warning-text tabular-nums">
      <CircleAlert aria-hidden className="size-4" />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t('open', { count })}</span>
    </span>
  );
}
