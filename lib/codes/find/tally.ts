import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { withoutCommonTexts } from './common-texts';
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

/** What facets count by, and whether the row matches. */
function columns(matches: Sql[]): Sql {
  return sql`"status", "endpoint", "miniProgramId", "createdById", "folderId", "tagIds", ${all(matches)} AS "matches"`;
}

/** @param read a SELECT of `columns` @param tallied a SELECT from "matching" */
function statement(read: Sql, tallied: Sql): Sql {
  return sql`
    WITH "read" AS MATERIALIZED (${read}),
      "matching" AS (SELECT * FROM "read" WHERE "matches"), "tallied" AS (${tallied})
    SELECT "tallied".*, "size".* FROM "tallied", (
      SELECT count(*)::integer AS "read", (count(*) FILTER (WHERE "matches"))::integer AS "matching" FROM "read"
    ) AS "size"`;
}

async function fromAll<Row>(conditions: CodeConditions, tallied: Sql): Promise<Counted<Row>[]> {
  const { place, dates, indexed, others, lead } = conditions;
  if (indexed.length > 0)
    return byIndexes(statement(gathering(conditions, columns(others), MAX_ROWS), tallied));
  const along = sql`
    SELECT ${columns([place, ...others])} FROM "Code" WHERE ${all([lead ?? place, ...dates])}
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${MAX_ROWS + 1}`;
  return db().$queryRaw(statement(along, tallied));
}

/**
 * What `tallied`, a SELECT that gives at least one row, says of the codes that match: exact when the scale is 1.
 * @param tallied reads from "matching" ("status", "endpoint", "miniProgramId", "createdById", "folderId", "tagIds")
 */
export async function tally<Row>(conditions: CodeConditions, tallied: Sql): Promise<Tally<Row>> {
  const { from, scale } = await sampleOfCodes();
  const rows = await db().$queryRaw<Counted<Row>[]>(
    statement(sql`SELECT ${columns(flat(conditions))} FROM ${from}`, tallied),
  );
  if (scale === 1 || (rows[0]?.matching ?? 0) * scale > ENOUGH_ROWS) return { rows, scale };
  const whole = await fromAll<Row>(await withoutCommonTexts(conditions), tallied);
  return (whole[0]?.read ?? 0) > MAX_ROWS ? { rows, scale } : { rows: whole, scale: 1 };
}
