'use client';

import { useTranslations } from 'next-intl';
import type { FieldProblem } from '@/lib/purposes/problems';
import type { PurposeField } from '@/lib/purposes/purpose';

/** Those that people type and cannot see; whatever else cannot be seen is `unseen`. */
const BLANKS = { ' ': 'space', '\u3000': 'wideSpace', '\t': 'tab', '\n': 'lineBreak' } as const;
const isBlank = (character: string): character is keyof typeof BLANKS => character in BLANKS;

function blankOf(character: string) {
  if (isBlank(character)) return BLANKS[character];
  return /[\p{C}\p{Z}]/u.test(character) ? 'unseen' : 'none';
}

/** What is wrong with a field, in a sentence that names it and its limit. */
export function useProblemText(): (field: Pick<PurposeField, 'label'>, problem: FieldProblem) => string {
  const t = useTranslations();
  return ({ label }, problem) => {
    const named = 'characters' in problem ? problem.characters : [];
    const characters = named
      .map((character) => t('purposes.problems.character', { character, blank: blankOf(character) }))
      .join(t('common.comma'));
    return t(`purposes.problems.${problem.key}`, { label, over: 0, unit: '', ...problem, characters });
  };
}
