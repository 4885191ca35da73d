'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useController, useFieldArray, useForm, type UseFormReturn } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { PageInput } from '@/components/data/pages/page-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { toast } from '@/components/ui/overlay/toast';
import { declareParametersAction } from '@/lib/apps/parameters/actions';
import { DECLARED_MAX, type DeclaredPage } from '@/lib/apps/parameters/declaration';
import { declaredPagesOptions } from '@/lib/apps/parameters/query-options';
import { applyServerError } from '@/lib/forms/server-error';
import {
  declareFields,
  NEW_PARAMETER,
  toDeclareInput,
  toDeclareValues,
  type DeclareValues,
} from './form-values';
import { ParameterFields } from './parameter-fields';

export type DeclareFormProps = {
  miniProgramId: string;
  /** Null for a page of which nothing is declared yet. */
  declared: DeclaredPage | null;
  onClose: () => void;
};

type Saving = Pick<DeclareFormProps, 'miniProgramId' | 'onClose'>;

/** What follows from what the server said: the page shows it, and forms ask for it anew. */
function useDeclare(form: UseFormReturn<DeclareValues>, { miniProgramId, onClose }: Saving) {
  const t = useTranslations('appPages.declared');
  const reach = useReach();
  const router = useRouter();
  const queries = useQueryClient();
  return form.handleSubmit(async (values) => {
    const { serverError } = await reach(
      declareParametersAction({ id: miniProgramId, values: toDeclareInput(values) }),
    );
    if (serverError) return applyServerError(form, declareFields(values), serverError);
    await queries.invalidateQueries(declaredPagesOptions(miniProgramId));
    router.refresh();
    onClose();
    toast.success(t('saved', { page: values.page }));
  });
}

/** The parameters of one page, in the place where they are shown. */
export function DeclareForm({ miniProgramId, declared, onClose }: DeclareFormProps) {
  const t = useTranslations('appPages.declared');
  const common = useTranslations('common');
  const form = useForm<DeclareValues>({ defaultValues: toDeclareValues(declared) });
  const submit = useDeclare(form, { miniProgramId, onClose });
  const { errors, isSubmitting } = form.formState;
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5" aria-label={declared?.page ?? t('add')}>
        {declared ? (
          <p className="font-mono text-[0.8125rem] font-medium wrap-anywhere">{declared.page}</p>
        ) : (
          <PagePart form={form} miniProgramId={miniProgramId} />
        )}
        {declared && <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('fixed')}</p>}
        <Parameters form={form} />
        <FormError error={errors.root} />
        <div className="flex flex-wrap justify-end gap-2 max-sm:*:flex-1">
          <Button variant="secondary" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" pending={isSubmitting}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </FormProvider>
  );
}

type PartProps = { form: UseFormReturn<DeclareValues> };

function PagePart({ form: { control }, miniProgramId }: PartProps & { miniProgramId: string }) {
  const t = useTranslations('appPages.declared');
  const { field, fieldState } = useController({ control, name: 'page' });
  return (
    <Field label={t('page')} required hint={t('pageHint')} error={fieldState.error?.message}>
      <PageInput
        {...field}
        required
        miniProgramId={miniProgramId}
        onChoose={field.onChange}
        placeholder="pages/table/index"
      />
    </Field>
  );
}

function Parameters({ form: { control } }: PartProps) {
  const t = useTranslations('appPages.declared');
  const { fields, append, remove } = useFieldArray({ control, name: 'parameters', keyName: 'rowId' });
  return (
    <>
      <ol className="flex flex-col gap-4">
        {fields.map(({ rowId, isSaved }, at) => (
          <li key={rowId} className="rounded-lg border border-border p-4">
            <ParameterFields
              at={at}
              onRemove={!isSaved && fields.length > 1 ? () => remove(at) : undefined}
            />
          </li>
        ))}
      </ol>
      {fields.length < DECLARED_MAX && (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => append(NEW_PARAMETER, { focusName: `parameters.${fields.length}.name` })}
        >
          <Plus aria-hidden />
          {t('addParameter')}
        </Button>
      )}
    </>
  );
}
