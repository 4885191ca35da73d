'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { toast } from 'sonner';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { createAppAction, updateAppAction } from '@/lib/apps/actions';
import type { AppSummary } from '@/lib/apps/queries';
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { CredentialFields, ModeField, NameField, NumberSettingField, TokenModeField } from './app-fields';
import {
  APP_FIELDS,
  initialValues,
  toCreateInput,
  toUpdateInput,
  type AppFormValues,
} from './app-form-values';

const loadCreateSchema = async () => (await import('@/lib/apps/schema')).createAppSchema;
const loadUpdateSchema = async () => (await import('@/lib/apps/schema')).updateAppSchema;

function save(app: AppSummary | undefined, values: AppFormValues) {
  return app
    ? updateAppAction({ id: app.id, values: toUpdateInput(values) })
    : createAppAction(toCreateInput(values));
}

/** Connects a Mini Program; with `app` changes it. */
export function AppForm({ app, onDone }: { app: AppSummary | undefined; onDone: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const form = useForm<AppFormValues>({
    resolver: translatedResolver(app ? loadUpdateSchema : loadCreateSchema, t),
    defaultValues: initialValues(app),
  });
  const { errors, isSubmitting } = form.formState;
  const live = useWatch({ control: form.control, name: 'mode' }) === 'LIVE';

  const submit = form.handleSubmit(async (values) => {
    const { serverError } = await save(app, values);
    if (serverError) return applyServerError(form, APP_FIELDS, serverError);
    toast.success(app ? t('apps.saved') : t('apps.added', { name: values.name }));
    router.refresh();
    onDone();
  });

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        {errors.root && (
          <Alert tone="danger" role="alert">
            {errors.root.message}
          </Alert>
        )}
        {!app && <ModeField />}
        <NameField />
        {live && <CredentialFields stored={app !== undefined} />}
        {live && <TokenModeField />}
        {app && <NumberSettingField name="pathMaxBytes" />}
        {(app || live) && <NumberSettingField name="quotaBaseline" />}
        <Button type="submit" pending={isSubmitting} className="self-end max-sm:w-full">
          {app ? t('common.save') : t('apps.add')}
        </Button>
      </form>
    </FormProvider>
  );
}
