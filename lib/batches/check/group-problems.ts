import { findTraps } from '@/lib/wechat/rules/traps';
import type { AssessedRow } from './assess';
import type { MendGroup, ProblemGroup, WarningGroup } from './dry-run-types';
import type { RowField } from '@/lib/batches/plan/plan';

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
    for (const value of issues) {
      // Each column is mended by itself.
      const column = value.values.column ?? '';
      yield { key: `${value.field} ${value.key} ${column}`, line, value };
    }
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

/** What can be mended or is mended, by field in the order of the form. */
export function groupMends(rows: AssessedRow[]): MendGroup[] {
  const groups = new Map<RowField, MendGroup>();
  for (const { line, mends = [] } of rows)
    for (const { field, before, after, dropped } of mends) {
      const group = groups.get(field) ?? {
        ...{ field, before, after, firstLine: line, rows: 0, dropped: '', droppedRows: 0 },
      };
      group.rows += 1;
      group.dropped ||= dropped;
      if (dropped !== '') group.droppedRows += 1;
      groups.set(field, group);
    }
  return [...groups.values()];
}

/** The traps that passing rows run into, the most frequent first. */
export function groupWarnings(rows: AssessedRow[]): WarningGroup[] {
  return group(warningsOf(rows));
}
