'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useForm, type Resolver } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { PATH_MAX_BYTES } from '@/lib/wechat/rules/limits';
import { generateCodeAction } from '@/lib/codes/actions';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import type { Purpose } from '@/lib/purposes/purpose';
import type { Existing } from './existing-dialog';
import { formFields, pathLimit, type FormApp, type GenerateFormValues } from './form-values';
import { toInput } from './to-input';
import { placeErrors } from './purposes/place-errors';
import { useProblemText } from './purposes/use-problem-text';

export type FormChoices = { apps: readonly FormApp[]; purposes: readonly Purpose[] };

async function loadGenerateSchema(pathMaxBytes: number, purpose: Purpose | undefined) {
  const [{ generateCodeSchema }, { z }] = await Promise.all([
    import('@/lib/codes/generate/schema'),
    import('zod'),
  ]);
  // The server sees what `toInput` makes of the form; only an empty width must not turn into the default unnoticed.
  const toChecked = (values: GenerateFormValues) => ({ ...toInput(values, purpose), width: values.width });
  return z.preprocess(toChecked, generateCodeSchema(pathMaxBytes));
}

/** What was to be made, where the code that there is bears another name: a table of another shop, usually. */
function otherThan(
  known: string,
  values: GenerateFormValues,
  purpose: Purpose | undefined,
): Existing['other'] {
  const { name, view, fields } = values;
  if (name === '' || name === known) return null;
  const asked = view === 'purpose' ? (purpose?.fields ?? []) : [];
  const empty = asked.filter(({ key, parameter }) => parameter !== null && !fields[key]?.trim());
  return { name, empty: empty.map(({ label }) => label) };
}

/** The form and what its button does. The limit of `path` follows the Mini Program that is chosen. */
export function useGenerate({ apps, purposes }: FormChoices, defaultValues: GenerateFormValues) {
  const t = useTranslations();
  const problemText = useProblemText();
  const router = useRouter();
  const reach = useReach();
  const [existing, setExisting] = useState<Existing | null>(null);
  const [leaving, startLeaving] = useTransition();

  const purposeOf = ({ purpose }: GenerateFormValues) => purposes.find(({ key }) => key === purpose);
  const place = (texts: Record<string, string>, values: GenerateFormValues) => {
    const app = apps.find(({ id }) => id === values.miniProgramId);
    const pathMaxBytes = pathLimit(values.endpoint, app);
    return placeErrors(texts, values, { purpose: purposeOf(values), pathMaxBytes, problemText });
  };
  const resolver: Resolver<GenerateFormValues, unknown, GenerateFormValues> = (values, context, options) => {
    const app = apps.find(({ id }) => id === values.miniProgramId);
    const loadSchema = () => loadGenerateSchema(app?.pathMaxBytes ?? PATH_MAX_BYTES, purposeOf(values));
    return translatedResolver<GenerateFormValues>(loadSchema, t, place)(values, context, options);
  };
  const form = useForm({ resolver, defaultValues, mode: 'onTouched' });

  const submit = form.handleSubmit(async (values) => {
    const purpose = purposeOf(values);
    const result = await reach(generateCodeAction(toInput(values, purpose)));
    if (result.serverError) {
      const fields = place(result.serverError.fields, values);
      return applyServerError(form, formFields(purpose), { ...result.serverError, fields });
    }
    if (!result.data) return;
    const { codeId } = result.data;
    if (result.data.outcome === 'existing') {
      const { existing: known } = result.data;
      return setExisting({ codeId, ...known, other: otherThan(known.name, values, purpose) });
    }
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
    existing,
    closeExisting: () => setExisting(null),
  };
}
