import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

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
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => only?.includes(name) ?? true)
    .sort();
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

/** Whether the database has applied exactly the migrations that lie here. Whatever else is found is the engine's to judge. */
async function isUpToDate(
  factory: SqlMigrationAwareDriverAdapterFactory,
  only?: readonly string[],
): Promise<boolean> {
  const adapter = await factory.connect();
  try {
    const rows = async (sql: string) => (await adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
    const [[hasLedger] = []] = await rows(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL`);
    if (hasLedger !== true) return false;
    const wanted = migrationList(only).migrationDirectories.map(({ path }) => [path, true]);
    return isDeepStrictEqual(await rows(LEDGER), wanted);
  } finally {
    await adapter.dispose();
  }
}

/**
 * Applies the migrations that the database lacks, in the ordinary `_prisma_migrations` format. The engine, which takes a
 * second to load, is only asked when there is something to do.
 * @param only for a restore: those that the backup knows, so that the later ones find its rows
 * @returns the names of those applied
 */
export async function migrate(
  factory: SqlMigrationAwareDriverAdapterFactory,
  only?: readonly string[],
): Promise<string[]> {
  if (await isUpToDate(factory, only)) return [];
  const engine = await schemaEngine(factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(only),
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}
