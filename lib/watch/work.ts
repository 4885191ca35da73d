import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';

const workSchema = z.object({
  rows: z.number(),
  codes: z.number(),
  exports: z.number(),
  bulks: z.number(),
  databaseBytes: z.number(),
  workerSilentSeconds: z.number().nullable(),
});
export type Work = z.output<typeof workSchema>;

/** Work that waits or runs; each of these is found by an index, however many are done. */
export async function readWork(): Promise<Work> {
  const [work] = await db().$queryRaw<unknown[]>`
    SELECT (SELECT count(*)::float8 FROM "BatchRow" AS r JOIN "Batch" AS b ON b."id" = r."batchId"
        WHERE b."state" = 'RUNNING' AND r."codeId" IS NULL AND r."purgedAt" IS NULL
          AND r."verdict" IN ('new', 'reused')) AS "rows",
      (SELECT count(*)::float8 FROM "Code" WHERE "status" IN ('QUEUED', 'GENERATING')) AS "codes",
      (SELECT count(*)::float8 FROM "Export" WHERE "state" = 'RUNNING') AS "exports",
      (SELECT count(*)::float8 FROM "Bulk" WHERE "state" = 'RUNNING') AS "bulks",
      pg_database_size(current_database())::float8 AS "databaseBytes",
      (SELECT extract(epoch FROM (now() AT TIME ZONE 'utc') - "workerSeenAt")::float8 FROM "Installation")
        AS "workerSilentSeconds"`;
  return workSchema.parse(work);
}
