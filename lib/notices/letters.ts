import 'server-only';
import { seesWork } from '@/lib/apps/sight';
import { memberActor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Notice, User } from '@/lib/db/generated/client';
import { isUnleasedSql } from '@/lib/db/lease';
import { moment, sql } from '@/lib/db/sql';
import { isLocale, LOCALES } from '@/lib/i18n/locale';
import { linkFromOutside, sendLetters, sendsMail, type Letter } from '@/lib/mail/mail';
import { PAUSES_SECONDS } from '@/lib/webhooks/limits';
import { isNoticeEvent, NOTICE_RULES } from './kinds';
import { noticeTranslator } from './translator';
import { noticeWords } from './words';

const AT_ONCE = 10;
/** Longer than a mail server that answers nothing takes for all of them: after it the process that had them is dead. */
const LEASE_MS = 5 * 60_000;

type Due = Notice & { user: User };

/** Takes letters whose time has come. */
async function claim(): Promise<Due[]> {
  const now = clock.now();
  const claimed = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Notice" AS taken
    SET "mailLeaseExpiresAt" = ${moment(new Date(now.getTime() + LEASE_MS))}, "mailAttempts" = taken."mailAttempts" + 1
    FROM (
      SELECT "id" FROM "Notice"
      WHERE "mailState" = 'WAITING' AND "mailDueAt" <= ${moment(now)}
        AND ${isUnleasedSql(sql`"mailLeaseExpiresAt"`, LEASE_MS, now)}
      ORDER BY "mailDueAt", "id" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE taken."id" = due."id" RETURNING taken."id"`;
  const ids = claimed.map(({ id }) => id);
  return db().notice.findMany({ where: { id: { in: ids } }, include: { user: true } });
}

/** Whether they may still know it: rights can be taken away while a mail server is down. */
function mayKnow({ user, event, miniProgramId }: Due): boolean {
  const actor = memberActor(user);
  if (user.deactivatedAt !== null || !isNoticeEvent(event) || !can(actor, NOTICE_RULES[event].needs))
    return false;
  return miniProgramId === null || seesWork(actor, [miniProgramId]);
}

/** In the language that they have chosen. */
function letterOf(due: Due): Letter | null {
  const { id, event, data, user } = due;
  const t = noticeTranslator(isLocale(user.locale) ? user.locale : LOCALES[0]);
  const words = mayKnow(due) ? noticeWords(event, data, t) : null;
  if (!words || user.email === null) return null;
  const { title: subject, text, href } = words;
  const links = { link: linkFromOutside(href), settings: linkFromOutside('/settings/notices') };
  const messageId = `<${id}@${new URL(linkFromOutside('/')).hostname}>`;
  return { to: user.email, subject, text: t('notices.letter', { text, ...links }), messageId };
}

/** Only the claim that is the latest may write. */
async function settle({ id, mailAttempts }: Due, data: Partial<Pick<Notice, 'mailState' | 'mailDueAt'>>) {
  await db().notice.updateMany({
    where: { id, mailAttempts, mailState: 'WAITING' },
    data: { ...data, mailLeaseExpiresAt: null },
  });
}

/** When a letter that was not taken is tried again: as messages for webhooks are. */
function nextOf({ mailAttempts }: Due): Partial<Pick<Notice, 'mailState' | 'mailDueAt'>> {
  const pause = PAUSES_SECONDS[mailAttempts - 1];
  if (pause === undefined) return { mailState: 'FAILED' };
  return { mailDueAt: new Date(clock.now().getTime() + pause * 1000) };
}

/** Sends the letters whose time has come, each by one process. */
export async function sendNoticeLetters(): Promise<void> {
  if (!sendsMail()) return;
  const written = (await claim()).map((due) => ({ due, letter: letterOf(due) }));
  const letters = written.flatMap(({ letter }) => letter ?? []);
  const taken = letters.length > 0 ? await sendLetters(letters) : [];
  const isTaken = new Map(letters.map((letter, index) => [letter, taken[index] === true]));
  for (const { due, letter } of written) {
    if (!letter) await settle(due, { mailState: 'FAILED' });
    else await settle(due, isTaken.get(letter) ? { mailState: 'DELIVERED' } : nextOf(due));
  }
}

/** No other process can be at work: what a dead one held is free. */
export async function freeNoticeLetters(): Promise<void> {
  await db().notice.updateMany({ where: { mailState: 'WAITING' }, data: { mailLeaseExpiresAt: null } });
}
