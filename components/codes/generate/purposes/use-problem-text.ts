'use client';

import { useTranslations } from 'next-intl';
import type { FieldProblem } from '@/lib/purposes/problems';
import type { PurposeField } from '@/lib/purposes/purpose';

/** What is wrong with a field, in a sentence that names it and its limit. */
export function useProblemText(): (field: Pick<PurposeField, 'label'>, problem: FieldProblem) => string {
  const t = useTranslations('purposes.problems');
  return ({ label }, { key, ...values }) =>
    t(key, { label, ...{ characters: '', over: 0, unit: '' }, ...values });
}
