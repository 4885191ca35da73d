'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { PageInput } from '@/components/data/pages/page-input';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Purpose } from '@/lib/purposes/purpose';
import { controlId, type FormApp, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { useFormApp, useFormValues } from '@/components/codes/generate/use-generate-form';
import { pageFor, withPage } from './purpose-values';
import { useChange } from './use-purpose-form';

const RecentPages = lazy(() =>
  import('@/components/codes/recent-pages').then((room) => ({ default: room.RecentPages })),
);
const PageFixes = lazy(() => import('./page-fixes').then((room) => ({ default: room.PageFixes })));

/** Which page a scan opens, in the words of somebody who does not know its parameters. */
export function PurposePageField({ purpose, apps }: { purpose: Purpose; apps: readonly FormApp[] }) {
  const t = useTranslations();
  const change = useChange();
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'page' });
  const { endpoint, miniProgramId } = useFormValues();
  const usual = pageFor(purpose, miniProgramId);
  const recent = useFormApp(apps)?.recentPages ?? [];
  const offered = new Set([usual, ...recent].filter((page) => page !== ''));
  const choose = (page: string) => change((values) => withPage(purpose, values, page));
  const required = endpoint !== 'getwxacodeunlimit';
  return (
    <div className="min-w-0">
      <Field
        controlId={controlId('page')}
        label={t('purposes.form.page')}
        required={required}
        optionalLabel={required ? undefined : t('common.optional')}
        hint={required ? t('purposes.form.pageRequiredHint') : t('purposes.form.pageHint')}
        error={fieldState.error?.message}
      >
        <PageInput
          {...field}
          miniProgramId={miniProgramId}
          onChange={({ target }) => choose(target.value)}
          onChoose={choose}
          placeholder={usual || t('codes.generate.page.placeholder')}
        />
      </Field>
      <OnceWanted when={field.value !== ''}>
        <PageFixes />
      </OnceWanted>
      <OnceWanted when={offered.size > 0}>
        <RecentPages pages={[...offered]} value={field.value} onChoose={choose} />
      </OnceWanted>
    </div>
  );
}
