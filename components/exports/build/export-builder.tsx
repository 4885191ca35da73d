'use client';

import { useState } from 'react';
import { thumbRoom } from '@/components/layout/thumb-bar';
import { cn } from '@/components/ui/cn';
import type { ExportOutline, StartingOptions } from '@/lib/exports/export-types';
import { useReleased } from '../use-released';
import { problemsOf, startValues } from './builder-values';
import { FormatSection } from './format-section';
import { NamesSection } from './names-section';
import { PictureSection } from './picture-section';
import { SampleCard } from './sample-card';

export type ExportBuilderProps = {
  outline: ExportOutline;
  /** What in the address says which codes; the form sends it along. */
  scopeFields: [string, string][];
  options: StartingOptions;
};

/** Chooses what the archive holds and what its files are called, with the first real names beside it. */
export function ExportBuilder({ options, ...asked }: ExportBuilderProps) {
  const { outline, scopeFields, unreleased } = useReleased(asked);
  const [values, setValues] = useState(() => startValues(options, outline.columns));
  const change = (changed: Partial<typeof values>) => setValues((before) => ({ ...before, ...changed }));
  const problems = problemsOf(values, outline.columns);
  return (
    <div
      className={cn(
        'grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]',
        thumbRoom,
      )}
    >
      <div className="flex min-w-0 flex-col gap-6">
        <FormatSection values={values} onChange={change} />
        {values.format === 'zip' && (
          <>
            <PictureSection values={values} onChange={change} outline={outline} problem={problems.width} />
            <NamesSection values={values} onChange={change} outline={outline} problem={problems.names} />
          </>
        )}
      </div>
      <SampleCard {...{ values, outline, scopeFields, problems, unreleased }} />
    </div>
  );
}
