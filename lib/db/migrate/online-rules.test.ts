import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrationList } from './migrate';
import { LARGE_TABLES, problemsOf } from './online-rules';
import { isOnline, statementsOf } from './online-script';

/** The last one of 0.1.0. Those up to it are out in the world and stay as they are. */
const LAST_OF_FIRST_VERSION = '20261129181140_attempts';

test('no migration since 0.1.0 stops people who have a million codes', () => {
  const later = migrationList().migrationDirectories.filter(({ path }) => path > LAST_OF_FIRST_VERSION);
  for (const { path, migrationFile } of later)
    expect(problemsOf(migrationFile.content.value), path).toEqual([]);
});

test('the large tables are tables of ours', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  expect(LARGE_TABLES.filter((name) => !schema.includes(`model ${name} {`))).toEqual([]);
});

test.each([
  ['CREATE INDEX "a" ON "Code"("x")', /CONCURRENTLY IF NOT EXISTS/],
  ['CREATE UNIQUE INDEX "a" ON "AuditEvent"("x")', /CONCURRENTLY/],
  ['CREATE INDEX CONCURRENTLY IF NOT EXISTS "a" ON "Code"("x")', /"-- online"/],
  ['-- online\nCREATE INDEX CONCURRENTLY "a" ON "Code"("x")', /IF NOT EXISTS/],
  ['ALTER TABLE "BatchRow" ALTER COLUMN "x" SET NOT NULL', /NOT VALID/],
  ['ALTER TABLE "Code" ALTER COLUMN "x" SET DATA TYPE BIGINT', /another column/],
  ['ALTER TABLE "Code" ADD COLUMN "x" TEXT NOT NULL DEFAULT gen_random_uuid()', /in portions/],
  ['ALTER TABLE "Code" ADD CONSTRAINT "f" FOREIGN KEY ("x") REFERENCES "Tag"("id")', /VALIDATE CONSTRAINT/],
  ['-- later\nUPDATE "Code" SET "x" = 1', /portions of 5000/],
  ['-- online\n-- portions of 5000 by "Code"."id"\nUPDATE "Code" SET "x" = 1', /\$from/],
  [
    '-- portions of 5 by "Code"."id"\nUPDATE "Code" SET "x" = 1 WHERE "id" > $from AND "id" <= $to',
    /"-- online"/,
  ],
])('%s is refused with what to write', (script, advice) => {
  expect(problemsOf(script).join('\n')).toMatch(advice);
});

test.each([
  'CREATE INDEX "a" ON "Tag"("x"); UPDATE "Folder" SET "x" = 1; CREATE TABLE "Code2" ("id" TEXT)',
  'ALTER TABLE "Code" ADD COLUMN "x" TEXT NOT NULL DEFAULT \'\', ADD COLUMN "y" TIMESTAMP(3) NOT NULL DEFAULT now()',
  'ALTER TABLE "Code" DROP COLUMN "x"',
  'ALTER TABLE "Code" ADD CONSTRAINT "f" FOREIGN KEY ("x") REFERENCES "Tag"("id") NOT VALID',
  '-- online\nCREATE INDEX CONCURRENTLY IF NOT EXISTS "a" ON "Code"("x");\n-- portions of 5 by "Code"."id"\nUPDATE "Code" SET "x" = 1 WHERE "id" > $from AND "id" <= $to;',
])('%s is taken', (script) => {
  expect(problemsOf(script)).toEqual([]);
});

test('a script is cut where statements end, and nowhere else', () => {
  const script = `-- online
-- a comment; with a semicolon
UPDATE "a;b" SET "x" = 'one; ''two''' /* ; */ WHERE "y" = 3 - 1;
CREATE FUNCTION f() RETURNS void AS $body$ BEGIN; END; $body$ LANGUAGE plpgsql;
-- the end`;
  expect(isOnline(script)).toBe(true);
  expect(statementsOf(script).map(({ sql }) => sql)).toEqual([
    'UPDATE "a;b" SET "x" = \'one; \'\'two\'\'\' /* ; */ WHERE "y" = 3 - 1',
    'CREATE FUNCTION f() RETURNS void AS $body$ BEGIN; END; $body$ LANGUAGE plpgsql',
  ]);
});
