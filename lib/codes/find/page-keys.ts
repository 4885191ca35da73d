import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { afterRow, orderSql } from './order-sql';
import type { CodeKey, CodeOrder } from './order';

/** @param tx of the caller, when the rows are to be read in a transaction */
type Wanted = { after: CodeKey | null; take: number; userId: string | null; tx?: Pick<Tx, '$queryRaw'> };

/**
 * The next rows that meet `conditions` (codeConditions), in their order, for work that must have them all and may wait: what
 * each is sorted by, and its id. A list that somebody looks at uses find-page.ts.
 * @param userId whose last uses `usedAt` is about
 */
export async function findKeys(
  conditions: Sql[],
  order: CodeOrder,
  { after, take, userId, tx = db() }: Wanted,
): Promise<CodeKey[]> {
  const inOrder = orderSql(order);
  const { column, direction } = inOrder;
  const source =
    order.column === 'usedAt'
      ? sql`"Code" JOIN "RecentCode" ON "codeId" = "id" AND "userId" = ${userId ?? ''}`
      : sql`"Code"`;
  return tx.$queryRaw<CodeKey[]>`
    SELECT ${column} AS "value", "id" FROM ${source} WHERE ${all([...conditions, ...afterRow(inOrder, after)])}
    ORDER BY ${column} ${direction}, "id" ${direction} LIMIT ${take}`;
}
