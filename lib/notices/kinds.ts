import type { Permission } from '@/lib/auth/permissions';
import type { WebhookEvent } from '@/lib/webhooks/limits';

/** What people are told of. `batch.others` is the end, or the stop, of a batch that somebody else or a program has started. */
export const NOTICE_KINDS = [
  'batch.stopped',
  'batch.finished',
  'batch.others',
  'quota.threshold',
  'connection.failing',
  'token.replaced',
  'pages.gone',
  'backup.failed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What happens and is told; a notice keeps this, and not the kind by which it was chosen. */
export type NoticeEvent = Exclude<NoticeKind, 'batch.others'> & WebhookEvent;

export const isNoticeEvent = (event: string): event is NoticeEvent =>
  event !== 'batch.others' && NOTICE_KINDS.some((kind) => kind === event);

/** Where somebody is told. */
export const NOTICE_WAYS = ['bell', 'mail'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];
export type NoticeWays = Record<NoticeWay, boolean>;

/** Who may be told, and where they are until they choose otherwise: whatever keeps people from working is worth a letter. */
export const NOTICE_RULES: Record<NoticeKind, NoticeWays & { needs: Permission }> = {
  'batch.stopped': { needs: 'batches.read', bell: true, mail: true },
  'batch.finished': { needs: 'batches.read', bell: true, mail: false },
  'batch.others': { needs: 'batches.read', bell: false, mail: false },
  'quota.threshold': { needs: 'quota.read', bell: true, mail: true },
  'connection.failing': { needs: 'apps.manage', bell: true, mail: true },
  'token.replaced': { needs: 'apps.manage', bell: true, mail: false },
  'pages.gone': { needs: 'codes.write', bell: true, mail: false },
  'backup.failed': { needs: 'system.manage', bell: true, mail: true },
};

export const NOTICES_SHOWN = 50;
export const NOTICE_KEPT_DAYS = 60;
