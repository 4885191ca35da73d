import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { z } from 'zod';
import { clock } from '@/lib/clock';
import { statementsOf, type Portions, type Statement } from './online-script';

export type OnlineMigration = { name: string; script: string };

type Adapter = Awaited<ReturnType<SqlMigrationAwareDriverAdapterFactory['connect']>>;

const LOOK_EVERY_MS = 500;

/** As a literal of SQL. */
export const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** How far it is: the statement, and of one in portions the last key that is done. Kept in `logs` of Prisma's ledger. */
const placeSchema = z.object({ statement: z.number().int().min(0), after: z.string().nullable() });
type Place = z.output<typeof placeSchema>;

const START: Place = { statement: 0, after: null };

class Ledger {
  readonly #adapter: Adapter;
  readonly #name: string;

  constructor(adapter: Adapter, name: string) {
    this.#adapter = adapter;
    this.#name = quote(name);
  }

  /** Where it was cut off; its start, with a row of the ledger from now on, where it has not begun. */
  async open(script: string): Promise<Place> {
    const [row] = await this.#rows(
      `SELECT "logs" FROM "_prisma_migrations" WHERE "migration_name" = ${this.#name} AND "rolled_back_at" IS NULL`,
    );
    if (row) return placeSchema.parse(JSON.parse(String(row[0])));
    const checksum = createHash('sha256').update(script).digest('hex');
    await this.run(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "logs")
       VALUES (${quote(randomUUID())}, ${quote(checksum)}, ${this.#name}, ${quote(JSON.stringify(START))})`,
    );
    return START;
  }

  async keep(place: Place): Promise<void> {
    await this.run(
      `UPDATE "_prisma_migrations" SET "logs" = ${quote(JSON.stringify(place))}, "applied_steps_count" = ${place.statement}
       WHERE "migration_name" = ${this.#name} AND "rolled_back_at" IS NULL`,
    );
  }

  async close(): Promise<void> {
    await this.run(
      `UPDATE "_prisma_migrations" SET "logs" = NULL, "finished_at" = now()
       WHERE "migration_name" = ${this.#name} AND "rolled_back_at" IS NULL`,
    );
  }

  async run(sql: string): Promise<void> {
    await this.#adapter.executeRaw({ sql, args: [], argTypes: [] });
  }

  /** The first column of the first row. */
  async read(sql: string): Promise<unknown> {
    return (await this.#rows(sql))[0]?.[0];
  }

  async #rows(sql: string): Promise<unknown[][]> {
    return (await this.#adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
  }
}

type Index = NonNullable<Statement['index']>;

/**
 * The server goes on with an index for a process that was killed, and notices that nobody listens at its end. To drop it or to
 * make it once more meanwhile would throw away what is nearly done, and each of the two would wait for the other.
 */
async function untilNobodyMakes(ledger: Ledger, { table }: Index): Promise<void> {
  const others = `
    SELECT 1 FROM pg_stat_progress_create_index
    WHERE datname = current_database() AND relid = to_regclass(${quote(`"${table}"`)}) AND pid <> pg_backend_pid()`;
  while ((await ledger.read(others)) !== undefined) await clock.sleep(LOOK_EVERY_MS);
}

/** One that was cut off is there, takes part in each write, and is never read. */
async function dropHalfMade(ledger: Ledger, { name }: Index): Promise<void> {
  const isHalf = await ledger.read(
    `SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(${quote(`"${name}"`)}) AND NOT indisvalid`,
  );
  if (isHalf !== undefined) await ledger.run(`DROP INDEX CONCURRENTLY "${name}"`);
}

type InPortions = { sql: string; portions: Portions };

/** Some thousand rows at a time, each time a short lock of these alone; the next ones begin behind the last key. */
async function inPortions(ledger: Ledger, { sql, portions }: InPortions, place: Place): Promise<void> {
  const { size, table, key } = portions;
  for (let after = place.after; ;) {
    const behind = after === null ? '' : `WHERE "${key}" > ${quote(after)}`;
    const last = await ledger.read(
      `SELECT max("key")::text FROM (SELECT "${key}" AS "key" FROM "${table}" ${behind} ORDER BY "${key}" LIMIT ${size}) AS "portion"`,
    );
    if (typeof last !== 'string') return;
    // Keys are texts that are not empty.
    await ledger.run(sql.replaceAll('$from', quote(after ?? '')).replaceAll('$to', quote(last)));
    after = last;
    await ledger.keep({ ...place, after });
  }
}

async function runStatement(
  ledger: Ledger,
  { sql, index, portions }: Statement,
  place: Place,
): Promise<void> {
  if (index !== null) {
    await untilNobodyMakes(ledger, index);
    await dropHalfMade(ledger, index);
  }
  if (portions) await inPortions(ledger, { sql, portions }, place);
  else await ledger.run(sql);
}

/**
 * Runs a migration statement by statement, each in its own transaction, and goes on where it was cut off. Whoever calls it
 * has seen to it that nobody else does (`underLock` in preparing.ts).
 */
export async function migrateOnline(
  factory: SqlMigrationAwareDriverAdapterFactory,
  { name, script }: OnlineMigration,
): Promise<void> {
  const adapter = await factory.connect();
  try {
    const ledger = new Ledger(adapter, name);
    const begun = await ledger.open(script);
    for (const [at, statement] of statementsOf(script).entries()) {
      if (at < begun.statement) continue;
      await runStatement(ledger, statement, at === begun.statement ? begun : { statement: at, after: null });
      await ledger.keep({ statement: at + 1, after: null });
    }
    await ledger.close();
  } finally {
    await adapter.dispose();
  }
}
