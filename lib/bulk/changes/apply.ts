import 'server-only';
import type { Visit } from '@/lib/bulk/walk';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { empty, moment, sql } from '@/lib/db/sql';
import type { Change } from './change';
import { keeping } from './keep';

export type Tally = { changed: number; failed: number };

/**
 * Changes codes in one statement, and keeps what they were. Whatever the number of codes the database does the work: a
 * list that waits behind it waits for one statement.
 * @param keepFor the action that can be undone by what is kept, and that the history of its codes shows; null for an undo
 */
export async function applyChange(
  tx: Tx,
  { visits, change, keepFor }: { visits: Visit[]; change: Change; keepFor: string | null },
): Promise<Tally> {
  if (visits.length === 0) return { changed: 0, failed: 0 };
  const { wanted, refused, keep, set, name } = change;
  const kept = keeping(keepFor, sql`(SELECT * FROM "seen" WHERE NOT "refused")`);
  const named = name
    ? sql`, "rows" AS (
          UPDATE "BatchRow" AS r SET "name" = ${name}
          FROM "seen" AS v WHERE r."codeId" = v."id" AND NOT v."refused" AND r."name" = v."keep" ->> 'name'
        )`
    : empty;
  const [tally] = await tx.$queryRaw<Tally[]>`
    WITH "seen" AS (
      SELECT c."id", v."name", v."was", ${keep} AS "keep", (${refused}) AS "refused"
      FROM json_to_recordset(${JSON.stringify(visits)}::json) AS v("id" text, "name" text, "was" jsonb)
      JOIN "Code" AS c ON c."id" = v."id"
      WHERE ${wanted}
      FOR UPDATE OF c
    ), "done" AS (
      UPDATE "Code" AS c SET ${set}, "updatedAt" = ${moment(clock.now())}
      FROM "seen" AS v WHERE c."id" = v."id" AND NOT v."refused"
    ) ${named} ${kept}
    SELECT count(*) FILTER (WHERE NOT "refused")::int AS "changed", count(*) FILTER (WHERE "refused")::int AS "failed"
    FROM "seen"`;
  return tally ?? { changed: 0, failed: 0 };
}
