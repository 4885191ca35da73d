import 'server-only';
import { PERMISSIONS } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { sendsMail } from '@/lib/mail/mail';
import { NOTICE_RULES, type NoticeEvent, type NoticeKind } from './kinds';

type Told = {
  event: NoticeEvent;
  /** The same for the same happening, however often it is told. */
  eventId: string;
  /** Null for what is of the installation. */
  miniProgramId: string | null;
  data: Record<string, string | number | boolean | null>;
};

/** By which kind somebody has chosen it, and who these are. */
type Readers = { kind: NoticeKind; whom: Sql };

/** Notes it for those of `whom` who may know it and have not chosen otherwise. */
async function note(tx: Pick<Tx, '$executeRaw'>, told: Told, { kind, whom }: Readers): Promise<void> {
  const { event, eventId, miniProgramId, data } = told;
  const { needs, bell, mail } = NOTICE_RULES[kind];
  const now = moment(clock.now());
  const chosen = (way: string, byDefault: boolean) =>
    sql`COALESCE(("noticeChoices"->${kind}::text->>${way}::text)::boolean, ${byDefault})`;
  // A member who is removed at the same moment is waited for and left out, as in lib/webhooks/emit.ts.
  await tx.$executeRaw`
    INSERT INTO "Notice" ("id", "userId", "eventId", "event", "data", "miniProgramId", "at", "inBell", "mailState", "mailDueAt")
    SELECT gen_random_uuid()::text, "id", ${eventId}, ${event}, ${JSON.stringify(data)}::jsonb, ${miniProgramId}, ${now},
      "inBell", CASE WHEN "byMail" THEN 'WAITING'::"DeliveryState" END, CASE WHEN "byMail" THEN ${now} END
    FROM (
      SELECT "id", ${chosen('bell', bell)} AS "inBell",
        ${sendsMail()} AND "email" IS NOT NULL AND ${chosen('mail', mail)} AS "byMail"
      FROM "User"
      WHERE ${whom} AND "deactivatedAt" IS NULL AND "role"::text = ANY(${[...PERMISSIONS[needs]]}::text[])
        AND ("role" = 'ADMIN' OR "seesAll" OR ${miniProgramId}::text = ANY("seenAppIds"))
      FOR KEY SHARE
    ) AS "reader"
    WHERE "inBell" OR "byMail"
    ON CONFLICT DO NOTHING`;
}

/**
 * Tells people of what happened, in its transaction.
 * @param makerId of a batch: whose it is, who hears of it otherwise than everybody else; null where nobody has started it
 */
export async function tellPeople(
  tx: Pick<Tx, '$executeRaw'>,
  told: Told,
  makerId: string | null = null,
): Promise<void> {
  const { event } = told;
  if (event !== 'batch.finished' && event !== 'batch.stopped')
    return note(tx, told, { kind: event, whom: sql`TRUE` });
  await note(tx, told, { kind: event, whom: sql`"id" = ${makerId}` });
  await note(tx, told, { kind: 'batch.others', whom: sql`"id" IS DISTINCT FROM ${makerId}` });
}
