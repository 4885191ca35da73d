import 'server-only';
import { clock } from '@/lib/clock';
import type { Db, Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { sql } from '@/lib/db/sql';
import { CODE_COLUMNS, noteCodes } from '@/lib/webhooks/emit';
import type { MadeResult, UnmadeResult } from './result';

/** What an attempt left of the 100,000 to its code: null where nothing changes. */
type Cost = Pick<Code, 'quotaCost' | 'quotaCountAfter'> | null;

/** The columns of a code whose call is over, by their names. What is left out and not said below stays as it was. */
export type Final = Pick<Code, 'id' | 'attempts' | 'status'> & Partial<Code>;

/** @returns null when nothing was stored because the row was claimed anew */
export function finalOfMade({ code, picture }: MadeResult, cost: Cost): Final | null {
  const { id, attempts } = code;
  if (picture === 'late') return null;
  if (picture === 'failed')
    return { id, attempts, status: 'FAILED', failureReason: 'storage', failureKey: 'storage', ...cost };
  return { id, attempts, status: 'READY', generatedAt: clock.now(), ...picture, ...cost };
}

export function finalOfUnmade({ code, outcome, failureKey }: UnmadeResult, cost: Cost): Final {
  const failed = { id: code.id, attempts: code.attempts, status: 'FAILED' as const, failureKey, ...cost };
  if (outcome.kind === 'refused') {
    const { errcode, errmsg, rid } = outcome;
    return { ...failed, failureReason: 'refused', errcode, errmsg, rid };
  }
  return { ...failed, failureReason: outcome.sent ? outcome.reason : 'notSent', errmsg: outcome.detail };
}

/**
 * Ends the attempts of any number of codes in one statement, which also notes them for webhooks. A row that was claimed anew
 * since, or ended already, stays as it is. A code that is ready takes the place of the one that it replaces: that one is
 * archived, and where it stood in a batch stands the new one under its own name, so that the batch's files and prints have it.
 * A release code that is ready takes the key of a live code that was tried with the same scene: what happens to a code happens
 * to its key, and the one for testing is thrown away one day.
 */
export async function writeFinals(tx: Pick<Tx, '$executeRaw'> | Db, finals: readonly Final[]): Promise<void> {
  if (finals.length === 0) return;
  await tx.$executeRaw`
    WITH "settled" AS (
    UPDATE "Code" AS code SET
      "status" = final."status", "leaseExpiresAt" = NULL, "updatedAt" = ${clock.now()},
      "failureReason" = final."failureReason", "failureKey" = final."failureKey",
      "errcode" = final."errcode", "errmsg" = final."errmsg", "rid" = final."rid",
      "imageKey" = coalesce(final."imageKey", code."imageKey"),
      "imageType" = coalesce(final."imageType", code."imageType"),
      "imageWidthPx" = coalesce(final."imageWidthPx", code."imageWidthPx"),
      "imageHeightPx" = coalesce(final."imageHeightPx", code."imageHeightPx"),
      "imageBytes" = coalesce(final."imageBytes", code."imageBytes"),
      "imageSha256" = coalesce(final."imageSha256", code."imageSha256"),
      "generatedAt" = coalesce(final."generatedAt", code."generatedAt"),
      "batchId" = CASE WHEN final."status" = 'READY' AND code."replacesId" IS NOT NULL
        THEN coalesce((SELECT old."batchId" FROM "Code" AS old WHERE old."id" = code."replacesId"), code."batchId")
        ELSE code."batchId" END,
      "quotaCost" = coalesce(final."quotaCost", code."quotaCost"),
      "quotaCountAfter" =
        CASE WHEN final."quotaCost" IS NULL THEN code."quotaCountAfter" ELSE final."quotaCountAfter" END
    FROM json_populate_recordset(NULL::"Code", ${JSON.stringify(finals)}::json) AS final
    WHERE code."id" = final."id" AND code."attempts" = final."attempts" AND code."status" = 'GENERATING'
    RETURNING ${CODE_COLUMNS}, code."replacesId", code."envVersion"
    ), "replacement" AS (
      SELECT "id", "replacesId", "name" FROM "settled" WHERE "status" = 'READY' AND "replacesId" IS NOT NULL
    ), "put_away" AS (
      UPDATE "Code" AS old SET "archivedAt" = coalesce("archivedAt", ${clock.now()}), "updatedAt" = ${clock.now()},
        "batchId" = NULL
      FROM "replacement" WHERE old."id" = "replacement"."replacesId"
    ), "in_batches" AS (
      UPDATE "BatchRow" AS "row" SET "codeId" = "replacement"."id", "name" = "replacement"."name"
      FROM "replacement" WHERE "row"."codeId" = "replacement"."replacesId"
    ), "keys" AS (
      UPDATE "LiveCode" AS live SET "codeId" = "settled"."id"
      FROM "settled"
      WHERE live."key" = "settled"."scene" AND "settled"."status" = 'READY' AND "settled"."envVersion" = 'release'
        AND EXISTS (
          SELECT 1 FROM "Code" AS tried
          WHERE tried."id" = live."codeId" AND tried."id" <> "settled"."id"
            AND tried."miniProgramId" = "settled"."miniProgramId"
            AND (tried."envVersion" <> 'release' OR tried."deletedAt" IS NOT NULL)
        )
    )
    ${noteCodes(sql`"settled"`)}`;
}
