import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { freePort } from './free-port';
import { ON_ONE_DATABASE } from './on-one-database';
import { failures, readPlaywright, readVitest, slowest, type Outcome } from './test-reports';

// `npm test`: every check of the project. The last line says how many passed and failed; a check without tests of its own
// counts as one. `npm test -- --only unit,lint` runs a part, and what that part needs.

type Command = { program: string; args: string[]; env?: Record<string, string> };
/** Runs a program to its end. @returns its exit code, or 1 when a signal ended it */
type Run = (command: Command) => Promise<number>;
type Step = { name: string; title: string; needs?: string; run: (run: Run) => Promise<Outcome> };
type Result = { step: Step; outcome: Outcome; seconds: number };

/** As many checks that keep one core busy run side by side. */
const SIDE_BY_SIDE = 2;

/** Databases of test files stand beside one another for a moment, of some tens of megabytes each. */
const ROOM_BYTES = 2 * 1024 ** 3;

/** For what nobody reads again: Linux keeps this folder in memory, and writing it to a disk was a seventh of the tests on PGlite. */
function scratchFolder(): string {
  const inMemory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= ROOM_BYTES ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

const reports = mkdtempSync(join(tmpdir(), 'suncode-reports-'));
let interrupted = false;

/** Runs a program of node_modules/.bin. @param say gets what it prints; without it, the terminal does */
function run({ program, args, env = {} }: Command, say?: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const output = say ? 'pipe' : 'inherit';
    const child = spawn(join('node_modules', '.bin', program), args, {
      stdio: ['ignore', output, output],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => say?.(text));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const check =
  (...commands: Command[]) =>
  async (start: Run): Promise<Outcome> => {
    for (const command of commands)
      if ((await start(command)) !== 0) return { passed: 0, failed: 1, tests: [] };
    return { passed: 1, failed: 0, tests: [] };
  };

type Tests = { projects: string[]; without?: string[]; env?: Record<string, string> };

const vitest =
  (name: string, { projects, without = [], env = {} }: Tests) =>
  async (start: Run): Promise<Outcome> => {
    const file = join(reports, `${name}.json`);
    const selected = [
      ...projects.flatMap((project) => ['--project', project]),
      ...without.flatMap((excluded) => ['--exclude', excluded]),
    ];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const exitCode = await start({ program: 'vitest', args: ['run', ...selected, ...reporters], env });
    return readVitest(file, exitCode);
  };

async function playwright(start: Run): Promise<Outcome> {
  const file = join(reports, 'playwright.json');
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_PORT: process.env.E2E_PORT ?? (await freePort()),
    E2E_GROUND_PORT: process.env.E2E_GROUND_PORT ?? (await freePort()),
  };
  const exitCode = await start({ program: 'playwright', args: ['test', '--reporter=list,json'], env });
  return readPlaywright(file, exitCode);
}

const buildOnce: Command = {
  program: 'tsx',
  args: ['--tsconfig', 'scripts/tsconfig.json', 'scripts/build-once.ts', '--client-is-there'],
};

/**
 * TypeScript 7 says the same in a third of the processor time, 6 is what Next and dependency-cruiser are made for. Each has a
 * `tsc`, and nobody knows whose is in .bin. What it would keep for a next time is nothing that a clean checkout has.
 */
const checkTypes: Command = {
  program: 'tsx',
  args: ['node_modules/typescript-7/bin/tsc', '--noEmit', '--incremental', 'false'],
};

/** Group after group. In a group two steps at a time, the next one as soon as one has ended. */
const GROUPS: Step[][] = [
  [
    {
      name: 'generate',
      title: 'Database client',
      run: check({ program: 'prisma', args: ['generate', '--no-hints'] }),
    },
  ],
  [
    {
      name: 'lint',
      title: 'Lint',
      run: check(
        { program: 'oxlint', args: [] },
        { program: 'depcruise', args: ['app', 'components', 'lib'] },
      ),
    },
    {
      name: 'types',
      title: 'Types',
      run: check({ program: 'next', args: ['typegen'] }, checkTypes),
    },
    { name: 'build', title: 'Production build', run: check(buildOnce) },
    { name: 'format', title: 'Format', run: check({ program: 'oxfmt', args: ['--check'] }) },
    { name: 'knip', title: 'Dead code', run: check({ program: 'knip', args: [] }) },
  ],
  // These keep both cores busy by themselves.
  [{ name: 'unit', title: 'Unit tests', run: vitest('unit', { projects: ['unit', 'ui'] }) }],
  [
    {
      name: 'pglite',
      title: `Database tests on PGlite (${ON_ONE_DATABASE.length} files whose subject is no database run on PostgreSQL alone)`,
      run: vitest('pglite', {
        projects: ['db'],
        without: ON_ONE_DATABASE,
        env: { TEST_DATABASE: 'pglite', TMPDIR: scratchFolder() },
      }),
    },
  ],
  [
    {
      name: 'postgres',
      title: 'Database tests on PostgreSQL',
      run: vitest('postgres', { projects: ['db'], env: { TEST_DATABASE: 'postgres' } }),
    },
  ],
  [{ name: 'e2e', title: 'End-to-end tests', needs: 'build', run: playwright }],
];

/** The steps that `--only` names and what they need; the client is always generated, since most of the others need it. */
function chosenGroups(args: string[]): Step[][] {
  const at = args.indexOf('--only');
  if (at === -1) return GROUPS;
  const names = (args[at + 1] ?? '').split(',');
  const steps = GROUPS.flat();
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`--only takes ${steps.map(({ name }) => name).join(', ')}, not "${unknown.join(', ')}".`);
  const needed = steps.filter(({ name }) => names.includes(name)).map(({ needs }) => needs);
  const wanted = new Set(['generate', ...names, ...needed]);
  return GROUPS.map((group) => group.filter(({ name }) => wanted.has(name)));
}

function describe({ step, outcome: { passed, failed }, seconds }: Result): string {
  const verdict = failed === 0 ? 'ok' : 'FAILED';
  return `=== ${step.title}: ${verdict} (${passed} passed, ${failed} failed, ${Math.round(seconds)} s)`;
}

/** @param isAlone it prints as it goes; beside another one, what it printed comes in one piece at its end */
async function runStep(step: Step, isAlone: boolean): Promise<Result> {
  const printed: string[] = [];
  const say = isAlone ? undefined : (text: string) => printed.push(text);
  if (isAlone) console.log(`\n=== ${step.title}`);
  const startedAt = performance.now();
  const outcome = await step.run((command) => run(command, say));
  const result = { step, outcome, seconds: (performance.now() - startedAt) / 1000 };
  if (!isAlone) console.log(`\n=== ${step.title}\n${printed.join('').trim()}`);
  console.log(describe(result));
  return result;
}

async function runGroups(groups: Step[][]): Promise<Result[]> {
  const results: Result[] = [];
  const isBlocked = ({ needs }: Step) =>
    results.some(({ step, outcome }) => step.name === needs && outcome.failed > 0);
  for (const group of groups) {
    const limit = pLimit(SIDE_BY_SIDE);
    const runOne = async (step: Step) => {
      if (interrupted) return;
      if (!isBlocked(step)) return void results.push(await runStep(step, group.length === 1));
      console.log(`\n=== ${step.title}: not run, since ${step.needs} failed`);
      results.push({ step, outcome: { passed: 0, failed: 1, tests: [] }, seconds: 0 });
    };
    await Promise.all(group.map((step) => limit(runOne, step)));
  }
  return results;
}

function summarize(results: Result[]): void {
  for (const { step, outcome } of results)
    if (outcome.tests.length > 0) console.log(`\n=== ${step.title}, the slowest:\n${slowest(outcome.tests)}`);
  for (const { step, outcome } of results) {
    const failed = failures(outcome.tests);
    if (failed !== '') console.log(`\n=== ${step.title}, what failed:\n${failed}`);
  }
  console.log(`\n${results.map(describe).join('\n')}`);
}

// The terminal sends Ctrl-C to the children as well: they clean up, and only then does this process end.
const interrupt = () => {
  interrupted = true;
};
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

try {
  const results = await runGroups(chosenGroups(process.argv.slice(2)));
  summarize(results);
  const sum = (kind: 'passed' | 'failed') => results.reduce((total, { outcome }) => total + outcome[kind], 0);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 || interrupted ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
