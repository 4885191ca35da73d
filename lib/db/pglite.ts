import 'server-only';
import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/**
 * pglite-prisma-adapter starts a script and answers before it has run, so that a failed migration would count as
 * applied and its error would end the process. This factory waits.
 */
class AwaitingPrismaPGlite extends PrismaPGlite implements SqlMigrationAwareDriverAdapterFactory {
  readonly #client: PGlite;

  constructor(client: PGlite) {
    super(client);
    this.#client = client;
  }

  override async connect() {
    return this.#awaiting(await super.connect());
  }

  override async connectToShadowDb() {
    return super.connectToShadowDb();
  }

  #awaiting<T extends { executeScript(script: string): Promise<void> }>(adapter: T): T {
    adapter.executeScript = async (script) => {
      await this.#client.exec(script);
    };
    return adapter;
  }
}

/**
 * The number from which on PostgreSQL's types are those of the rows of tables, its catalog's and ours. PGlite has a parser
 * for arrays of each, and copies all parsers for each statement of the adapter: a fifth of a short statement's time.
 */
const FIRST_ROW_TYPE = 10_000;

/** PostgreSQL in WebAssembly. `folder` undefined keeps it in memory (tests). It does not lock its folder: see lock.ts. */
export async function openPglite(folder?: string) {
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = await PGlite.create({ extensions: { pg_trgm }, ...(folder && { dataDir: folder }) });
  client.parsers = Object.fromEntries(
    Object.entries(client.parsers).filter(([type]) => Number(type) < FIRST_ROW_TYPE),
  );
  /** One statement with values, or a script of several without; of a script the rows of its last statement. */
  const executeSql = async (text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> =>
    values.length > 0 ? client.query(text, values) : ((await client.exec(text)).at(-1) ?? { rows: [] });
  return { adapter: new AwaitingPrismaPGlite(client), executeSql, close: () => client.close() };
}
