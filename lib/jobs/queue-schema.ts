import 'server-only';
import PgBoss from 'pg-boss';

/** Where pg-boss keeps its tables. */
export const QUEUE_SCHEMA = 'pgboss';

/**
 * The SQL that makes the tables of the queue, without the schema itself: `CREATE SCHEMA IF NOT EXISTS` wants the right to
 * create schemas even when there is nothing to create.
 */
export function queueTablesSql(): string {
  return PgBoss.getConstructionPlans(QUEUE_SCHEMA).replace(
    `CREATE SCHEMA IF NOT EXISTS ${QUEUE_SCHEMA}`,
    'SELECT',
  );
}
