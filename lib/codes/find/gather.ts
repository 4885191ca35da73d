import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { flat, type CodeConditions } from './conditions';
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

type Wanted = { conditions: CodeConditions; order: CodeOrder; after: CodeKey | null };

/** What the indexes find: how many rows, matches or not, and what the first match in the order is sorted by (null: none). */
type Outlook = { rows: number; first: CodeKey['value'] | null };

/** Reads the rows once and keeps none of them; null when no index finds at most `maxRows`. */
export async function lookOut(
  { conditions, order, after }: Wanted,
  maxRows: number,
): Promise<Outlook | null> {
  const { indexed, others } = conditions;
  if (indexed.length === 0) return null;
  const inOrder = orderSql(order);
  const first = order.direction === 'desc' ? sql`max` : sql`min`;
  const sieve = { ...conditions, indexed: [...indexed, ...afterRow(inOrder, after)] };
  const value = sql`CASE WHEN ${all(others)} THEN ${inOrder.column} END AS "value"`;
  const [outlook] = await byIndexes<Outlook>(sql`
    SELECT count(*)::integer AS "rows", ${first}("value") AS "first" FROM (${gathering(sieve, value, maxRows)}) AS "found"`);
  return outlook && outlook.rows <= maxRows ? outlook : null;
}

/** The next keys, in order, of conditions whose indexes find few rows. */
export async function gather({
  conditions,
  order,
  after,
  take,
}: Wanted & { take: number }): Promise<CodeKey[]> {
  const inOrder = orderSql(order);
  const { column, tie, direction } = inOrder;
  return byIndexes<CodeKey>(sql`
    SELECT ${column} AS "value", "id" FROM ${source(order)} WHERE ${all([...flat(conditions), ...afterRow(inOrder, after)])}
    ORDER BY ${column} ${direction}, ${tie} ${direction} LIMIT ${take}`);
}
