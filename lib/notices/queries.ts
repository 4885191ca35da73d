import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { UserActor } from '@/lib/auth/actor';
import { can, requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { NoticeWhereInput } from '@/lib/db/generated/models';
import { NOTICE_KINDS, NOTICE_RULES, NOTICES_SHOWN, type NoticeKind, type NoticeWays } from './kinds';
import type { Locale } from '@/lib/i18n/locale';
import { storedChoicesSchema } from './schema';
import { noticeTranslator } from './translator';
import { noticeWords, type NoticeWords } from './words';

export type NoticeItem = NoticeWords & { id: string; at: Date; isRead: boolean };
export type NoticeList = { items: NoticeItem[]; unread: number };

/** Those of the actor in the bell that they may still see: rights that were taken away take their notices along. */
export function ownNotices(actor: UserActor): NoticeWhereInput {
  const events = NOTICE_KINDS.filter((kind) => can(actor, NOTICE_RULES[kind].needs));
  return {
    ...{ userId: actor.id, inBell: true, event: { in: events } },
    // Prisma takes an empty condition of an OR for one that is never met.
    ...(actor.sees !== 'all' && { AND: { OR: [{ miniProgramId: null }, seenRows(actor)] } }),
  };
}

/** How many in the bell are unread: all that an open page asks for again and again. */
export async function countUnread(actor: UserActor): Promise<number> {
  requirePermission(actor, 'account.manage');
  return db().notice.count({ where: { ...ownNotices(actor), readAt: null } });
}

/** The latest in the bell, newest first, and how many are unread. */
export async function listNotices(actor: UserActor, locale: Locale): Promise<NoticeList> {
  requirePermission(actor, 'account.manage');
  const where = ownNotices(actor);
  const t = noticeTranslator(locale);
  const [rows, unread] = await Promise.all([
    db().notice.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: NOTICES_SHOWN }),
    countUnread(actor),
  ]);
  const items = rows.flatMap(({ id, at, event, data, readAt }): NoticeItem[] => {
    const words = noticeWords(event, data, t);
    return words ? [{ id, at, isRead: readAt !== null, ...words }] : [];
  });
  return { items, unread };
}

/** Of a kind that the actor may be told of. */
export type NoticeChoice = NoticeWays & { kind: NoticeKind };

/** What may be told to the actor, and where it is. */
export async function listNoticeChoices(actor: UserActor): Promise<NoticeChoice[]> {
  requirePermission(actor, 'account.manage');
  const { noticeChoices } = await db().user.findUniqueOrThrow({ where: { id: actor.id } });
  return choicesOf(noticeChoices).filter(({ kind }) => can(actor, NOTICE_RULES[kind].needs));
}

/** Every kind with what was chosen, or else what is by default. */
export function choicesOf(stored: unknown): NoticeChoice[] {
  const chosen = storedChoicesSchema.parse(stored);
  return NOTICE_KINDS.map((kind) => {
    const { bell, mail } = { ...NOTICE_RULES[kind], ...chosen[kind] };
    return { kind, bell, mail };
  });
}
