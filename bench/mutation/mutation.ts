import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/**
 * Rooms whose every line a test should guard: `npm run mutation -- quota wechat/rules` takes some of them, a folder of one
 * or a file; `--sample 10` takes ten percent of the mutants, the same ones on every machine; `--fresh` forgets what earlier
 * runs found out.
 */
const ROOMS = ['auth', 'quota', 'codes', 'batches', 'exports', 'wechat', 'bulk'];

/** A room is held against the tests in its folder, and against these elsewhere. */
const TESTS_ELSEWHERE: Record<string, string[]> = { auth: ['users/sessions'] };

const RESULTS = 'bench/mutation.json';
const EQUIVALENT = 'bench/mutation/mutation-equivalent.json';
/** Of earlier runs: a mutant is tried again when its code, or a test that reaches it, has changed. */
const knownOf = (room: string) => `reports/mutation/${room.replaceAll('/', '-')}.json`;

const mutantSchema = z.looseObject({
  status: z.string(),
  mutatorName: z.string(),
  replacement: z.string().optional(),
  // As Stryker wrote it, which reads it again.
  location: z.looseObject({ start: z.object({ line: z.number(), column: z.number() }) }),
});
const reportSchema = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.string(), mutants: z.array(mutantSchema) })),
  testFiles: z.record(z.string(), z.unknown()),
});
type Report = z.output<typeof reportSchema>;
type Mutant = z.output<typeof mutantSchema>;

/** Survivors that no test can tell from the code as it is, and why. Written by hand. `line` is the line as it stands. */
const equivalentSchema = z.array(
  z.object({ file: z.string(), line: z.string(), becomes: z.string(), why: z.string() }),
);
type Equivalent = z.output<typeof equivalentSchema>;

const resultSchema = z.object({
  /** Percent of the mutants tried that tests noticed, and the same without those that cannot be noticed. */
  score: z.number(),
  scoreWithoutEquivalent: z.number(),
  /** All that were made, those tried of them, and those left alone since they run when the module loads. */
  mutants: z.number(),
  tried: z.number(),
  static: z.number(),
  killed: z.number(),
  timeouts: z.number(),
  survived: z.number(),
  uncovered: z.number(),
  equivalent: z.number(),
  minutes: z.number(),
  day: z.string(),
});
const resultsSchema = z.record(z.string(), resultSchema);
type Result = z.output<typeof resultSchema>;

type Found = Mutant & { file: string; line: string };

function found({ files }: Report): Found[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    const lineOf = (mutant: Mutant) => (lines[mutant.location.start.line - 1] ?? '').trim();
    return mutants.map((mutant) => ({ ...mutant, file, line: lineOf(mutant) }));
  });
}

function isEquivalent({ file, line, replacement = '' }: Found, known: Equivalent): boolean {
  return known.some((one) => one.file === file && one.line === line && one.becomes === replacement);
}

const percent = (part: number, whole: number) =>
  whole === 0 ? 100 : Math.round((part / whole) * 1_000) / 10;

function counted(mutants: Found[], known: Equivalent, minutes: number): Result {
  const of = (status: string) => mutants.filter((mutant) => mutant.status === status);
  const [killed, timeouts] = [of('Killed').length, of('Timeout').length];
  const missed = [...of('Survived'), ...of('NoCoverage')];
  const tried = killed + timeouts + missed.length;
  const equivalent = missed.filter((mutant) => isEquivalent(mutant, known)).length;
  return {
    score: percent(killed + timeouts, tried),
    scoreWithoutEquivalent: percent(killed + timeouts, tried - equivalent),
    ...{ mutants: mutants.length, tried, static: of('Ignored').length, killed, timeouts },
    ...{ survived: of('Survived').length, uncovered: of('NoCoverage').length, equivalent },
    ...{ minutes, day: new Date().toISOString().slice(0, 10) },
  };
}

function tell(mutants: Found[], known: Equivalent): void {
  for (const mutant of mutants) {
    if (!['Survived', 'NoCoverage'].includes(mutant.status) || isEquivalent(mutant, known)) continue;
    const { file, line, status, replacement = '', location } = mutant;
    console.log(`${file}:${location.start.line}:${location.start.column} ${status}\n  ${line}`);
    console.log(`  → ${replacement.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
  }
}

/** What was not drawn is not known: a larger sample would take it for a result. */
function forgetUndrawn(path: string, report: Report): void {
  for (const file of Object.values(report.files))
    file.mutants = file.mutants.filter(({ status }) => status !== 'CompileError');
  writeFileSync(path, JSON.stringify(report));
}

/** Their processes run the code as it is, whatever is changed in the one that tests. */
const OF_OTHER_PROCESSES = ['batches/run/kill.db.test.ts', 'batches/run/kill-live.db.test.ts'];

/** A file that cannot be loaded in Stryker's copy of the project has no tests there, and Stryker does not mind. */
function requireAllRan(tests: string[], { testFiles }: Report): void {
  const isOfRoom = (path: string) =>
    tests.some((name) =>
      name.endsWith('/**/*') ? path.startsWith(name.slice(0, -'**/*'.length)) : path.startsWith(`${name}.`),
    );
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && isOfRoom(path) && !OF_OTHER_PROCESSES.includes(path));
  const missing = files.filter((path) => !(`lib/${path}` in testFiles));
  if (missing.length > 0) throw new Error(`Without a test in Stryker's copy: ${missing.join(', ')}`);
}

/** Changes the code of one room, a little at a time, and runs the tests that reach each change. */
function mutate(room: string, share: number): Found[] {
  // Tests and what belongs to them have a second dot in their names.
  const isFile = room.endsWith('.ts');
  const files = isFile ? `lib/${room}` : `lib/${room}/**/*.ts,!lib/${room}/**/*.*.ts`;
  const tests = [`${isFile ? dirname(room) : room}/**/*`, ...(TESTS_ELSEWHERE[room] ?? [])];
  const known = knownOf(room);
  const args = ['stryker', 'run', '--mutate', files, '--incremental', '--incrementalFile', known];
  const run = spawnSync('npx', args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATION_TESTS: tests.join(','),
      MUTATION_WITHOUT: OF_OTHER_PROCESSES.join(','),
      MUTATION_SHARE: String(share),
      TEST_DATABASE: 'pglite',
    },
  });
  if (run.status !== 0) throw new Error(`Stryker failed on lib/${room}.`);
  const report = reportSchema.parse(JSON.parse(readFileSync(known, 'utf8')));
  requireAllRan(tests, report);
  const mutants = found(report);
  forgetUndrawn(known, report);
  return mutants;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '100' }, fresh: { type: 'boolean', default: false } },
});
const share = z.coerce.number().positive().max(100).parse(values.sample) / 100;
const equivalent = equivalentSchema.parse(JSON.parse(readFileSync(EQUIVALENT, 'utf8')));
for (const room of positionals.length > 0 ? positionals : ROOMS) {
  if (!existsSync(`lib/${room}`)) throw new Error(`There is no lib/${room}.`);
  if (values.fresh) rmSync(knownOf(room), { force: true });
  const startedAt = Date.now();
  const mutants = mutate(room, share);
  const result = counted(mutants, equivalent, Math.round((Date.now() - startedAt) / 60_000));
  tell(mutants, equivalent);
  console.log(room, result);
  const results = resultsSchema.parse(JSON.parse(readFileSync(RESULTS, 'utf8')));
  writeFileSync(RESULTS, `${JSON.stringify({ ...results, [room]: result }, null, 2)}\n`);
}
