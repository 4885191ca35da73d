'use client';

import dynamic from 'next/dynamic';
import { useDeferredValue } from 'react';
import { thumbRoom } from '@/components/layout/thumb-bar';
import { cn } from '@/components/ui/cn';
import { previewPlace } from '@/components/codes/generate/preview-place';
import { Form } from '@/components/ui/form/form';
import { SteadyFormProvider } from '@/components/ui/form/steady-form-provider';
import { Skeleton } from '@/components/ui/skeleton';
import type { Draft, Preset } from '@/lib/batches/draft/draft-types';
import { DraftHeader } from './draft-header';
import { DraftSections } from './draft-sections';
import { PanelSkeleton } from './panel-skeleton';
import { useDraftStep } from './steps/use-draft-step';
import { useDryRun } from '@/components/batches/draft/check/use-dry-run';
import { usePlanForm } from './use-plan-form';
import { useStart } from './use-start';

/** Stands beside the form and changes with it; the page is there before its code is. */
const FirstRowPreview = dynamic(
  () => import('@/components/batches/draft/mapping/first-row-preview').then((room) => room.FirstRowPreview),
  {
    ssr: false,
    loading: () => <Skeleton className={previewPlace} />,
  },
);

const StartPanel = dynamic(() => import('./start-panel').then((room) => room.StartPanel), {
  ssr: false,
  loading: () => <PanelSkeleton />,
});

export type DraftEditorProps = { draft: Draft; presets: Preset[] };

/** From a table to a batch that may start: what each column means, how the codes look, and what each row would become. */
export function DraftEditor({ draft, presets }: DraftEditorProps) {
  const { form, saved, saving, retry } = usePlanForm(draft);
  const check = useDryRun(draft, saved);
  // A step whose code is late stays as the server drew it, whatever the check says meanwhile.
  const shown = useDeferredValue(check);
  const { start, starting, error } = useStart(draft.id, check);
  const steps = useDraftStep(draft);
  return (
    <SteadyFormProvider {...form}>
      <DraftHeader draft={draft} presets={presets} saving={saving} onRetrySave={retry} />
      <Form
        onSubmit={(event) => event.preventDefault()}
        className={cn('grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] xl:gap-8', thumbRoom)}
      >
        <DraftSections draft={draft} check={shown} steps={steps} />
        <aside className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-9">
          <FirstRowPreview draft={draft} />
          <StartPanel
            draft={draft}
            dryRun={check.dryRun}
            stale={check.stale || saving !== 'saved'}
            starting={starting}
            error={error}
            onStart={start}
            onReasons={() => steps.go('check')}
          />
        </aside>
      </Form>
    </SteadyFormProvider>
  );
}
