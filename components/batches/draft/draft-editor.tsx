'use client';

import { FormProvider } from 'react-hook-form';
import type { Draft, Preset } from '@/lib/batches/draft-types';
import { DraftHeader } from './draft-header';
import { DraftSections } from './draft-sections';
import { FirstRowPreview } from './first-row-preview';
import { StartPanel } from './start-panel';
import { useDryRun } from './use-dry-run';
import { usePlanForm } from './use-plan-form';
import { useStart } from './use-start';

export type DraftEditorProps = { draft: Draft; presets: Preset[] };

/** From a table to a batch that may start: what each column means, how the codes look, and what each row would become. */
export function DraftEditor({ draft, presets }: DraftEditorProps) {
  const { form, saved, saving, retry } = usePlanForm(draft);
  const check = useDryRun(draft, saved);
  const { start, starting, error } = useStart(draft.id, check);
  return (
    <FormProvider {...form}>
      <DraftHeader draft={draft} presets={presets} saving={saving} onRetrySave={retry} />
      <form
        noValidate
        onSubmit={(event) => event.preventDefault()}
        className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] xl:gap-8"
      >
        <DraftSections draft={draft} check={check} />
        <aside className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-9">
          <FirstRowPreview draft={draft} />
          <StartPanel
            draft={draft}
            dryRun={check.dryRun}
            stale={check.stale || saving !== 'saved'}
            starting={starting}
            error={error}
            onStart={start}
          />
        </aside>
      </form>
    </FormProvider>
  );
}
