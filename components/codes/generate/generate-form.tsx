'use client';

import { useTranslations } from 'next-intl';
import { lazy, useDeferredValue } from 'react';
import { FormProvider } from 'react-hook-form';
import { submitOnShortcut } from '@/components/layout/keys/submit-on-shortcut';
import { thumbRoom } from '@/components/layout/thumb-bar';
import { cn } from '@/components/ui/cn';
import { Form } from '@/components/ui/form/form';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { AppField } from '@/components/codes/generate/fields/app-field';
import { CostNote } from './cost-note';
import { EndpointField } from '@/components/codes/generate/fields/endpoint-field';
import { ErrorSummary } from './error-summary';
import { startValues, type FormApp, type FormStart } from './form-values';
import { ContentFields, LookFields } from '@/components/codes/generate/fields/fields';
import { LabelFields } from '@/components/codes/generate/fields/label-fields';
import { Preview } from './preview';
import { Section } from '@/components/codes/generate/fields/section';
import { SubmitBar } from './submit-bar';
import { useFirstFocus } from './use-first-focus';
import { useFormApp, useFormValues } from './use-generate-form';
import { useGenerate } from './use-generate';

const ExistingDialog = lazy(() =>
  import('./existing-dialog').then((room) => ({ default: room.ExistingDialog })),
);

export type GenerateFormProps = { apps: readonly FormApp[]; start: FormStart };

export function GenerateForm({ apps, start }: GenerateFormProps) {
  useFirstFocus();
  const { form, submit, pending, existingId, closeExisting } = useGenerate(apps, startValues(start));
  return (
    <FormProvider {...form}>
      <Form
        onSubmit={pending ? (event) => event.preventDefault() : submit}
        onKeyDown={submitOnShortcut}
        className={cn('grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] xl:gap-8', thumbRoom)}
      >
        <Fields apps={apps} />
        <Aside apps={apps} pending={pending} />
      </Form>
      <OnceWanted when={existingId !== null}>
        <ExistingDialog codeId={existingId} onClose={closeExisting} />
      </OnceWanted>
    </FormProvider>
  );
}

function Fields({ apps }: { apps: readonly FormApp[] }) {
  const t = useTranslations('codes.generate.sections');
  const app = useFormApp(apps);
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <ErrorSummary />
      <Section title={t('type')} text={t('typeText')}>
        <EndpointField />
        <AppField apps={apps} />
      </Section>
      <Section title={t('content')} text={t('contentText')}>
        <ContentFields app={app} />
      </Section>
      <Section title={t('look')} text={t('lookText')}>
        <LookFields />
      </Section>
      <LabelFields />
    </div>
  );
}

type AsideProps = { apps: readonly FormApp[]; pending: boolean };

function Aside({ apps, pending }: AsideProps) {
  const app = useFormApp(apps);
  // Typing stays ahead of the drawing.
  const values = useDeferredValue(useFormValues());
  return (
    <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-9">
      <Preview values={values} appName={app?.name ?? ''} />
      <CostNote app={app} />
      <SubmitBar pending={pending} />
    </div>
  );
}
