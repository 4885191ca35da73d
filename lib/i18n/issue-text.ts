import type { FieldIssue, IssueTextKey, IssueValues } from '@/lib/errors';

/** next-intl's translator over whole message keys (`useTranslations()`, `getTranslations()` without a namespace). */
export type TranslateIssue = (key: IssueTextKey, values?: IssueValues) => string;

/** The first issue of each field as text; what has to be filled in is called by its name. */
export function translateIssues(issues: FieldIssue[], t: TranslateIssue): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { field, key, values } of issues)
    texts[field] ??= t(key, { field: field.split('.').at(-1) ?? '', ...values });
  return texts;
}
