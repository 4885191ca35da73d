'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { FormProvider, useFormContext, useWatch } from 'react-hook-form';
import { AppField } from '@/components/codes/generate/fields/app-field';
import type { FormApp } from '@/components/codes/generate/form-values';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { submitOnShortcut } from '@/components/layout/keys/submit-on-shortcut';
import { thumbBar, thumbRoom } from '@/components/layout/thumb-bar';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { BATCH_NAME_MAX_CHARS } from '@/lib/batches/limits';
import type { CreateValues } from './create-values';
import { FileSource } from './file-source';
import { MethodField } from './method-field';
import { PasteSource } from './paste-source';
import { useCreateDraft, type CreateStart } from './use-create-draft';

const SequenceSource = lazy(() =>
  import('./sequence-source').then((room) => ({ default: room.SequenceSource })),
);

export type CreateFormProps = { apps: readonly FormApp[]; start: CreateStart };

/** A table from one of three places; what its columns mean comes next. */
export function CreateForm({ apps, start }: CreateFormProps) {
  const t = useTranslations('batches.create');
  const { form, submit, pending } = useCreateDraft(start);
  const { root } = form.formState.errors;
  return (
    <FormProvider {...form}>
      <Form
        onSubmit={pending ? (event) => event.preventDefault() : submit}
        onKeyDown={submitOnShortcut}
        className={cn('max-w-4xl', thumbRoom)}
      >
        <Card>
          <CardBody className="flex flex-col gap-6 py-6">
            {start.from && <Alert>{t('settingsFrom', { name: start.from.name })}</Alert>}
            <MethodField />
            <SourceFields />
            <div className="grid items-start gap-6 border-t border-border pt-6 sm:grid-cols-2">
              <AppField
                apps={apps}
                onChoose={(id) =>
                  form.setValue('miniProgramId', id, {
                    shouldDirty: true,
                    shouldValidate: form.formState.isSubmitted,
                  })
                }
              />
              <NameField />
            </div>
            {root && (
              <Alert tone="danger" role="alert">
                {root.message}
              </Alert>
            )}
            <div className={cn('flex', thumbBar)}>
              <Button
                type="submit"
                size="lg"
                pending={pending}
                className="max-lg:flex-1 lg:ms-auto"
                aria-keyshortcuts={ariaKeys('submit')}
              >
                {pending ? t('pending') : t('next')}
                {!pending && <ArrowRight aria-hidden />}
                {!pending && <ShortcutKeys id="submit" className="max-lg:hidden" />}
              </Button>
            </div>
          </CardBody>
        </Card>
      </Form>
    </FormProvider>
  );
}

function SourceFields() {
  const method = useWatch<CreateValues, 'method'>({ name: 'method' });
  if (method === 'file') return <FileSource />;
  if (method === 'paste') return <PasteSource />;
  return (
    <OnceWanted when>
      <SequenceSource />
    </OnceWanted>
  );
}

function NameField() {
  const t = useTranslations('batches.create');
  const common = useTranslations('common');
  const { register, formState } = useFormContext<CreateValues>();
  return (
    <Field
      label={t('name')}
      optionalLabel={common('optional')}
      hint={t('nameHint')}
      error={formState.errors.name?.message}
    >
      <Input {...register('name')} maxLength={BATCH_NAME_MAX_CHARS} autoComplete="off" />
    </Field>
  );
}
