import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

// `npm test`: every check of the project, one after the other. The last line says how many passed and failed; a check
// without tests of its own counts as one. `npm test -- --only unit,lint` runs a part.

type Count = { passed: number; failed: number };
type Command = { program: string; args: string[]; env?: Record<string, string> };
type Step = { name: string; title: string; needs?: string; run: () => Promise<Count> };

const reports = mkdtempSync(join(tmpdir(), 'suncode-reports-'));
let interrupted = false;

/** Runs a program of node_modules/.bin to its end. @returns its exit code, or 1 when a signal ended it */
function run({ program, args, env = {} }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', program), args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function check(...commands: Command[]): Promise<Count> {
  for (const command of commands) if ((await run(command)) !== 0) return { passed: 0, failed: 1 };
  return { passed: 1, failed: 0 };
}

/** What a report counted. A skipped test is one that nobody ran, and a run without tests or with a bad end is no pass. */
function judge(exitCode: number, passed: number, notPassed: number): Count {
  const isBroken = exitCode !== 0 || passed === 0;
  return { passed, failed: isBroken ? Math.max(notPassed, 1) : notPassed };
}

function readReport<T extends z.ZodType>(file: string, schema: T): z.output<T> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

const vitestReport = z.object({ numPassedTests: z.number(), numTotalTests: z.number() });

async function vitest(projects: string[], env: Record<string, string> = {}): Promise<Count> {
  const file = join(reports, `${projects.join('-')}-${Date.now()}.json`);
  const selected = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await run({ program: 'vitest', args: ['run', ...selected, ...reporters], env });
  const report = readReport(file, vitestReport) ?? { numPassedTests: 0, numTotalTests: 0 };
  return judge(exitCode, report.numPassedTests, report.numTotalTests - report.numPassedTests);
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** A port for the server under test, since another one of ours may be running on the usual ones. */
function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? String(address.port) : '3210'));
    });
  });
}

async function playwright(): Promise<Count> {
  const file = join(reports, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_PORT: process.env.E2E_PORT ?? (await freePort()) };
  const exitCode = await run({ program: 'playwright', args: ['test', '--reporter=list,json'], env });
  const report = readReport(file, playwrightReport);
  const { expected, unexpected, flaky, skipped } = report?.stats ?? {
    expected: 0,
    unexpected: 0,
    flaky: 0,
    skipped: 0,
  };
  return judge(exitCode, expected, unexpected + flaky + skipped);
}

const script = (file: string): Command => ({
  program: 'tsx',
  args: ['--tsconfig', 'scripts/tsconfig.json', file],
});

const STEPS: Step[] = [
  {
    name: 'generate',
    title: 'Database client',
    run: () => check({ program: 'prisma', args: ['generate', '--no-hints'] }),
  },
  { name: 'format', title: 'Format', run: () => check({ program: 'prettier', args: ['--check', '.'] }) },
  {
    name: 'types',
    title: 'Types',
    run: () => check({ program: 'next', args: ['typegen'] }, { program: 'tsc', args: ['--noEmit'] }),
  },
  { name: 'lint', title: 'Lint', run: () => check({ program: 'eslint', args: ['.', '--max-warnings=0'] }) },
  { name: 'knip', title: 'Dead code', run: () => check({ program: 'knip', args: [] }) },
  { name: 'unit', title: 'Unit tests', run: () => vitest(['unit', 'ui']) },
  {
    name: 'pglite',
    title: 'Database tests on PGlite',
    run: () => vitest(['db'], { TEST_DATABASE: 'pglite' }),
  },
  {
    name: 'postgres',
    title: 'Database tests on PostgreSQL',
    run: () => vitest(['db'], { TEST_DATABASE: 'postgres' }),
  },
  { name: 'build', title: 'Production build', run: () => check(script('scripts/build-once.ts')) },
  { name: 'e2e', title: 'End-to-end tests', needs: 'build', run: playwright },
];

/** The steps that `--only` names; the client is always generated, since most of the others need it. */
function chosenSteps(args: string[]): Step[] {
  const at = args.indexOf('--only');
  if (at === -1) return STEPS;
  const names = (args[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length === 0) return STEPS.filter(({ name }) => name === 'generate' || names.includes(name));
  throw new Error(`--only takes ${STEPS.map(({ name }) => name).join(', ')}, not "${unknown.join(', ')}".`);
}

function describeResult({ passed, failed }: Count, startedAt: number): string {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return `${failed === 0 ? 'ok' : 'FAILED'} (${passed} passed, ${failed} failed, ${seconds} s)`;
}

async function runSteps(steps: Step[]): Promise<Count> {
  const total: Count = { passed: 0, failed: 0 };
  const failedSteps = new Set<string>();
  for (const { name, title, needs, run: runStep } of steps) {
    if (interrupted) break;
    console.log(`\n=== ${title}`);
    const startedAt = performance.now();
    const blocked = needs !== undefined && failedSteps.has(needs);
    const count = blocked ? { passed: 0, failed: 1 } : await runStep();
    console.log(
      `=== ${title}: ${blocked ? `not run, since ${needs} failed` : describeResult(count, startedAt)}`,
    );
    if (count.failed > 0) failedSteps.add(name);
    total.passed += count.passed;
    total.failed += count.failed;
  }
  return total;
}

// The terminal sends Ctrl-C to the children as well: they clean up, and only then does this process end.
const interrupt = () => {
  interrupted = true;
};
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

try {
  const { passed, failed } = await runSteps(chosenSteps(process.argv.slice(2)));
  process.exitCode = failed > 0 || passed === 0 || interrupted ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
} finally {
  rmSync(reports, { recursive: true, force: true });
}
