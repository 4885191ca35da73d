import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/**
 * Rooms whose every line a test should guard; `npm run mutation -- quota wechat/rules` takes some of them, a folder of one
 * or a file. Each is held against the tests in its own folder.
 */
const ROOMS = ['auth', 'quota', 'codes', 'batches', 'exports', 'wechat', 'bulk'];

const RESULTS = 'bench/mutation.json';
const REPORT = 'reports/mutation.json';

const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** Survivors that no test can tell from the code as it is, and why. Written by hand; a new run keeps them. */
const equivalentSchema = z.object({ file: z.string(), mutant: z.string(), why: z.string() });

const resultsSchema = z.record(
  z.string(),
  z.object({
    /** Percent of the mutants that tests noticed. */
    score: z.number(),
    mutants: z.number(),
    survived: z.number(),
    uncovered: z.number(),
    day: z.string(),
    equivalent: z.array(equivalentSchema),
  }),
);
type Results = z.output<typeof resultsSchema>;

function counted(statuses: string[]) {
  const of = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const noticed = of('Killed', 'Timeout');
  const [survived, uncovered] = [of('Survived'), of('NoCoverage')];
  const mutants = noticed + survived + uncovered;
  const score = mutants === 0 ? 100 : Math.round((noticed / mutants) * 1_000) / 10;
  return { score, mutants, survived, uncovered, day: new Date().toISOString().slice(0, 10) };
}

/** Changes the code of one room, a little at a time, and runs the tests of that room on each change. */
function mutate(room: string): string[] {
  // Tests and what belongs to them have a second dot in their names.
  const isFile = room.endsWith('.ts');
  const files = isFile ? `lib/${room}` : `lib/${room}/**/*.ts,!lib/${room}/**/*.*.ts`;
  const run = spawnSync('npx', ['stryker', 'run', '--mutate', files], {
    stdio: 'inherit',
    env: { ...process.env, MUTATED_ROOM: isFile ? dirname(room) : room, TEST_DATABASE: 'pglite' },
  });
  if (run.status !== 0) throw new Error(`Stryker failed on lib/${room}.`);
  const report = reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8')));
  return Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
}

const wanted = process.argv.slice(2);
for (const room of wanted.length > 0 ? wanted : ROOMS) {
  const statuses = mutate(room);
  const results: Results = resultsSchema.parse(JSON.parse(readFileSync(RESULTS, 'utf8')));
  const equivalent = results[room]?.equivalent ?? [];
  writeFileSync(
    RESULTS,
    `${JSON.stringify({ ...results, [room]: { ...counted(statuses), equivalent } }, null, 2)}\n`,
  );
}
