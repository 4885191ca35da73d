import 'server-only';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { DatabaseStartError } from '@/lib/db/opening/start-error';
import { migrateOnline, quote } from './migrate-online';
import { migrationNames } from './migration-names';
import { isOnline } from './online-script';

const PRISMA_DIR = join(process.cwd(), 'prisma');
const NO_FILTER = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

// The package's own entry imports the .wasm as a module, which Node 20 cannot do without a flag.
async function loadEngine(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': Object.fromEntries(Object.entries(bindings)),
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

export function schemaFiles() {
  const path = join(PRISMA_DIR, 'schema.prisma');
  return [{ path, content: readFileSync(path, 'utf8') }];
}

/** @param only names of those meant; all when it is not given */
export function migrationList(only?: readonly string[]) {
  const baseDir = join(PRISMA_DIR, 'migrations');
  const names = migrationNames().filter((name) => only?.includes(name) ?? true);
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Prisma's schema engine as WebAssembly over a driver adapter; free it after use. */
export async function schemaEngine(factory: SqlMigrationAwareDriverAdapterFactory) {
  loading ??= loadEngine();
  await loading;
  const files = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  return bindings.SchemaEngine.new(
    { datamodels: files },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

const LEDGER = `
  SELECT "migration_name", "finished_at" IS NOT NULL AS "is_applied"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY 1`;

/** What the database says of its migrations: `[name, whether it was applied whole]`, by name; null on an empty one. */
async function readLedger(factory: SqlMigrationAwareDriverAdapterFactory): Promise<unknown[][] | null> {
  const adapter = await factory.connect();
  try {
    const rows = async (sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
    const [[hasLedger] = []] = await rows(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL`);
    return hasLedger === true ? await rows(LEDGER) : null;
  } finally {
    await adapter.dispose();
  }
}

const namesOf = (list: ReturnType<typeof migrationList>) => list.migrationDirectories.map(({ path }) => path);

/** @throws DatabaseStartError for a database that a later version has changed: this one would write what that one misreads */
function requireKnown(ledger: unknown[][]): void {
  const known = new Set<unknown>(namesOf(migrationList()));
  const [unknown] = ledger.filter(([name]) => !known.has(name));
  if (unknown === undefined) return;
  throw new DatabaseStartError(
    `This database was changed by a newer version of Suncode than this one, which does not know its migration ${String(unknown[0])}. ` +
      'Start the version that it was last used with, or a later one. To go back for good, restore a backup from before the ' +
      'upgrade into an empty database with this version.',
  );
}

type List = ReturnType<typeof migrationList>;

const unfinished = (name: string) =>
  `WHERE "migration_name" = ${quote(name)} AND "finished_at" IS NULL AND "rolled_back_at" IS NULL`;

/**
 * The engine notes the end of a migration in a transaction behind that of its script: killed between the two, or while the server
 * went on with the script, it would leave one of which nobody knows whether it was applied. So each script notes its own end, as
 * the first thing in its transaction.
 */
function noting(
  factory: SqlMigrationAwareDriverAdapterFactory,
  list: List,
): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const adapter = await factory.connect();
    const { executeScript } = adapter;
    adapter.executeScript = (script) => {
      const found = list.migrationDirectories.find(
        ({ migrationFile }) => migrationFile.content.value === script,
      );
      const note = found
        ? `UPDATE "_prisma_migrations" SET "finished_at" = now() ${unfinished(found.path)};\n`
        : '';
      return executeScript.call(adapter, `${note}${script}`);
    };
    return adapter;
  };
  const { provider, adapterName } = factory;
  return { provider, adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

/** What did not note its end was not applied, and is to be made anew. One that the server still goes on with is waited for. */
async function forgetCutOff(factory: SqlMigrationAwareDriverAdapterFactory, list: List): Promise<void> {
  const plain = list.migrationDirectories.filter(
    ({ migrationFile }) => !isOnline(migrationFile.content.value),
  );
  const adapter = await factory.connect();
  try {
    for (const { path } of plain)
      await adapter.executeRaw({
        sql: `DELETE FROM "_prisma_migrations" ${unfinished(path)}`,
        args: [],
        argTypes: [],
      });
  } finally {
    await adapter.dispose();
  }
}

/** Those up to `end` (not included). */
async function applyByEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  list: List,
  end: number,
): Promise<string[]> {
  const engine = await schemaEngine(noting(factory, list));
  try {
    const migrationsList = { ...list, migrationDirectories: list.migrationDirectories.slice(0, end) };
    return (await engine.applyMigrations({ migrationsList, filters: NO_FILTER })).appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/**
 * Prisma's engine up to each one that is to run online, and from there on again.
 * @param applied names of those that are done
 */
export async function applyInTurn(
  factory: SqlMigrationAwareDriverAdapterFactory,
  list: List,
  applied: Set<string>,
): Promise<string[]> {
  const done: string[] = [];
  const all = list.migrationDirectories;
  for (const [at, { path, migrationFile }] of all.entries()) {
    const { value: script } = migrationFile.content;
    if (!isOnline(script) || applied.has(path)) continue;
    if (all.slice(0, at).some(({ path: before }) => !applied.has(before) && !done.includes(before)))
      done.push(...(await applyByEngine(factory, list, at)));
    await migrateOnline(factory, { name: path, script });
    done.push(path);
  }
  return [...done, ...(await applyByEngine(factory, list, all.length))];
}

/**
 * Applies the migrations that the database lacks, in the ordinary `_prisma_migrations` format. The engine, which takes a
 * second to load, is only asked when there is something to do.
 * @param only for a restore: those that the backup knows, so that the later ones find its rows
 * @returns the names of those applied
 * @throws DatabaseStartError when the database is that of a newer version
 */
export async function migrate(
  factory: SqlMigrationAwareDriverAdapterFactory,
  only?: readonly string[],
): Promise<string[]> {
  const ledger = await readLedger(factory);
  if (ledger) requireKnown(ledger);
  // Exactly those that lie here: whatever else is found is the engine's to judge.
  if (
    isDeepStrictEqual(
      ledger,
      namesOf(migrationList(only)).map((name) => [name, true]),
    )
  )
    return [];
  if (ledger?.some(([, isApplied]) => isApplied !== true)) await forgetCutOff(factory, migrationList(only));
  const now = await readLedger(factory);
  const applied = new Set(now?.flatMap(([name, isApplied]) => (isApplied === true ? [String(name)] : [])));
  return applyInTurn(factory, migrationList(only), applied);
}
