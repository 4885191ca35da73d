'use client';

import { useReach } from '@/components/data/use-reach';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { toast } from '@/components/ui/overlay/toast';
import { createAppAction, updateAppAction } from '@/lib/apps/actions';
import type { AppSummary } from '@/lib/apps/queries';
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { AppIdField, AppSecretField, ModeField, NameField, NumberSettingField } from './app-fields';
import {
  APP_FIELDS,
  initialValues,
  toCreateInput,
  toUpdateInput,
  type AppFormValues,
} from './app-form-values';
import { TokenModeField, TokenServerFields } from './token-fields';

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
  const reach = useReach();
  const router = useRouter();
  const form = useForm<AppFormValues>({
    resolver: translatedResolver(app ? loadUpdateSchema : loadCreateSchema, t),
    defaultValues: initialValues(app),
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const { serverError } = await reach<unknown>(save(app, values));
    if (serverError) return applyServerError(form, APP_FIELDS, serverError);
    toast.success(app ? t('apps.saved') : t('apps.added', { name: values.name }));
    router.refresh();
    onDone();
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5">
        <FormError error={errors.root} />
        <AppFields app={app} />
        <Button type="submit" pending={isSubmitting} className="self-end max-sm:w-full">
          {app ? t('common.save') : t('apps.add')}
        </Button>
      </Form>
    </FormProvider>
  );
}

/** The limits of a Mini Program that is about to be connected stay at their defaults; a sandbox makes up its secrets. */
function AppFields({ app }: { app: AppSummary | undefined }) {
  const live = useWatch<AppFormValues, 'mode'>({ name: 'mode' }) === 'LIVE';
  return (
    <>
      {!app && <ModeField />}
      <NameField />
      {live && <TokenFields app={app} />}
      {app && <NumberSettingField name="pathMaxBytes" />}
      {(app || live) && <NumberSettingField name="quotaBaseline" />}
      {app && <NumberSettingField name="quotaFloor" />}
      {app && <NumberSettingField name="ratePerMinute" />}
    </>
  );
}

function TokenFields({ app }: { app: AppSummary | undefined }) {
  const external = useWatch<AppFormValues, 'tokenMode'>({ name: 'tokenMode' }) === 'external';
  const hasSecret = app !== undefined && app.tokenMode !== 'external';
  return (
    <>
      {!app && <AppIdField />}
      <TokenModeField />
      {external ? (
        <TokenServerFields storedHeader={app?.tokenHeaderName ?? null} />
      ) : (
        <AppSecretField stored={hasSecret} />
      )}
    </>
  );
}
