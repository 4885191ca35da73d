import { findTraps } from '@/lib/wechat/rules/traps';
import type { AssessedRow } from './assess';
import type { ProblemGroup, WarningGroup } from './dry-run-types';

/** More different causes than these nobody reads. */
const GROUPS_MAX = 20;

type Group = { rows: number; firstLine: number };

/** Counts what rows have in common; the first of each stands for all. */
function group<T>(found: Iterable<{ key: string; line: number; value: T }>): (T & Group)[] {
  const groups = new Map<string, T & Group>();
  for (const { key, line, value } of found) {
    const known = groups.get(key);
    if (known) known.rows += 1;
    else groups.set(key, { ...value, rows: 1, firstLine: line });
  }
  return [...groups.values()].toSorted((a, b) => b.rows - a.rows).slice(0, GROUPS_MAX);
}

function* problemsOf(rows: AssessedRow[]) {
  for (const { line, issues } of rows)
    for (const value of issues) yield { key: `${value.field} ${value.key}`, line, value };
}

function* warningsOf(rows: AssessedRow[]) {
  for (const { line, parameters } of rows)
    for (const value of parameters ? findTraps(parameters) : [])
      yield { key: `${value.field} ${value.key}`, line, value };
}

/** What is wrong with rows, the most frequent first. A row with two faults counts in both groups. */
export function groupProblems(rows: AssessedRow[]): ProblemGroup[] {
  return group(problemsOf(rows));
}

/** The traps that passing rows run into, the most frequent first. */
export function groupWarnings(rows: AssessedRow[]): WarningGroup[] {
  return group(warningsOf(rows));
}
