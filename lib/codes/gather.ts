import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import type { CodeConditions } from './conditions';
import type { CodeKey, CodeOrder } from './order';
import { afterRow, orderSql } from './order-sql';

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

/** The rows that the indexes find, at most one more than `max`; `others` are still to be looked at. */
export function gathering({ place, dates, indexed }: CodeConditions, more: Sql[], max: number): Sql {
  return sql`SELECT * FROM "Code" WHERE ${all([place, ...dates, ...indexed, ...more])} LIMIT ${max + 1}`;
}

type Wanted = { conditions: CodeConditions; order: CodeOrder; after: CodeKey | null; take: number };
type GatheredRow = CodeKey & { gathered: number | null };

/** The next keys, sorted; null when no index finds at most `maxRows`. */
export async function gather(wanted: Wanted, maxRows: number) {
  const { conditions, order, after, take } = wanted;
  if (conditions.indexed.length === 0) return null;
  const inOrder = orderSql(order);
  const { column, direction } = inOrder;
  const found = gathering(conditions, afterRow(inOrder, after), maxRows);
  // Counted and sorted apart: a window function over all rows takes as long as finding them.
  const rows = await byIndexes<GatheredRow>(sql`
    WITH "gathered" AS MATERIALIZED (
      SELECT ${column} AS "value", "id", ${all(conditions.others)} AS "matches" FROM (${found}) AS "found"
    )
    SELECT min("value") AS "value", '' AS "id", count(*)::integer AS "gathered" FROM "gathered"
    UNION ALL (
      SELECT "value", "id", NULL FROM "gathered" WHERE "matches"
      ORDER BY "value" ${direction}, "id" ${direction} LIMIT ${take}
    )`);
  if (rows.some(({ gathered }) => gathered !== null && gathered > maxRows)) return null;
  const keys = rows.filter(({ gathered }) => gathered === null).map(({ value, id }) => ({ value, id }));
  return { keys, next: keys.length === take ? (keys.at(-1) ?? null) : null };
}
