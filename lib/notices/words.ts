import { z } from 'zod';
import { asBackupFailure, type BackupFailure } from '@/lib/backup/kept/failures';
import {
  isOwnFailure,
  shownFailureKey,
  type FailureKey,
  type OwnFailureKey,
} from '@/lib/codes/generate/failure-key';
import type { ErrorKey } from '@/lib/wechat/errcodes';
import { isNoticeEvent, type NoticeEvent } from './kinds';

type TextKey =
  | `notices.told.${NoticeEvent}.title`
  | 'notices.told.batch.finished.text'
  | 'notices.told.batch.finished.failed'
  | 'notices.told.batch.finished.failedTitle'
  | 'notices.told.quota.threshold.text'
  | 'notices.told.token.replaced.text'
  | 'notices.told.pages.gone.text'
  | `codes.detail.failure.${OwnFailureKey}.title`
  | `wechat.errors.${ErrorKey}.title`
  | 'notices.letter'
  | 'webhooks.robot.testText'
  | `system.backups.failures.${BackupFailure}`;

/** next-intl's translator over whole message keys. */
export type TranslateNotice = (key: TextKey, values?: Record<string, string | number>) => string;

type Target =
  | '/quota'
  | '/settings/apps'
  | '/settings/system'
  | `/batches/${string}`
  | `/settings/apps/${string}/pages`;

/** A notice in words, and the page that it leads to. */
export type NoticeWords = { title: string; text: string; href: Target };

/** What a notice holds; of each event a part. What another version wrote may lack any of it. */
const dataSchema = z.object({
  id: z.string().default(''),
  name: z.string().default(''),
  failed: z.number().default(0),
  stoppedBy: z.string().nullable().default(null),
  failureKey: z.string().nullable().default(null),
  failure: z.string().nullable().default(null),
  percent: z.number().default(0),
  used: z.number().default(0),
  limit: z.number().default(0),
  miniProgramId: z.string().default(''),
  pages: z.number().default(0),
  page: z.string().default(''),
});
type Data = z.output<typeof dataSchema>;

const failureText = (key: FailureKey, t: TranslateNotice) =>
  t(isOwnFailure(key) ? `codes.detail.failure.${key}.title` : `wechat.errors.${key}.title`);

type Words = Record<NoticeEvent, (data: Data, t: TranslateNotice) => Pick<NoticeWords, 'text' | 'href'>>;

const WORDS: Words = {
  'batch.finished': ({ id, failed }, t) => ({
    text:
      failed > 0
        ? t('notices.told.batch.finished.failed', { failed })
        : t('notices.told.batch.finished.text'),
    href: `/batches/${id}`,
  }),
  'batch.stopped': ({ id, stoppedBy }, t) => ({
    text: failureText(shownFailureKey(stoppedBy), t),
    href: `/batches/${id}`,
  }),
  'quota.threshold': ({ used, limit }, t) => ({
    text: t('notices.told.quota.threshold.text', { used, limit, left: Math.max(limit - used, 0) }),
    href: '/quota',
  }),
  'connection.failing': ({ failureKey }, t) => ({
    text: failureText(shownFailureKey(failureKey), t),
    href: '/settings/apps',
  }),
  'token.replaced': (_, t) => ({ text: t('notices.told.token.replaced.text'), href: '/settings/apps' }),
  'pages.gone': ({ miniProgramId, pages, page }, t) => ({
    text: t('notices.told.pages.gone.text', { pages, page }),
    href: `/settings/apps/${miniProgramId}/pages`,
  }),
  'backup.failed': ({ failure }, t) => ({
    text: t(`system.backups.failures.${asBackupFailure(failure)}`),
    href: '/settings/system',
  }),
};

/** What a notice says, in the bell, in a letter and in a group alike; null of an event that only another version knew. */
export function noticeWords(event: string, data: unknown, t: TranslateNotice): NoticeWords | null {
  if (!isNoticeEvent(event)) return null;
  const known = dataSchema.parse(data);
  const { name, percent, failed } = known;
  // A batch that ended with failures is no good news.
  const title =
    event === 'batch.finished' && failed > 0
      ? 'notices.told.batch.finished.failedTitle'
      : (`notices.told.${event}.title` as const);
  return { title: t(title, { name, percent }), ...WORDS[event](known, t) };
}
