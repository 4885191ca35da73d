'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Section } from '@/components/codes/generate/fields/section';
import { Skeleton } from '@/components/ui/skeleton';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { PlanValues } from '../plan-values';
import { CheckSection } from '../check/check-section';
import { PlanSummary } from './plan-summary';
import type { DraftStepProps, DraftSteps } from './use-draft-step';

/** Most tables have it. */
const PageQuestion = dynamic(() => import('./page-question').then((room) => room.PageQuestion), {
  ssr: false,
  loading: () => <Skeleton className="h-54.5 rounded-xl md:h-42.5" />,
});
/** Most tables have nothing remarkable. */
const ReadingNotes = dynamic(() => import('./reading-notes').then((room) => room.ReadingNotes), {
  ssr: false,
});

export type CheckStepProps = DraftStepProps & {
  go: DraftSteps['go'];
  /** Opens the sheet at a row. */
  onEdit: (row: number) => void;
};

/** What was understood, what is noticed, and what would become of every row. */
export function CheckStep({ draft, check, go, onEdit }: CheckStepProps) {
  const t = useTranslations('batches.draft.sections');
  const { getValues } = useFormContext<PlanValues>();
  // What the step began with: the question stays while it is answered.
  const [isPageMissing] = useState(() => asksPage(getValues()));
  return (
    <div className="flex flex-col gap-6">
      {isRemarkable(draft) && <ReadingNotes draft={draft} />}
      <PlanSummary draft={draft} go={go} />
      {isPageMissing && <PageQuestion draft={draft} check={check} />}
      <Section title={t('check')} text={t('checkText')}>
        <CheckSection {...{ draft, check, onEdit }} />
      </Section>
    </div>
  );
}

/** A path has its page in it. */
function asksPage({ endpoint, sources }: PlanValues): boolean {
  return endpoint === 'getwxacodeunlimit' && sources.page.kind === 'none';
}

function isRemarkable({ findings, origin }: Draft): boolean {
  return findings.length > 0 || (origin.kind === 'file' && Boolean(origin.doubt));
}
