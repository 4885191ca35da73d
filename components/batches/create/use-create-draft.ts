'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useForm, type Path } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { adoptPlanAction, createDraftAction } from '@/lib/batches/actions';
import { FILE_MAX_BYTES } from '@/lib/batches/limits';
import { applyServerError } from '@/lib/forms/server-error';
import { nextSeries, toSource, type CreateValues } from './create-values';

export type CreateStart = {
  miniProgramId: string;
  /** A batch whose mapping and settings the new one takes over. */
  from: { id: string; name: string } | null;
};

const MEGABYTE = 1024 * 1024;
const SERIES_PARTS = ['name', 'prefix', 'start', 'count', 'step', 'pad', 'suffix'] as const;

/** The names under which an error may come back from the server. */
function fieldsOf({ series }: CreateValues): Path<CreateValues>[] {
  const parts = series.flatMap((_, index) => SERIES_PARTS.map((part) => `series.${index}.${part}` as const));
  return ['file', 'text', 'series', ...parts, 'name', 'miniProgramId'];
}

/** What needs no server to be told: nothing was put in, or too much. */
function useLocalProblem() {
  const t = useTranslations('batches');
  return ({ method, file, text }: CreateValues): { field: 'file' | 'text'; message: string } | null => {
    if (method === 'paste')
      return text.trim() === '' ? { field: 'text', message: t('paste.required') } : null;
    if (method !== 'file') return null;
    if (!file) return { field: 'file', message: t('file.required') };
    if (file.size <= FILE_MAX_BYTES) return null;
    return { field: 'file', message: t('file.tooBig', { max: FILE_MAX_BYTES / MEGABYTE }) };
  };
}

/** The form of a new batch and what its button does. */
export function useCreateDraft(start: CreateStart) {
  const t = useTranslations('batches');
  const reach = useReach();
  const router = useRouter();
  const [leaving, startLeaving] = useTransition();
  const localProblem = useLocalProblem();
  const form = useForm<CreateValues>({
    defaultValues: {
      miniProgramId: start.miniProgramId,
      name: '',
      method: 'file',
      file: null,
      text: '',
      series: [nextSeries(t('sequence.column'))],
    },
  });

  const submit = form.handleSubmit(async (values) => {
    const problem = localProblem(values);
    if (problem) return form.setError(problem.field, { message: problem.message }, { shouldFocus: true });
    const source = toSource(values);
    if (!source) return form.setError('series', { message: t('sequence.incomplete') });
    const { miniProgramId, name } = values;
    const result = await reach(createDraftAction({ miniProgramId, name, source }));
    if (result.serverError) return applyServerError(form, fieldsOf(values), result.serverError);
    const batchId = result.data;
    if (!batchId) return;
    // Without the earlier settings there is still a first guess to go on with.
    if (start.from) await adoptPlanAction({ batchId, fromBatchId: start.from.id }).catch(() => null);
    startLeaving(() => router.push(`/batches/${batchId}`));
  });

  return { form, submit, pending: form.formState.isSubmitting || leaving };
}
