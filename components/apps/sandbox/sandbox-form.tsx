'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { toast } from '@/components/ui/overlay/toast';
import { SANDBOX_FIELDS } from '@/lib/apps/choices';
import { updateSandboxAction } from '@/lib/apps/sandbox/actions';
import type { SandboxPlay } from '@/lib/apps/sandbox/schema';
import type { SandboxView } from '@/lib/apps/sandbox/service';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { FailureSection } from './failure-section';
import { NumberField, PagesField, SelectField, SwitchField } from './fields';
import { SandboxSection } from './sandbox-section';

const loadSchema = async () => (await import('@/lib/apps/sandbox/schema')).sandboxPlaySchema;

/** What the sandbox plays for one Mini Program; each setting says which error it brings. */
export function SandboxForm({ view }: { view: SandboxView }) {
  const t = useTranslations();
  const reach = useReach();
  const router = useRouter();
  const form = useForm<SandboxPlay>({
    resolver: translatedResolver(loadSchema, t),
    // The server's values again after saving and after a reset.
    values: view.play,
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const { serverError } = await reach(updateSandboxAction({ id: view.id, values }));
    if (serverError) return applyServerError(form, SANDBOX_FIELDS, serverError);
    router.refresh();
    toast.success(t('sandbox.saved'));
  });
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-6">
        <FormError error={errors.root} />
        <FailureSection />
        <SandboxSection name="slow">
          <NumberField name="latencyMs" unit="ms" step={100} />
        </SandboxSection>
        <SandboxSection name="quota">
          <p className="text-[0.8125rem] leading-5 text-muted-foreground">
            {t('sandbox.quotaNow', { used: view.quotaUsed, limit: view.play.quotaLimit })}
          </p>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <NumberField name="quotaLimit" />
            <NumberField name="quotaElsewhere" />
          </div>
          <SwitchField name="numUsed" />
        </SandboxSection>
        <SandboxSection name="token">
          <NumberField name="tokenLifetimeSeconds" unit="s" />
        </SandboxSection>
        <SandboxSection name="pages">
          <PagesField />
        </SandboxSection>
        <SandboxSection name="picture">
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <SelectField name="hyalineContentType" />
            <SelectField name="widthOutOfRange" />
          </div>
        </SandboxSection>
        <Button type="submit" pending={isSubmitting} className="self-end max-sm:w-full">
          {t('common.save')}
        </Button>
      </Form>
    </FormProvider>
  );
}
