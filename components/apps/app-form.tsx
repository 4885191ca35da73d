'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { toast } from '@/components/ui/overlay/toast';
import { createAppAction, updateAppAction } from '@/lib/apps/actions';
import type { AppSummary } from '@/lib/apps/queries';
import { applyServerError } from '@/lib/forms/server-error';
import { translatedResolver } from '@/lib/forms/resolver';
import { AppSecretField, NameField, NumberSettingField } from './app-fields';
import {
  APP_FIELDS,
  initialValues,
  toSandboxInput,
  toUpdateInput,
  type AppFormValues,
} from './app-form-values';
import { TokenModeField, TokenServerFields } from './token-fields';

const loadCreateSchema = async () => (await import('@/lib/apps/schema')).createAppSchema;
const loadUpdateSchema = async () => (await import('@/lib/apps/schema')).updateAppSchema;

function save(app: AppSummary | undefined, values: AppFormValues) {
  return app
    ? updateAppAction({ id: app.id, values: toUpdateInput(values) })
    : createAppAction(toSandboxInput(values));
}

/** Changes a Mini Program; without `app` makes a sandbox, which wants a name and no more. */
export function AppForm({ app, onDone }: { app: AppSummary | undefined; onDone: () => void }) {
  const t = useTranslations();
  const reach = useReach();
  const router = useRouter();
  const form = useForm<AppFormValues>({
    resolver: translatedResolver(app ? loadUpdateSchema : loadCreateSchema, t),
    defaultValues: app ? initialValues(app) : { ...initialValues(undefined), mode: 'SANDBOX' },
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
        {!app && <p className="text-muted-foreground">{t('apps.mode.sandboxHint')}</p>}
        <NameField />
        {app && <Settings app={app} />}
        <Button type="submit" pending={isSubmitting} className="self-end max-sm:w-full">
          {app ? t('common.save') : t('apps.addSandbox')}
        </Button>
      </Form>
    </FormProvider>
  );
}

function Settings({ app }: { app: AppSummary }) {
  return (
    <>
      {app.mode === 'LIVE' && <TokenFields app={app} />}
      <NumberSettingField name="pathMaxBytes" />
      <NumberSettingField name="quotaBaseline" />
      <NumberSettingField name="quotaFloor" />
      <NumberSettingField name="ratePerMinute" />
    </>
  );
}

function TokenFields({ app }: { app: AppSummary }) {
  const external = useWatch<AppFormValues, 'tokenMode'>({ name: 'tokenMode' }) === 'external';
  return (
    <>
      {!external && <AppSecretField stored={app.tokenMode !== 'external'} />}
      <TokenModeField />
      {external && <TokenServerFields storedHeader={app.tokenHeaderName} />}
    </>
  );
}
