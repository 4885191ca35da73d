import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

/** How long one test took, and where it stands. */
export type Timed = { name: string; ms: number };
export type Count = { passed: number; failed: number };
export type Outcome = Count & { tests: Timed[] };

const SLOWEST = 10;

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
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

/** @param file the JSON report of a run of vitest; one that was not written counts as a failure */
export function readVitest(file: string, exitCode: number): Outcome {
  const report = read(file, vitestReport);
  if (!report) return { ...judge(exitCode, 0, 0), tests: [] };
  const { numPassedTests, numTotalTests, testResults } = report;
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${relative('.', name)} › ${fullName}`,
      ms: duration ?? 0,
    })),
  );
  return { ...judge(exitCode, numPassedTests, numTotalTests - numPassedTests), tests };
}

const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ projectName: z.string(), results: z.array(z.object({ duration: z.number() })) })),
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
    tests.map(({ projectName, results }) => ({
      name: `${projectName} › ${file} › ${title}`,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
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

/** The ten that took longest, a line each. */
export function slowest(tests: Timed[]): string {
  return tests
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
    .join('\n');
}
