import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { Cursor } from '@/lib/db/pagination';
import { all, moment, sql, type Sql } from '@/lib/db/sql';
import type { CodeOrder } from './order';

export type CodeKey = Cursor<Date | string>;

const COLUMNS: Record<CodeOrder['column'], Sql> = {
  createdAt: sql`"createdAt"`,
  updatedAt: sql`"updatedAt"`,
  archivedAt: sql`"archivedAt"`,
  deletedAt: sql`"deletedAt"`,
  name: sql`"name"`,
  usedAt: sql`"usedAt"`,
};

function afterRow({ column, direction }: CodeOrder, { value, id }: CodeKey): Sql {
  const plain = value instanceof Date ? moment(value) : sql`${value}`;
  const row = sql`(${COLUMNS[column]}, "id")`;
  return direction === 'desc' ? sql`${row} < (${plain}, ${id})` : sql`${row} > (${plain}, ${id})`;
}

/** @param tx of the caller, when the rows are to be read in a transaction */
type KeyPage = { after: CodeKey | null; take: number; userId: string | null; tx?: Pick<Tx, '$queryRaw'> };

/**
 * The next rows that meet `conditions` (conditions.ts), in their order: what each is sorted by, and its id.
 * @param userId whose last uses `usedAt` is about
 */
export async function findKeys(
  conditions: Sql[],
  order: CodeOrder,
  { after, take, userId, tx = db() }: KeyPage,
): Promise<CodeKey[]> {
  const column = COLUMNS[order.column];
  const direction = order.direction === 'desc' ? sql`DESC` : sql`ASC`;
  const source =
    order.column === 'usedAt'
      ? sql`"Code" JOIN "RecentCode" ON "codeId" = "id" AND "userId" = ${userId ?? ''}`
      : sql`"Code"`;
  const where = all(after ? [...conditions, afterRow(order, after)] : conditions);
  return tx.$queryRaw<CodeKey[]>`
    SELECT ${column} AS "value", "id" FROM ${source} WHERE ${where}
    ORDER BY ${column} ${direction}, "id" ${direction} LIMIT ${take}`;
}
