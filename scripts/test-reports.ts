import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** How long one test took, where it stands, and the first words of why it failed. */
export type Timed = { name: string; ms: number; failure?: string };
export type Count = { passed: number; failed: number };
export type Outcome = Count & { tests: Timed[] };

const SLOWEST = 5;

/** Of what a failed test says, what tells it from another one. */
const FAILURE_LINES = 6;
const FAILURE_CHARACTERS = 600;

function read<T extends z.ZodType>(file: string, schema: T): z.output<T> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** What a report counted. A skipped test is one that nobody ran, and a run without tests or with a bad end is no pass. */
function judge(exitCode: number, passed: number, notPassed: number): Count {
  const isBroken = exitCode !== 0 || passed === 0;
  return { passed, failed: isBroken ? Math.max(notPassed, 1) : notPassed };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          duration: z.number().nullish(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** @param file the JSON report of a run of vitest; one that was not written counts as a failure */
export function readVitest(file: string, exitCode: number): Outcome {
  const report = read(file, vitestReport);
  if (!report) return { ...judge(exitCode, 0, 0), tests: [] };
  const { numPassedTests, numTotalTests, testResults } = report;
  const tests = testResults.flatMap(({ name, message, assertionResults }): Timed[] => {
    const file = relative('.', name);
    const own = assertionResults.map(({ fullName, duration, status, failureMessages }) => ({
      name: `${file} › ${fullName}`,
      ms: duration ?? 0,
      failure: status === 'passed' ? undefined : (failureMessages?.[0] ?? status),
    }));
    // What failed outside of a test: an import, or what a file does before and after its tests.
    return message === '' ? own : [...own, { name: file, ms: 0, failure: message }];
  });
  return { ...judge(exitCode, numPassedTests, numTotalTests - numPassedTests), tests };
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(
        z.object({ duration: z.number(), errors: z.array(z.object({ message: z.string().optional() })) }),
      ),
    }),
  ),
});
/** A file, or a group in it; groups lie in groups. */
type Suite = { specs: z.output<typeof spec>[]; suites?: Suite[] };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec), suites: z.array(suite).optional() }),
);
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suite),
});

function timesOf({ specs, suites = [] }: Suite): Timed[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      name: `${projectName} › ${file} › ${title}`,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
      failure: status === 'expected' ? undefined : (results.at(-1)?.errors[0]?.message ?? status),
    })),
  );
  return [...own, ...suites.flatMap(timesOf)];
}

/** @param file the JSON report of a run of Playwright; one that was not written counts as a failure */
export function readPlaywright(file: string, exitCode: number): Outcome {
  const report = read(file, playwrightReport);
  if (!report) return { ...judge(exitCode, 0, 0), tests: [] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    ...judge(exitCode, expected, unexpected + flaky + skipped),
    tests: report.suites.flatMap(timesOf),
  };
}

/** Those that failed, each with the first lines of why. A log of which only the end was kept still names them. */
export function failures(tests: Timed[]): string {
  return tests
    .filter(({ failure }) => failure !== undefined)
    .map(({ name, failure = '' }) => {
      const said = stripVTControlCharacters(failure).slice(0, FAILURE_CHARACTERS).split('\n');
      const lines = said.filter((line) => line.trim() !== '').slice(0, FAILURE_LINES);
      return [name, ...lines.map((line) => `    ${line}`)].join('\n');
    })
    .join('\n');
}

/** Those that took longest, a line each. */
export function slowest(tests: Timed[]): string {
  return tests
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
    .join('\n');
}
