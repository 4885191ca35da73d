'use client';

import dynamic from 'next/dynamic';
import { lazy, useDeferredValue, useState } from 'react';
import { useFormState } from 'react-hook-form';
import { useSame } from '@/components/data/use-same';
import { submitOnShortcut } from '@/components/layout/keys/submit-on-shortcut';
import { thumbRoom } from '@/components/layout/thumb-bar';
import { cn } from '@/components/ui/cn';
import { Form } from '@/components/ui/form/form';
import { SteadyFormProvider } from '@/components/ui/form/steady-form-provider';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { Skeleton } from '@/components/ui/skeleton';
import type { FormApp, GenerateFormValues } from './form-values';
import { previewPlace } from './preview-place';
import { PurposeFields } from './purposes/purpose-fields';
import { toPurposeView } from './purposes/purpose-values';
import { PurposesContext, useChange, usePurpose } from './purposes/use-purpose-form';
import { SubmitBar } from './submit-bar';
import { useFirstFocus } from './use-first-focus';
import { useFormApp, useFormValues } from './use-generate-form';
import { useGenerate, type FormChoices } from './use-generate';

/** Stands beside the form and changes with it; the form is there before the sketch is. */
const Preview = dynamic(() => import('./preview').then((room) => room.Preview), {
  ssr: false,
  loading: () => <Skeleton className={cn(previewPlace, 'xl:h-103.25')} />,
});
// In the page from the start, and alive a moment after the fields.
const CostNote = lazy(() => import('./cost-note').then((room) => ({ default: room.CostNote })));
const PurposePicker = lazy(() =>
  import('./purposes/purpose-picker').then((room) => ({ default: room.PurposePicker })),
);
const ErrorSummary = lazy(() => import('./error-summary').then((room) => ({ default: room.ErrorSummary })));

// Most codes are made with the short form.
const AllFields = lazy(() => import('./fields/all-fields').then((room) => ({ default: room.AllFields })));
const ExistingDialog = lazy(() =>
  import('./existing-dialog').then((room) => ({ default: room.ExistingDialog })),
);

export type GenerateFormProps = FormChoices & { start: GenerateFormValues; canManagePurposes: boolean };

export function GenerateForm({ apps, purposes, start, canManagePurposes }: GenerateFormProps) {
  const { form, submit, pending, existing, closeExisting } = useGenerate({ apps, purposes }, start);
  return (
    <PurposesContext value={purposes}>
      <SteadyFormProvider {...form}>
        <Form
          onSubmit={pending ? (event) => event.preventDefault() : submit}
          onKeyDown={submitOnShortcut}
          className={cn(
            'grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] xl:grid-cols-[minmax(0,1fr)_23rem] xl:gap-8',
            thumbRoom,
          )}
        >
          <Fields apps={apps} canManage={canManagePurposes} />
          <Aside apps={apps} pending={pending} />
        </Form>
        <OnceWanted when={existing !== null}>
          <ExistingDialog existing={existing} onClose={closeExisting} />
        </OnceWanted>
      </SteadyFormProvider>
    </PurposesContext>
  );
}

/** The short form of the purpose that is chosen, or all parameters; the same values in both. */
function Fields({ apps, canManage }: { apps: readonly FormApp[]; canManage: boolean }) {
  const { view } = useFormValues();
  const { isSubmitted } = useFormState();
  const purpose = usePurpose();
  const change = useChange();
  const [switched, setSwitched] = useState(false);
  useFirstFocus(purpose);
  const back = useSame(() => {
    setSwitched(true);
    change((values) => (purpose ? toPurposeView(purpose, values) : {}));
  });

  if (purpose && view === 'purpose') {
    const toAll = () => {
      setSwitched(true);
      change(() => ({ view: 'all' }));
    };
    return (
      <div className="flex min-w-0 flex-col gap-4">
        <OnceWanted when fallback={<Skeleton className="h-11 rounded-full max-md:h-12" />}>
          <PurposePicker purpose={purpose} canManage={canManage} />
        </OnceWanted>
        <OnceWanted when={isSubmitted}>
          <ErrorSummary />
        </OnceWanted>
        <PurposeFields purpose={purpose} apps={apps} onAll={toAll} focusAll={switched} />
      </div>
    );
  }
  return (
    <OnceWanted when fallback={<Skeleton className="h-180 rounded-xl" />} onMissing={back}>
      <AllFields apps={apps} onBack={purpose && back} focused={switched} />
    </OnceWanted>
  );
}

type AsideProps = { apps: readonly FormApp[]; pending: boolean };

/** On phones the picture comes first, and the button stays in reach of the thumb. */
function Aside({ apps, pending }: AsideProps) {
  const app = useFormApp(apps);
  // Typing stays ahead of the drawing.
  const values = useDeferredValue(useFormValues());
  return (
    <div className="flex min-w-0 flex-col gap-4 max-lg:order-first lg:sticky lg:top-9">
      <Preview values={values} appName={app?.name ?? ''} />
      <OnceWanted when fallback={<Skeleton className="h-10" />}>
        <CostNote app={app} />
      </OnceWanted>
      <SubmitBar pending={pending} />
    </div>
  );
}
