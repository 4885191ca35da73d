'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { toast } from '@/components/ui/overlay/toast';
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { savePurposeAction } from '@/lib/purposes/actions';
import type { Purpose } from '@/lib/purposes/purpose';
import { BasicFields } from './basic-fields';
import { AskedFields } from './asked-fields';
import { NamingField } from './naming-field';
import { PageFields, type PageApp } from './page-fields';
import { formFieldNames, toFormValues, toPurposeInput, type PurposeFormValues } from './purpose-form-values';

// Beside the form, and of what is typed in it.
const PurposeExample = dynamic(() => import('./purpose-example').then((room) => room.PurposeExample), {
  ssr: false,
  loading: () => <Card className="min-h-62.5" />,
});

async function loadSchema() {
  const [{ savePurposeSchema }, { z }] = await Promise.all([import('@/lib/purposes/schema'), import('zod')]);
  return z.preprocess(toPurposeInput, savePurposeSchema);
}

export type PurposeFormProps = {
  /** Null makes a new one. */
  purpose: Purpose | null;
  apps: readonly PageApp[];
};

/** What a purpose asks, and what is made of it, with an example beside it. */
export function PurposeForm({ purpose, apps }: PurposeFormProps) {
  const t = useTranslations();
  const reach = useReach();
  const router = useRouter();
  const form = useForm<PurposeFormValues>({
    resolver: translatedResolver<PurposeFormValues>(loadSchema, t),
    defaultValues: toFormValues(
      purpose,
      apps.map(({ id }) => id),
    ),
    mode: 'onTouched',
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const input = { key: purpose?.key ?? null, values: toPurposeInput(values) };
    const { serverError } = await reach(savePurposeAction(input));
    if (serverError) return applyServerError(form, formFieldNames(values), serverError);
    const { name } = values.definition;
    toast.success(purpose ? t('purposes.settings.saved') : t('purposes.settings.added', { name }));
    router.push('/settings/purposes');
  });
  return (
    <FormProvider {...form}>
      <Form
        onSubmit={submit}
        className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] xl:gap-8"
      >
        <div className="flex min-w-0 flex-col gap-6">
          <BasicFields />
          <AskedFields />
          <NamingField />
          <PageFields apps={apps} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-9">
          <PurposeExample />
          <FormError error={errors.root} />
          <Button type="submit" size="lg" pending={isSubmitting || isSubmitSuccessful}>
            {t('common.save')}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}
