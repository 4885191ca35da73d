'use client';

import { FileJson } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useQueryClient } from '@tanstack/react-query';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { Textarea } from '@/components/ui/form/textarea';
import { toast } from '@/components/ui/overlay/toast';
import { giveAppJsonAction } from '@/lib/apps/pages/actions';
import { APP_JSON_MAX_KB, PAGES_MAX, VERSION_MAX_CHARS } from '@/lib/apps/pages/limits';
import { knownPagesOptions } from '@/lib/apps/pages/query-options';
import { applyServerError } from '@/lib/forms/server-error';

type Values = { text: string; version: string };
const FIELDS = ['text', 'version'] as const;

export type AppJsonFormProps = {
  miniProgramId: string;
  /** It is not the first one. */
  isNext: boolean;
};

/** What follows from what the server said: the page shows the new list, and fields ask for it anew. */
function useGive(form: UseFormReturn<Values>, miniProgramId: string) {
  const t = useTranslations('appPages.form');
  const reach = useReach();
  const router = useRouter();
  const queries = useQueryClient();
  return form.handleSubmit(async (values) => {
    const { data, serverError } = await reach(giveAppJsonAction({ id: miniProgramId, values }));
    if (serverError) return applyServerError(form, FIELDS, serverError);
    if (!data) return;
    form.reset();
    await queries.invalidateQueries(knownPagesOptions(miniProgramId));
    router.refresh();
    toast.success(data.isNew ? t('saved', { pages: data.pages }) : t('unchanged'));
  });
}

/** Takes an app.json as a file or pasted. What a file holds is shown before it is sent. */
export function AppJsonForm({ miniProgramId, isNext }: AppJsonFormProps) {
  const t = useTranslations('appPages.form');
  const form = useForm<Values>({ defaultValues: { text: '', version: '' } });
  const submit = useGive(form, miniProgramId);
  const { errors, isSubmitting } = form.formState;
  const take = async (file: File | undefined) => {
    if (!file) return;
    // What is far too big to be one is not put into a field: its beginning is refused all the same.
    form.setValue('text', await file.slice(0, 2 * APP_JSON_MAX_KB * 1000).text());
    form.clearErrors('text');
  };
  return (
    <Card>
      <CardHeader
        title={t(isNext ? 'titleNext' : 'title')}
        description={t('text')}
        actions={<ChooseFile onChosen={take} />}
      />
      <CardBody>
        <Form onSubmit={submit} className="flex flex-col gap-5">
          <FormError error={errors.root} />
          <Field
            label={t('content')}
            hint={t('contentHint', { size: APP_JSON_MAX_KB, pages: PAGES_MAX })}
            error={errors.text?.message}
            required
          >
            <Textarea
              {...form.register('text')}
              rows={6}
              placeholder='{ "pages": ["pages/index/index"] }'
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="max-h-72 font-mono text-[0.8125rem]"
            />
          </Field>
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-5">
            <Version form={form} />
            <Button type="submit" pending={isSubmitting} className="self-end max-sm:w-full">
              {t('save')}
            </Button>
          </div>
        </Form>
      </CardBody>
    </Card>
  );
}

function Version({ form }: { form: UseFormReturn<Values> }) {
  const t = useTranslations('appPages.form');
  const common = useTranslations('common');
  return (
    <Field
      label={t('version')}
      hint={t('versionHint')}
      optionalLabel={common('optional')}
      error={form.formState.errors.version?.message}
      className="w-full sm:w-72"
    >
      <Input {...form.register('version')} maxLength={VERSION_MAX_CHARS} autoComplete="off" />
    </Field>
  );
}

function ChooseFile({ onChosen }: { onChosen: (file: File | undefined) => void }) {
  const t = useTranslations('appPages.form');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('choose')}
        accept=".json,application/json"
        onChange={({ target }) => {
          onChosen(target.files?.[0]);
          // The same file, mended meanwhile, may be chosen again.
          target.value = '';
        }}
      />
      <Button variant="secondary" onClick={() => input.current?.click()}>
        <FileJson aria-hidden />
        {t('choose')}
      </Button>
    </>
  );
}
