import { db } from '@/lib/db/client';

type Index = { indexname: string; indexdef: string };

/** Runs `work` while `table` has only its unique indexes, and builds the others again afterwards, also when it fails. */
export async function withoutIndexes(table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await db().$queryRaw<Index[]>`
    SELECT indexname, indexdef FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename = ${table} AND indexdef NOT LIKE 'CREATE UNIQUE%'`;
  for (const { indexname } of indexes) await db().$executeRawUnsafe(`DROP INDEX "${indexname}"`);
  try {
    await work();
  } finally {
    for (const { indexdef } of indexes) await db().$executeRawUnsafe(indexdef);
  }
}
