import 'server-only';
import { constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { EmbeddedAccess } from './client';

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

type Client = Awaited<ReturnType<typeof createClient>>;

async function createClient(from: { dataDir?: string; loadDataDir?: Blob }) {
  const client = await PGlite.create({ extensions: { pg_trgm }, ...from });
  client.parsers = Object.fromEntries(
    Object.entries(client.parsers).filter(([type]) => Number(type) < FIRST_ROW_TYPE),
  );
  return client;
}

const executorOf =
  (client: Client): EmbeddedAccess['executeSql'] =>
  async (text, values = []) =>
    values.length > 0 ? client.query(text, values) : ((await client.exec(text)).at(-1) ?? { rows: [] });

const COPY = '-copy-';

/** What a process that died while it made a backup left behind. */
function removeCopies(folder: string): void {
  const left = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}${COPY}`));
  for (const name of left) rmSync(join(dirname(folder), name), { recursive: true, force: true });
}

/** A checkpoint inside of the transaction that keeps everybody else out: afterwards the files are the whole truth. */
async function copyFolder(client: Client, folder: string): Promise<{ dataDir: string; remove: () => void }> {
  const dataDir = mkdtempSync(`${folder}${COPY}`);
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    await client.transaction(async (tx) => {
      await tx.exec('CHECKPOINT');
      await cp(folder, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
    });
    return { dataDir, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function openCopy(client: Client, folder: string | undefined) {
  const { remove, ...from } = folder
    ? await copyFolder(client, folder)
    : { loadDataDir: await client.dumpDataDir('none'), remove: () => undefined };
  const copy = await createClient(from).catch((error: unknown) => {
    remove();
    throw error;
  });
  const close = async () => {
    await copy.close();
    remove();
  };
  return { executeSql: executorOf(copy), close };
}

/** PostgreSQL in WebAssembly. `folder` undefined keeps it in memory (tests). It does not lock its folder: see lock.ts. */
export async function openPglite(folder?: string) {
  if (folder) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeCopies(folder);
  }
  const client = await createClient(folder ? { dataDir: folder } : {});
  const access: EmbeddedAccess = { executeSql: executorOf(client), copy: () => openCopy(client, folder) };
  return { adapter: new AwaitingPrismaPGlite(client), access, close: () => client.close() };
}
