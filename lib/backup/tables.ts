import 'server-only';
import { createHash } from 'node:crypto';
import type { Session } from '@/lib/db/snapshot';

/** A table of ours, with those of its columns that the database does not make by itself. */
export type Table = { name: string; columns: string[] };

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]) => names.map(quote).join(', ');

/**
 * Prisma's ledger is written by the migrations themselves; the queue has a schema of its own and fills from our tables. Which
 * backups lie where is true of the place alone.
 */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum)::text[] AS columns
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname NOT IN ('_prisma_migrations', 'Backup')
  GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;

const MIGRATIONS = `
  SELECT migration_name AS name FROM "_prisma_migrations"
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`;

export async function listTables(session: Session): Promise<Table[]> {
  const rows = await session.query(TABLES);
  return rows.map(({ name, columns }) => ({
    name: String(name),
    columns: Array.isArray(columns) ? columns.map(String) : [],
  }));
}

export async function listMigrations(session: Session): Promise<string[]> {
  return (await session.query(MIGRATIONS)).map(({ name }) => String(name));
}

const ROWS_AT_ONCE = 500;

/** All rows as lines of JSON, in no certain order. The session must be in a transaction. */
export async function* readRows(session: Session, { name, columns }: Table): AsyncGenerator<string[]> {
  await session.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT row_to_json(backup_row)::text AS line FROM (SELECT ${list(columns)} FROM ${quote(name)}) AS backup_row`,
  );
  for (;;) {
    const rows = await session.query(`FETCH ${ROWS_AT_ONCE} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => String(line));
  }
  await session.query('CLOSE backup_rows');
}

/** Writes lines that `readRows` gave. */
export async function insertRows(session: Session, { name, columns }: Table, lines: string[]): Promise<void> {
  await session.query(
    `INSERT INTO ${quote(name)} (${list(columns)})
     SELECT ${list(columns)} FROM json_populate_recordset(NULL::${quote(name)}, $1::json)`,
    [`[${lines.join(',')}]`],
  );
}

const DIGEST_BYTES = 32;

/** How many rows, and one figure for all that stands in them, whatever their order: the exclusive or of their SHA-256. */
export class Digest {
  rows = 0;
  readonly #bytes = Buffer.alloc(DIGEST_BYTES);

  add(lines: readonly string[]): void {
    this.rows += lines.length;
    for (const line of lines) {
      const sha256 = createHash('sha256').update(line).digest();
      for (let index = 0; index < DIGEST_BYTES; index += 1)
        this.#bytes[index] = (this.#bytes[index] ?? 0) ^ (sha256[index] ?? 0);
    }
  }

  toString(): string {
    return this.#bytes.toString('hex');
  }
}

export async function digestOf(session: Session, table: Table): Promise<Digest> {
  const digest = new Digest();
  for await (const lines of readRows(session, table)) digest.add(lines);
  return digest;
}

const FOREIGN_KEYS = `
  SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace`;

/** Rows come table by table, so what they point to may come after them: the keys are taken off and put back, which checks all. */
export async function withoutForeignKeys(session: Session, work: () => Promise<void>): Promise<void> {
  const keys = await session.query(FOREIGN_KEYS);
  const alter = ({ table }: Record<string, unknown>) => `ALTER TABLE ${quote(String(table))}`;
  for (const key of keys) await session.query(`${alter(key)} DROP CONSTRAINT ${quote(String(key.name))}`);
  await work();
  for (const key of keys)
    await session.query(`${alter(key)} ADD CONSTRAINT ${quote(String(key.name))} ${String(key.definition)}`);
}
