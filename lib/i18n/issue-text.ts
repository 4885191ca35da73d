import type { FieldIssue, IssueTextKey, IssueValues } from '@/lib/errors';
import { characterWords, type CharacterTextKey } from './character-words';

/** next-intl's translator over whole message keys (`useTranslations()`, `getTranslations()` without a namespace). */
export type TranslateIssue = (key: IssueTextKey | CharacterTextKey, values?: IssueValues) => string;

/** What is wrong as text. Characters that are refused are named in words: between quotes, a space is nothing. */
export function translateIssue({ key, values }: Omit<FieldIssue, 'field'>, t: TranslateIssue): string {
  const { characters } = values;
  if (typeof characters !== 'string') return t(key, values);
  return t(key, { ...values, characters: characterWords(characters, t) });
}

/** The first issue of each field as text; what has to be filled in is called by its name. */
export function translateIssues(issues: FieldIssue[], t: TranslateIssue): Record<string, string> {
  // A field that somebody calls `toString` is one like others.
  const texts = new Map<string, string>();
  for (const { field, key, values } of issues) {
    const named = { field: field.split('.').at(-1) ?? '', ...values };
    if (!texts.has(field)) texts.set(field, translateIssue({ key, values: named }, t));
  }
  return Object.fromEntries(texts);
}
