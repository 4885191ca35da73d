import 'server-only';
import { all, sql, type Sql } from '@/lib/db/sql';
import type { CodeConditions } from './conditions';
import type { CodeKey, CodeOrder } from './order';
import { afterRow, fromValue, orderSql } from './order-sql';

type Start = {
  after: CodeKey | null;
  /** What the first row is sorted by. */ from?: CodeKey['value'] | undefined;
};

/**
 * The next `rows` rows along an index of the order, as what follows a SELECT; whether each matches is still to be looked at.
 * What the index has in this order decides which rows these are, and nothing else: else it would be walked on and on.
 */
export function rowsAlong(
  { place, dates, lead, apps }: CodeConditions,
  order: CodeOrder,
  { after, from, rows }: Start & { rows: number },
): Sql {
  const inOrder = orderSql(order);
  const { column, direction } = inOrder;
  const start = [...afterRow(inOrder, after), ...fromValue(inOrder, from)];
  const next = sql`ORDER BY ${column} ${direction}, "id" ${direction} LIMIT ${rows}`;
  if (order.column !== 'createdAt') return sql`FROM "Code" WHERE ${all([place, ...start])} ${next}`;
  const begin = [...dates, ...start];
  if (lead || !apps) return sql`FROM "Code" WHERE ${all([lead ?? place, ...begin])} ${next}`;
  // As many of each Mini Program, and of these the first: those of others may be a million, and are not walked through.
  return sql`
    FROM unnest(${[...apps]}::text[]) AS "seen" ("appId") CROSS JOIN LATERAL (
      SELECT * FROM "Code" WHERE ${all([sql`"miniProgramId" = "appId"`, ...begin])} ${next}
    ) AS "Code" ${next}`;
}
