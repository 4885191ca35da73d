'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { PageInput } from '@/components/data/pages/page-input';
import { Section } from '@/components/codes/generate/fields/section';
import type { PurposeFormValues } from './purpose-form-values';

export type PageApp = { id: string; name: string };

/** The page that is proposed, for each Mini Program. */
export function PageFields({ apps }: { apps: readonly PageApp[] }) {
  const t = useTranslations('purposes.settings');
  if (apps.length === 0) return null;
  return (
    <Section title={t('pages')} text={t('pagesText')}>
      {apps.map((app) => (
        <PageField key={app.id} app={app} />
      ))}
    </Section>
  );
}

function PageField({ app }: { app: PageApp }) {
  const t = useTranslations('purposes.settings');
  const { control } = useFormContext<PurposeFormValues>();
  const { field, fieldState } = useController({ control, name: `pages.${app.id}` });
  return (
    <Field label={app.name} error={fieldState.error?.message}>
      <PageInput
        {...field}
        value={field.value ?? ''}
        miniProgramId={app.id}
        onChoose={field.onChange}
        placeholder={t('pagePlaceholder')}
      />
    </Field>
  );
}
