'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Purpose } from '@/lib/purposes/purpose';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { pageFor, withPage } from './purpose-values';
import { useChange } from './use-purpose-form';

const PageFixes = lazy(() => import('./page-fixes').then((room) => ({ default: room.PageFixes })));

/** Which page a scan opens, in the words of somebody who does not know its parameters. */
export function PurposePageField({ purpose }: { purpose: Purpose }) {
  const t = useTranslations();
  const change = useChange();
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'page' });
  const { endpoint, miniProgramId } = useFormValues();
  const usual = pageFor(purpose, miniProgramId);
  const required = endpoint !== 'getwxacodeunlimit';
  return (
    <div className="min-w-0">
      <Field
        label={t('purposes.form.page')}
        required={required}
        optionalLabel={required ? undefined : t('common.optional')}
        hint={required ? t('purposes.form.pageRequiredHint') : t('purposes.form.pageHint')}
        error={fieldState.error?.message}
      >
        <Input
          {...field}
          id={controlId('page')}
          onChange={({ target }) => change((values) => withPage(purpose, values, target.value))}
          placeholder={usual || t('codes.generate.page.placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <OnceWanted when={field.value !== ''}>
        <PageFixes />
      </OnceWanted>
      {usual !== '' && field.value !== usual && (
        <button
          type="button"
          onClick={() => change((values) => withPage(purpose, values, usual))}
          className="mt-1.5 rounded-xs text-[0.8125rem] text-accent-text focus-ring hover:underline"
        >
          {t('purposes.form.useDefault', { page: usual })}
        </button>
      )}
    </div>
  );
}
