import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { moment, sql } from '@/lib/db/sql';

/** As many as one statement asks for: their JSON stays around a megabyte, and far below a hundred at its longest. */
const ROWS_AT_A_TIME = 2_000;

/** What is looked for, under a number of the caller. */
export type Lead = { row: number; page: string; parameters: [string, string][] };

export type LeadingCode = Pick<Code, 'id' | 'name' | 'fingerprint'> & { scene: string };

/**
 * The live codes of a Mini Program that lead to these targets at a moment, the oldest first, by the number of what is looked
 * for. One that is paused leads nowhere, one with rules not everybody, and one in the
 * trash is none; what is planned has not begun.
 */
export async function findLeading(
  reader: Pick<Tx, '$queryRaw'>,
  { miniProgramId, at }: { miniProgramId: string; at: Date },
  leads: readonly Lead[],
): Promise<Map<number, LeadingCode[]>> {
  const found = new Map<number, LeadingCode[]>();
  for (let from = 0; from < leads.length; from += ROWS_AT_A_TIME) {
    const wanted = JSON.stringify(leads.slice(from, from + ROWS_AT_A_TIME));
    // In this order whatever the statistics say: from the hashes, and not from all codes of the Mini Program.
    const rows = await reader.$queryRaw<(LeadingCode & { row: number })[]>(sql`
      WITH "wanted" AS MATERIALIZED (
        SELECT w.*, md5(w."page" || chr(10) || w."parameters"::text) AS "hash"
        FROM jsonb_to_recordset(${wanted}::jsonb) AS w ("row" int, "page" text, "parameters" jsonb)
      ), "leading" AS MATERIALIZED (
        SELECT t."key", t."contentHash", t."page", t."parameters" FROM "LiveTarget" t
        WHERE t."contentHash" = ANY(ARRAY(SELECT "hash" FROM "wanted"))
          AND t."startsAt" <= ${moment(at)} AND NOT t."isPaused" AND t."rules" = '[]'::jsonb
          AND NOT EXISTS (
            SELECT 1 FROM "LiveTarget" n
            WHERE n."key" = t."key" AND n."startsAt" <= ${moment(at)} AND (n."startsAt", n."id") > (t."startsAt", t."id")
          )
      )
      SELECT w."row", c."id", c."name", c."scene", c."fingerprint"
      FROM "leading" t
      JOIN "wanted" w ON w."hash" = t."contentHash" AND w."page" = t."page" AND w."parameters" = t."parameters"
      JOIN "LiveCode" l ON l."key" = t."key"
      JOIN "Code" c ON c."id" = l."codeId" AND c."scene" = l."key"
      WHERE c."miniProgramId" = ${miniProgramId} AND c."deletedAt" IS NULL
        AND c."status" IN ('READY', 'GENERATING', 'QUEUED')
      ORDER BY c."id"`);
    for (const { row, ...code } of rows) found.set(row, [...(found.get(row) ?? []), code]);
  }
  return found;
}
