'use client';

import { useTranslations } from 'next-intl';
import { characterWords } from '@/lib/i18n/character-words';
import type { FieldProblem } from '@/lib/purposes/problems';
import type { PurposeField } from '@/lib/purposes/purpose';

/** What is wrong with a field, in a sentence that names it and its limit. */
export function useProblemText(): (field: Pick<PurposeField, 'label'>, problem: FieldProblem) => string {
  const t = useTranslations();
  return ({ label }, problem) => {
    const characters = 'characters' in problem ? characterWords(problem.characters, t) : '';
    return t(`purposes.problems.${problem.key}`, { label, over: 0, unit: '', ...problem, characters });
  };
}
