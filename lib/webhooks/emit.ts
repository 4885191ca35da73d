import 'server-only';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { isNoticeEvent } from '@/lib/notices/kinds';
import { tellPeople } from '@/lib/notices/tell';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { QUOTA_THRESHOLDS, type WebhookEvent } from './limits';

// A webhook that is deleted at the same moment is waited for and left out: without the lock its message would break what happened.

type Emitted = {
  event: WebhookEvent;
  /** The same for the same happening, however often it is told. */
  eventId: string;
  /** Of which Mini Programs; none for all of them. */
  appIds: readonly string[];
  data: Record<string, string | number | boolean | null>;
};

/**
 * Notes what happened for every webhook that wants to know and for the people whom it concerns, in the transaction of what happened.
 * @param makerId of a batch: see `tellPeople`
 */
export async function emit(
  tx: Pick<Tx, '$executeRaw'>,
  { event, eventId, appIds, data }: Emitted,
  makerId: string | null = null,
): Promise<void> {
  const now = moment(clock.now());
  await tx.$executeRaw`
    INSERT INTO "WebhookDelivery" ("id", "webhookId", "eventId", "event", "data", "occurredAt", "dueAt")
    SELECT gen_random_uuid()::text, "id", ${eventId}, ${event}, ${JSON.stringify(data)}::jsonb, ${now}, ${now}
    FROM "Webhook"
    WHERE "offAt" IS NULL AND ${event} = ANY("events")
      AND ("seesAll" OR (${appIds.length > 0} AND ${[...appIds]}::text[] <@ "seenAppIds"))
    FOR KEY SHARE
    ON CONFLICT DO NOTHING`;
  if (!isNoticeEvent(event)) return;
  await tellPeople(tx, { event, eventId, miniProgramId: appIds[0] ?? null, data }, makerId);
}

/** What `noteCodes` reads of a code. */
export const CODE_COLUMNS = sql`code."id", code."miniProgramId", code."batchId", code."name", code."endpoint", code."status",
  code."path", code."page", code."scene", code."failureKey", code."errcode", code."errmsg", code."attempts"`;

/**
 * The end of a statement that has made or failed codes.
 * @param from a relation with CODE_COLUMNS
 */
export function noteCodes(from: Sql): Sql {
  const now = moment(clock.now());
  return sql`
    INSERT INTO "WebhookDelivery" ("id", "webhookId", "eventId", "event", "data", "occurredAt", "dueAt")
    SELECT gen_random_uuid()::text, hook."id", 'code_' || code."id" || '_' || code."attempts", said."event",
      jsonb_build_object('id', code."id", 'miniProgramId', code."miniProgramId", 'batchId', code."batchId",
        'name', code."name", 'endpoint', code."endpoint", 'status', code."status", 'path', code."path", 'page', code."page",
        'scene', code."scene", 'failureKey', code."failureKey", 'errcode', code."errcode", 'errmsg', code."errmsg",
        'url', '/api/v1/codes/' || code."id"),
      ${now}, ${now}
    FROM ${from} AS code
    CROSS JOIN LATERAL (SELECT CASE code."status" WHEN 'READY' THEN 'code.ready' ELSE 'code.failed' END AS "event") AS said
    JOIN "Webhook" AS hook ON hook."offAt" IS NULL AND said."event" = ANY(hook."events")
      AND (hook."seesAll" OR code."miniProgramId" = ANY(hook."seenAppIds"))
    WHERE code."status" IN ('READY', 'FAILED')
    FOR KEY SHARE OF hook
    ON CONFLICT DO NOTHING`;
}

/** Codes that failed before they were sent. */
export async function emitCodes(tx: Pick<Tx, '$executeRaw'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const those = sql`(SELECT ${CODE_COLUMNS} FROM "Code" AS code WHERE code."id" = ANY(${[...ids]}::text[]))`;
  await tx.$executeRaw(noteCodes(those));
}

type Counted = { id: string; name: string; before: number; after: number };

/** Tells of each share of the permanent quota that was reached, once a day at most. */
export async function emitQuota(
  tx: Pick<Tx, '$executeRaw'>,
  { id, name, before, after }: Counted,
): Promise<void> {
  const reached = QUOTA_THRESHOLDS.filter((percent) => {
    const count = (LIMITED_CODES_MAX * percent) / 100;
    return before < count && after >= count;
  });
  const day = clock.now().toISOString().slice(0, 10);
  for (const percent of reached)
    await emit(tx, {
      ...{ event: 'quota.threshold', eventId: `quota_${id}_${percent}_${day}`, appIds: [id] },
      data: { miniProgramId: id, name, percent, used: after, limit: LIMITED_CODES_MAX },
    });
}
