'use client';

import { useTranslations } from 'next-intl';
import type { BulkProgress } from '@/lib/bulk/kinds';
import { CODE_NAME_MAX_CHARS } from '@/lib/codes/limits';

const FAILED_TEXTS = ['rename', 'delete', 'retry', 'promote', 'retarget'] as const;

/** What became of an action, in words. */
export function useBulkTexts() {
  const t = useTranslations('bulk');

  const done = ({ kind, state, changed, isUndo, isPlan }: BulkProgress): string => {
    if (isUndo) return t('undone', { action: t(`names.${kind}`), count: changed });
    if (state === 'STOPPED') return t('stopped', { action: t(`names.${kind}`), count: changed });
    if (changed === 0) return t('nothing');
    return isPlan ? t('planned', { count: changed }) : t(`done.${kind}`, { count: changed });
  };

  /** Of those that stand on paper; undefined when there are none. */
  const printed = ({ printed: count = 0 }: BulkProgress): string | undefined =>
    count === 0 ? undefined : t('printed', { count });

  /** Of those that could not be changed; undefined when there are none. */
  const failed = ({ kind, failed: count, isUndo }: BulkProgress): string | undefined => {
    if (count === 0) return undefined;
    const known = isUndo ? undefined : FAILED_TEXTS.find((text) => text === kind);
    return t(`failed.${known ?? 'other'}`, { count, max: CODE_NAME_MAX_CHARS });
  };

  /** What is at work. */
  const title = ({ kind, total, isUndo }: BulkProgress): string => {
    const action = t(`names.${kind}`);
    return isUndo ? t('running.undoTitle', { action }) : t('running.title', { action, total });
  };

  return { done, failed, printed, title };
}
