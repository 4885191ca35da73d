import { useTranslations } from 'next-intl';
import { ROW_FIELDS } from '@/lib/batches/plan/plan';
import type { FieldIssue } from '@/lib/errors';
import { translateIssue } from '@/lib/i18n/issue-text';

/** What is wrong with a row. WeChat's rules name their parameter, our own do not: it is put before them. */
export function useIssueText(): (issue: FieldIssue) => string {
  const t = useTranslations();
  return ({ field, key, values }) => {
    const text = translateIssue({ key, values }, t);
    // `lineColor.r` is a matter of lineColor.
    const known = ROW_FIELDS.find((name) => name === field.split('.', 1)[0]);
    const isNamed = key.startsWith('wechat.') || key === 'batchIssues.duplicate';
    if (isNamed || !known) return text;
    return t('batches.check.fieldIssue', { field: t(`batches.mapping.fields.${known}`), text });
  };
}
