import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, migrationList, schemaEngine, schemaFiles } from '@/lib/db/migrate/migrate';
import { problemsOf } from '@/lib/db/migrate/online-rules';
import { openPglite } from '@/lib/db/pglite';

// `npm run db:migration -- name`: writes the SQL that leads from the migrations so far to prisma/schema.prisma, in
// Prisma's own format. The engine's own createMigration wants a shadow database that its WebAssembly build cannot open
// for PostgreSQL, so the migrations are applied to a fresh PGlite and that is compared with the schema.
const name = process.argv[2];
if (!name) throw new Error('Usage: npm run db:migration -- <name>');

const { adapter, close } = await openPglite();
await migrate(adapter);
const engine = await schemaEngine(adapter);
const files = schemaFiles();
const { stdout: script } = await engine.diff({
  from: { tag: 'schemaDatasource', files, configDir: process.cwd() },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
});
engine.free();
await close();

if (!script || script.includes('This is an empty migration')) {
  console.log('The migrations already lead to this schema.');
} else {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationList().baseDir, `${timestamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), script);
  console.log(`Wrote ${folder}. Read it before you commit it.`);
  for (const problem of problemsOf(script)) console.log(`- ${problem}`);
}
