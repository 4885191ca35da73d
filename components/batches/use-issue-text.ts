import { useTranslations } from 'next-intl';
import { ROW_FIELDS } from '@/lib/batches/plan/plan';
import type { FieldIssue, IssueTextKey } from '@/lib/errors';
import { translateIssue } from '@/lib/i18n/issue-text';

const OF_ROWS: IssueTextKey[] = [
  'batchIssues.duplicate',
  'batchIssues.duplicates',
  'batchIssues.duplicateNamed',
  'batchIssues.duplicatesNamed',
  'batchIssues.mendRepeats',
  'batchIssues.mendsRepeat',
];

/** Whether the text says by itself what it is about. */
const isWhole = (key: IssueTextKey) => key.startsWith('wechat.') || OF_ROWS.includes(key);

/** What is wrong with a row. WeChat's rules name their parameter, our own do not: it is put before them. */
export function useIssueText(): (issue: FieldIssue) => string {
  const t = useTranslations();
  return ({ field, key, values }) => {
    const text = translateIssue({ key, values }, t);
    // `lineColor.r` is a matter of lineColor.
    const known = ROW_FIELDS.find((name) => name === field.split('.', 1)[0]);
    if (isWhole(key) || !known) return text;
    return t('batches.check.fieldIssue', { field: t(`batches.mapping.fields.${known}`), text });
  };
}
