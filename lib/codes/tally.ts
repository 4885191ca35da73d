import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { flat, type CodeConditions } from './conditions';
import { byIndexes, gathering } from './gather';
import { sampleOfCodes } from './sample';

// Numbers about all codes that match, from some thousand rows: all that could match where they are so few, else a sample.

/** As many rows are read to count what matches. */
const MAX_ROWS = 10_000;
/** Sampled matches that are enough to estimate from: three times as many rows as could be gathered. */
const ENOUGH_ROWS = 3 * MAX_ROWS;

export type Tally<Row> = { rows: Row[]; /** Each row read stands for so many. */ scale: number };

type Counted<Row> = Row & { read: number; matching: number };

/** `from` as rows with "matches", for `tallied` to be a SELECT from "matching". */
function statement(from: Sql, matches: Sql, tallied: Sql): Sql {
  return sql`
    WITH "read" AS MATERIALIZED (
      SELECT "status", "endpoint", "miniProgramId", "createdById", "folderId", "tagIds", ${matches} AS "matches" FROM ${from}
    ), "matching" AS (SELECT * FROM "read" WHERE "matches"), "tallied" AS (${tallied})
    SELECT "tallied".*, "size".* FROM "tallied", (
      SELECT count(*)::integer AS "read", (count(*) FILTER (WHERE "matches"))::integer AS "matching" FROM "read"
    ) AS "size"`;
}

async function fromAll<Row>(conditions: CodeConditions, tallied: Sql): Promise<Counted<Row>[]> {
  const { place, dates, indexed, others, lead } = conditions;
  if (indexed.length > 0)
    return byIndexes(
      statement(sql`(${gathering(conditions, [], MAX_ROWS)}) AS "found"`, all(others), tallied),
    );
  const along = sql`(
    SELECT * FROM "Code" WHERE ${all([lead ?? place, ...dates])} ORDER BY "createdAt" DESC, "id" DESC
    LIMIT ${MAX_ROWS + 1}) AS "along"`;
  return db().$queryRaw(statement(along, all([place, ...others]), tallied));
}

/**
 * What `tallied`, a SELECT that gives at least one row, says of the codes that match: exact when the scale is 1.
 * @param tallied reads from "matching" ("status", "endpoint", "miniProgramId", "createdById", "folderId", "tagIds")
 */
export async function tally<Row>(conditions: CodeConditions, tallied: Sql): Promise<Tally<Row>> {
  const { from, scale } = await sampleOfCodes();
  const rows = await db().$queryRaw<Counted<Row>[]>(statement(from, all(flat(conditions)), tallied));
  if (scale === 1 || (rows[0]?.matching ?? 0) * scale > ENOUGH_ROWS) return { rows, scale };
  const whole = await fromAll<Row>(conditions, tallied);
  return (whole[0]?.read ?? 0) > MAX_ROWS ? { rows, scale } : { rows: whole, scale: 1 };
}
