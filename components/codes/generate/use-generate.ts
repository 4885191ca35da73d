'use client';

import { useReach } from '@/components/data/use-reach';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useForm, type Resolver } from 'react-hook-form';
import { PATH_MAX_BYTES } from '@/lib/wechat/rules/limits';
import { generateCodeAction } from '@/lib/codes/actions';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { FORM_FIELDS, toInput, type FormApp, type GenerateFormValues } from './form-values';

/** The server sees what `toInput` makes of the form; only an empty width must not turn into the default unnoticed. */
function toChecked(values: GenerateFormValues) {
  return { ...toInput(values), width: values.width };
}

async function loadGenerateSchema(pathMaxBytes: number) {
  const [{ generateCodeSchema }, { z }] = await Promise.all([
    import('@/lib/codes/generate/schema'),
    import('zod'),
  ]);
  return z.preprocess(toChecked, generateCodeSchema(pathMaxBytes));
}

/** The form and what its button does. The limit of `path` follows the Mini Program that is chosen. */
export function useGenerate(apps: readonly FormApp[], defaultValues: GenerateFormValues) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const [existingId, setExistingId] = useState<string | null>(null);
  const [leaving, startLeaving] = useTransition();

  const resolver: Resolver<GenerateFormValues, unknown, GenerateFormValues> = (values, context, options) => {
    const app = apps.find(({ id }) => id === values.miniProgramId);
    const loadSchema = () => loadGenerateSchema(app?.pathMaxBytes ?? PATH_MAX_BYTES);
    return translatedResolver<GenerateFormValues>(loadSchema, t)(values, context, options);
  };
  const form = useForm({ resolver, defaultValues, mode: 'onTouched' });

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(generateCodeAction(toInput(values)));
    if (result.serverError) return applyServerError(form, FORM_FIELDS, result.serverError);
    if (!result.data) return;
    const { outcome, codeId } = result.data;
    if (outcome === 'existing') return setExistingId(codeId);
    startLeaving(() => {
      router.push(`/codes/${codeId}`);
      // The frame shows how much of the quota is left, and it stays mounted.
      router.refresh();
    });
  });

  return {
    form,
    submit,
    pending: form.formState.isSubmitting || leaving,
    existingId,
    closeExisting: () => setExistingId(null),
  };
}
