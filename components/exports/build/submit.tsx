'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { thumbBar } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { ExportOutline } from '@/lib/exports/export-types';
import { PICTURE_TABLE_MAX, takesPictures } from '@/lib/exports/options';
import { UnreleasedField } from '../unreleased-field';
import type { UnreleasedChoice } from '../use-released';
import { JobLine } from '../job/job-line';
import { useCreateExport } from '../job/use-create-export';
import { optionFields, type BuilderValues, type Problems } from './builder-values';
import { Summary } from './summary';

export type SubmitProps = {
  values: BuilderValues;
  outline: ExportOutline;
  scopeFields: [string, string][];
  problems: Problems;
  unreleased: UnreleasedChoice | null;
};

/** What will come, the button for it, and what came of it. On phones always in reach of the thumb. */
export function Submit({ values, outline, scopeFields, problems, unreleased }: SubmitProps) {
  const t = useTranslations('exports.build');
  const fields = [...scopeFields, ...optionFields(values)];
  const { ask, isPending, exportId, isFormer, isMade } = useCreateExport(fields);
  const blocked = Boolean(problems.names ?? problems.width);
  const tooMany = values.format === 'pictureTable' && outline.pictures > PICTURE_TABLE_MAX;
  const nothing = takesPictures(values) && outline.pictures === 0;
  return (
    <>
      {unreleased && <UnreleasedField {...unreleased} />}
      <div data-slot="submit-bar" className={cn('flex flex-col gap-3 thumb:gap-2', thumbBar)}>
        {exportId && <JobLine key={exportId} exportId={exportId} isFormer={isFormer} />}
        <div className="flex flex-col gap-3 thumb:flex-row thumb:items-center thumb:justify-between">
          <Summary values={values} outline={outline} tooMany={tooMany} />
          <Button
            size="lg"
            variant={isMade ? 'secondary' : 'primary'}
            disabled={blocked || nothing || tooMany}
            pending={isPending}
            onClick={ask}
          >
            <FileDown aria-hidden />
            {t(isMade ? 'submit.again' : `submit.${values.format}`)}
          </Button>
        </div>
      </div>
      <Link
        href="/exports"
        className="thumb-reach self-center rounded-sm text-[0.8125rem] text-accent-text underline-offset-4 focus-ring hover:underline"
      >
        {t('submit.history')}
      </Link>
    </>
  );
}
