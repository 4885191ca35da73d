import 'server-only';
import { db } from '@/lib/db/client';

/** A code whose picture stands for something that holds it; the hash makes the address change with the picture. */
export type Cover = { codeId: string; imageSha256: string };

/** By id; those without a picture, or in the trash, are left out. */
export async function coversOf(codeIds: readonly string[]): Promise<Map<string, Cover>> {
  if (codeIds.length === 0) return new Map();
  const found = await db().code.findMany({
    where: { id: { in: [...codeIds] }, status: 'READY', deletedAt: null },
    select: { id: true, imageSha256: true },
  });
  return new Map(
    found.flatMap(({ id, imageSha256 }) => (imageSha256 ? [[id, { codeId: id, imageSha256 }]] : [])),
  );
}

const OF_EACH_BATCH = 3;

/** The codes that each batch made first, by its id. */
export async function coversOfBatches(batchIds: readonly string[]): Promise<Map<string, Cover[]>> {
  const found = await db().$queryRaw<(Cover & { batchId: string })[]>`
    SELECT b."id" AS "batchId", c."id" AS "codeId", c."imageSha256"
    FROM unnest(${[...batchIds]}::text[]) AS b("id") CROSS JOIN LATERAL (
      SELECT "id", "imageSha256" FROM "Code"
      WHERE "batchId" = b."id" AND "status" = 'READY' AND "deletedAt" IS NULL AND "imageSha256" IS NOT NULL
      ORDER BY "generatedAt" LIMIT ${OF_EACH_BATCH}
    ) c`;
  const covers = new Map<string, Cover[]>();
  for (const { batchId, ...cover } of found) covers.set(batchId, [...(covers.get(batchId) ?? []), cover]);
  return covers;
}
