'use client';

import { ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { FormProvider, useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { AppIdField, AppSecretField, NameField, NumberSettingField } from '@/components/apps/app-fields';
import {
  APP_FIELDS,
  initialValues,
  toConnectInput,
  type AppFormValues,
} from '@/components/apps/app-form-values';
import { TokenModeField, TokenServerFields } from '@/components/apps/token-fields';
import { useReach } from '@/components/data/actions/use-reach';
import { thumbBar, thumbRoom } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { connectAppAction } from '@/lib/apps/actions';
import type { ConnectionFailure } from '@/lib/apps/test-connection';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { useFieldError } from './use-field-error';

const ConnectDone = lazy(() => import('./connect-done').then((room) => ({ default: room.ConnectDone })));
const ConnectRefused = lazy(() =>
  import('./connect-refused').then((room) => ({ default: room.ConnectRefused })),
);

const loadSchema = async () => (await import('@/lib/apps/schema')).connectAppSchema;

const ADVANCED = ['tokenMode', 'tokenUrl', 'tokenHeaderName', 'tokenHeaderValue', 'quotaBaseline'] as const;

type Connected = { name: string; works: boolean };

function useConnect(form: UseFormReturn<AppFormValues>) {
  const router = useRouter();
  const reach = useReach();
  const showAtField = useFieldError(form);
  const [failure, setFailure] = useState<ConnectionFailure | null>(null);
  const [connected, setConnected] = useState<Connected | null>(null);
  const submitAs = (untested: boolean) =>
    form.handleSubmit(async (values) => {
      const { serverError, data } = await reach(connectAppAction(toConnectInput(values, untested)));
      if (serverError) return applyServerError(form, APP_FIELDS, serverError);
      if (data?.outcome === 'refused') {
        setFailure(data.failure);
        return showAtField(data.failure);
      }
      setConnected({ name: values.name, works: data?.works === true });
      router.refresh();
    });
  return { failure, connected, submitAs };
}

/** Connects the real Mini Program: what is entered is tried at WeChat and kept only when it works. */
export function ConnectForm() {
  const t = useTranslations();
  const form = useForm<AppFormValues>({
    resolver: translatedResolver(loadSchema, t),
    defaultValues: initialValues(undefined),
  });
  const { failure, connected, submitAs } = useConnect(form);
  const { errors, isSubmitting } = form.formState;
  if (connected)
    return (
      <OnceWanted when>
        <ConnectDone {...connected} />
      </OnceWanted>
    );
  return (
    <FormProvider {...form}>
      <Form onSubmit={submitAs(false)} className={thumbRoom}>
        <Card className="flex flex-col gap-5 p-5 sm:p-6">
          <FormError error={errors.root} />
          <NameField />
          <AppIdField />
          <SecretField />
          <Advanced isWrong={ADVANCED.some((name) => errors[name] !== undefined)} />
          {failure && !isSubmitting && (
            <OnceWanted when>
              <ConnectRefused failure={failure} onKeep={() => void submitAs(true)()} />
            </OnceWanted>
          )}
          <div data-slot="submit-bar" className={cn(thumbBar)}>
            <Button type="submit" size="lg" pending={isSubmitting} className="w-full">
              {isSubmitting ? t('apps.test.testing') : t(`apps.connect.${failure ? 'again' : 'submit'}`)}
            </Button>
          </div>
        </Card>
      </Form>
    </FormProvider>
  );
}

/** A token server holds the AppSecret itself. */
function SecretField() {
  const isExternal = useWatch<AppFormValues, 'tokenMode'>({ name: 'tokenMode' }) === 'external';
  return isExternal ? null : <AppSecretField stored={false} />;
}

/** What most Mini Programs leave as it is; open as long as something in it is wrong. */
function Advanced({ isWrong }: { isWrong: boolean }) {
  const t = useTranslations('apps.connect');
  const [isOpen, setOpen] = useState(false);
  const isExternal = useWatch<AppFormValues, 'tokenMode'>({ name: 'tokenMode' }) === 'external';
  return (
    <details
      open={isOpen || isWrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group rounded-lg border border-border"
    >
      <summary className="flex items-center gap-2 rounded-lg px-4 py-2.5 font-medium focus-ring [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted-foreground transition-transform group-open:rotate-90"
        />
        {t('advanced')}
        <span className="truncate text-[0.8125rem] font-normal text-muted-foreground">
          {t('advancedText')}
        </span>
      </summary>
      <div className="flex flex-col gap-5 border-t border-border p-4">
        <TokenModeField />
        {isExternal && <TokenServerFields storedHeader={null} />}
        <NumberSettingField name="quotaBaseline" />
      </div>
    </details>
  );
}
