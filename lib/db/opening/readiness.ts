import 'server-only';
import { escapeIdentifier, type ClientBase } from 'pg';
import { z } from 'zod';
import { QUEUE_SCHEMA, queueTablesSql } from '@/lib/jobs/queue-schema';
import { DatabaseStartError } from './start-error';

/** PostgreSQL 13, the oldest that pg-boss works with. */
const OLDEST_VERSION_NUM = 130_000;

const factsSchema = z.object({
  versionNum: z.number(),
  version: z.string(),
  standby: z.boolean(),
  readOnly: z.boolean(),
  encoding: z.string(),
  role: z.string(),
  database: z.string(),
  schema: z.string().nullable(),
  createsInSchema: z.boolean().nullable(),
  createsSchemas: z.boolean(),
  trigramsIn: z.string().nullable(),
  trigramsVisible: z.boolean(),
  trigramsAvailable: z.boolean(),
  foreignOwner: z.string().nullable(),
  queueSchema: z.boolean(),
  queueTables: z.boolean(),
  createsInQueue: z.boolean().nullable(),
});
type Facts = z.output<typeof factsSchema>;

const FACTS = `
SELECT current_setting('server_version_num')::int AS "versionNum",
  current_setting('server_version') AS "version",
  pg_is_in_recovery() AS "standby",
  current_setting('transaction_read_only') = 'on' AS "readOnly",
  current_setting('server_encoding') AS "encoding",
  current_user::text AS "role",
  current_database()::text AS "database",
  current_schema()::text AS "schema",
  has_schema_privilege(current_schema(), 'CREATE') AS "createsInSchema",
  has_database_privilege(current_database(), 'CREATE') AS "createsSchemas",
  (SELECT n.nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'pg_trgm') AS "trigramsIn",
  EXISTS (SELECT FROM pg_opclass o WHERE o.opcname = 'gin_trgm_ops' AND pg_opclass_is_visible(o.oid)) AS "trigramsVisible",
  EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS "trigramsAvailable",
  (SELECT c.relowner::regrole::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relname = '_prisma_migrations'
      AND NOT pg_has_role(c.relowner, 'USAGE')) AS "foreignOwner",
  to_regnamespace('${QUEUE_SCHEMA}') IS NOT NULL AS "queueSchema",
  EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = '${QUEUE_SCHEMA}' AND c.relname = 'version') AS "queueTables",
  has_schema_privilege(to_regnamespace('${QUEUE_SCHEMA}')::oid, 'CREATE, USAGE') AS "createsInQueue"`;

async function readFacts(client: ClientBase): Promise<Facts> {
  const { rows } = await client.query<Record<string, unknown>>(FACTS);
  return factsSchema.parse(rows[0]);
}

/** @throws DatabaseStartError for a server or database that no right of the world would make usable */
function requireUsable(facts: Facts): void {
  const fail = (text: string) => {
    throw new DatabaseStartError(text);
  };
  if (facts.versionNum < OLDEST_VERSION_NUM)
    fail(`Suncode needs PostgreSQL 13 or newer; this server is ${facts.version}.`);
  if (facts.standby || facts.readOnly)
    fail(
      `The database "${facts.database}" is read-only here${facts.standby ? ' (the server is a standby)' : ''}. Suncode ` +
        'writes: point DATABASE_URL at the primary server and a user who may write.',
    );
  if (facts.encoding !== 'UTF8')
    fail(
      `The database "${facts.database}" has the encoding ${facts.encoding}, which cannot hold every text. Make one with ` +
        "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0, and name it in DATABASE_URL.",
    );
  if (facts.foreignOwner !== null)
    fail(
      `The tables of Suncode in "${facts.database}" belong to the user ${facts.foreignOwner}, not to "${facts.role}". Name ` +
        'that user in DATABASE_URL, or make the new one its member: ' +
        `GRANT ${facts.foreignOwner} TO ${escapeIdentifier(facts.role)};`,
    );
  if (!facts.trigramsIn && !facts.trigramsAvailable)
    fail(
      "Suncode searches with PostgreSQL's extension pg_trgm, which this server does not have. Install it there (package " +
        'postgresql-contrib) and start Suncode again.',
    );
}

/** What nobody but the owner of the database can do for this role; empty when nothing is missing. */
function missingGrants(facts: Facts): string[] {
  const role = escapeIdentifier(facts.role);
  const schema = escapeIdentifier(facts.schema ?? 'public');
  const where = `${role} IN DATABASE ${escapeIdentifier(facts.database)}`;
  const path = `${schema}, ${escapeIdentifier(facts.trigramsIn ?? '')}`;
  const statements: [missing: boolean, sql: string][] = [
    [facts.schema === null, `CREATE SCHEMA IF NOT EXISTS ${schema};`],
    [!facts.createsInSchema, `GRANT USAGE, CREATE ON SCHEMA ${schema} TO ${role};`],
    [!facts.trigramsIn && !facts.createsSchemas, 'CREATE EXTENSION pg_trgm;'],
    [facts.trigramsIn !== null && !facts.trigramsVisible, `ALTER ROLE ${where} SET search_path = ${path};`],
    [!facts.queueSchema && !facts.createsSchemas, `CREATE SCHEMA ${QUEUE_SCHEMA} AUTHORIZATION ${role};`],
    [facts.queueSchema && !facts.createsInQueue, `GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};`],
  ];
  return statements.filter(([missing]) => missing).map(([, sql]) => sql);
}

function requireRights(facts: Facts, grants: string[]): void {
  if (grants.length === 0) return;
  throw new DatabaseStartError(
    `The user "${facts.role}" may not prepare the database "${facts.database}" for Suncode. Run this once in that database, as ` +
      `its owner or a superuser; Suncode needs no further rights afterwards:\n  ${grants.join('\n  ')}`,
  );
}

const isDenied = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42501';

/** CREATE on a database is enough for a trusted extension, which pg_trgm is unless the server's owner decided otherwise. */
async function createTrigrams(client: ClientBase, facts: Facts): Promise<void> {
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (error) {
    if (!isDenied(error)) throw error;
    requireRights(facts, ['CREATE EXTENSION pg_trgm;']);
  }
}

/**
 * Sees to everything that the tables of Suncode and of its queue need, and makes what this role may make: pg_trgm for the
 * search, the schema and the tables of the queue. One process at a time.
 * @throws DatabaseStartError that says what stands in the way and what its owner has to run once
 */
export async function makeReady(client: ClientBase): Promise<void> {
  const facts = await readFacts(client);
  requireUsable(facts);
  requireRights(facts, missingGrants(facts));
  if (!facts.trigramsIn) await createTrigrams(client, facts);
  if (!facts.queueSchema) await client.query(`CREATE SCHEMA ${QUEUE_SCHEMA}`);
  if (!facts.queueTables) await client.query(queueTablesSql());
}
