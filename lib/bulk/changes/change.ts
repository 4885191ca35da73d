import 'server-only';
import { sql, type Sql } from '@/lib/db/sql';

/**
 * What an action does to a code, as SQL. `c` is the code, `v` the visit: `v."name"` its new name, `v."was"` of an undo what
 * the code was before (the `keep` of the action that is taken back).
 */
export type Change = {
  /** Whether it would change anything; all others are passed by. */
  wanted: Sql;
  /** Whether it must not, which is counted. */
  refused: Sql;
  /** What undo has to know, as jsonb. */
  keep: Sql;
  set: Sql;
  /** Its new name, where it gets one: rows of batches that bear its name bear that one then. */
  name?: Sql;
};

export const NEVER = sql`false`;
export const LIVES = sql`c."deletedAt" IS NULL`;
