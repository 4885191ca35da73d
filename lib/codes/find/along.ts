import 'server-only';
import { all, join, sql, type Sql } from '@/lib/db/sql';
import type { CodeConditions } from './conditions';
import type { CodeKey, CodeOrder } from './order';
import { afterRow, orderSql, source } from './order-sql';

/** With more of them a statement would be planned for longer than it runs: their codes are looked for among all. */
const SIDE_BY_SIDE_MAX = 16;

/** Whether an index has the codes of what somebody sees in this order, without those of others among them. */
export function hasOwnOrder({ lead, apps }: CodeConditions, order: CodeOrder): boolean {
  const few = apps === null || lead !== null || apps.length <= SIDE_BY_SIDE_MAX;
  return apps === null || (order.column === 'createdAt' && few);
}

/**
 * The next `rows` rows along an index of the order, as what follows a SELECT; whether each matches is still to be looked at.
 * What the index has in this order decides which rows these are, and nothing else: else it would be walked on and on.
 */
export function rowsAlong(
  conditions: CodeConditions,
  order: CodeOrder,
  { after, rows }: { after: CodeKey | null; rows: number },
): Sql {
  const { place, dates, lead, apps } = conditions;
  const inOrder = orderSql(order);
  const { column, tie, direction } = inOrder;
  const start = afterRow(inOrder, after);
  const next = sql`ORDER BY ${column} ${direction}, ${tie} ${direction} LIMIT ${rows}`;
  if (order.column === 'scans') return sql`FROM ${source(order)} WHERE ${all(start)} ${next}`;
  if (order.column !== 'createdAt') return sql`FROM "Code" WHERE ${all([place, ...start])} ${next}`;
  const begin = [...dates, ...start];
  if (lead || !apps || !hasOwnOrder(conditions, order))
    return sql`FROM "Code" WHERE ${all([lead ?? place, ...begin])} ${next}`;
  // Side by side, each along its own index: the codes of others may be a million, and are not walked through.
  const own = apps.map(
    (appId) => sql`(SELECT * FROM "Code" WHERE ${all([sql`"miniProgramId" = ${appId}`, ...begin])} ${next})`,
  );
  return sql`FROM (${join(own, ' UNION ALL ')}) AS "Code" ${next}`;
}
