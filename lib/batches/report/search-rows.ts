import 'server-only';
import { db } from '@/lib/db/client';
import { escapeLike, join, sql, type Sql } from '@/lib/db/sql';
import { SHORT_NUMBER, standingAlone, wordsOf } from '@/lib/lists/search-words';

/** What people see of a row: its name and its cells. */
const TEXT = sql`("name" || ' ' || "cells"::text)`;

function has(word: string): Sql {
  if (SHORT_NUMBER.test(word)) return sql`${TEXT} ~ ${standingAlone(word)}`;
  return sql`${TEXT} ILIKE ${`%${escapeLike(word)}%`}`;
}

/**
 * The rows of a batch that have each word that was typed, in their order: all of them, since what became of a row is asked
 * afterwards. A batch has 50,000 rows at most, which lie together.
 */
export async function searchRows(batchId: string, q: string, after: number): Promise<number[]> {
  const words = join(wordsOf(q).map(has), ' AND ');
  const rows = await db().$queryRaw<{ rowNumber: number }[]>(sql`
    SELECT "rowNumber" FROM "BatchRow"
    WHERE "batchId" = ${batchId} AND "rowNumber" > ${after} AND ${words} ORDER BY "rowNumber"`);
  return rows.map(({ rowNumber }) => rowNumber);
}
