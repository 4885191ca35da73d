import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import type { CodeConditions } from './conditions';
import type { CodeKey, CodeOrder } from './order';
import { afterRow, orderSql, source } from './order-sql';

/**
 * Runs one statement that must find its rows by the indexes of its conditions. The planner does not know how often a text
 * occurs; where it takes it for frequent it reads a million rows instead, which only pays if it is right.
 */
export async function byIndexes<Row>(statement: Sql): Promise<Row[]> {
  const [, rows] = await db().$transaction([
    db().$executeRaw`
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true),
        set_config('enable_indexonlyscan', 'off', true), set_config('work_mem', '32MB', true)`,
    db().$queryRaw<Row[]>(statement),
  ]);
  return rows;
}

type Sieve = Pick<CodeConditions, 'place' | 'dates' | 'indexed'>;

/**
 * `columns` of the rows that the indexes find, at most one more than `max`; `others` are still to be looked at. Only what is
 * asked for: to hand on a row of all columns takes longer than to find it.
 */
export function gathering({ place, dates, indexed }: Sieve, columns: Sql, max: number): Sql {
  return sql`SELECT ${columns} FROM "Code" WHERE ${all([place, ...dates, ...indexed])} LIMIT ${max + 1}`;
}

type Wanted = { conditions: CodeConditions; order: CodeOrder; after: CodeKey | null; take: number };

/**
 * The next keys, in order, from the rows that the indexes of the conditions find. They are read once, to be counted and to be
 * sorted: a text of a few letters lies in thousands of pages of its index, which twice would take twice as long.
 * @returns null when no index finds at most `maxRows`
 */
export async function gather(
  { conditions, order, after, take }: Wanted,
  maxRows: number,
): Promise<CodeKey[] | null> {
  const { place, dates, indexed, others } = conditions;
  if (indexed.length === 0) return null;
  const inOrder = orderSql(order);
  const { column, tie, direction } = inOrder;
  const next = sql`ORDER BY "value" ${direction}, "tie" ${direction}`;
  const found = await byIndexes<{ rows: number; value: CodeKey['value']; id: string | null }>(sql`
    WITH "found" AS MATERIALIZED (
      SELECT ${column} AS "value", ${tie} AS "tie", "id", ${all(others)} AS "matches" FROM ${source(order)}
      WHERE ${all([place, ...dates, ...indexed, ...afterRow(inOrder, after)])} LIMIT ${maxRows + 1}
    )
    SELECT "rows", "value", "id" FROM (SELECT count(*)::integer AS "rows" FROM "found") AS "size"
    LEFT JOIN (SELECT * FROM "found" WHERE "matches" ${next} LIMIT ${take}) AS "first" ON TRUE ${next}`);
  if ((found[0]?.rows ?? 0) > maxRows) return null;
  return found.flatMap(({ value, id }) => (id === null ? [] : [{ value, id }]));
}
