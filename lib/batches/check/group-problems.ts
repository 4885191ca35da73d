import { unknownPageTraps, type KnownPages } from '@/lib/apps/pages/known-pages';
import { findTraps } from '@/lib/wechat/rules/traps';
import type { AssessedRow } from './assess';
import type { MendGroup, OtherNames, ProblemGroup, WarningGroup } from './dry-run-types';
import type { BatchIssueKey } from '@/lib/batches/issues';
import type { FieldIssue, IssueTextKey } from '@/lib/errors';
import type { RowField } from '@/lib/batches/plan/plan';

/** More different causes than these nobody reads. */
const GROUPS_MAX = 20;

const mostFrequent = <T extends { rows: number }>(groups: T[]): T[] =>
  groups.toSorted((a, b) => b.rows - a.rows).slice(0, GROUPS_MAX);

type Group = { rows: number; firstLine: number };

/** Counts what rows have in common; the first of each stands for all. */
function group<T>(found: Iterable<{ key: string; line: number; value: T }>): (T & Group)[] {
  const groups = new Map<string, T & Group>();
  for (const { key, line, value } of found) {
    const known = groups.get(key);
    if (known) known.rows += 1;
    else groups.set(key, { ...value, rows: 1, firstLine: line });
  }
  return mostFrequent([...groups.values()]);
}

/** What rows have in common of which each names another line. */
const OF_SEVERAL: Partial<Record<IssueTextKey, BatchIssueKey>> = {
  'batchIssues.duplicate': 'duplicates',
  'batchIssues.duplicateNamed': 'duplicatesNamed',
  'batchIssues.mendRepeats': 'mendsRepeat',
};

type Found = { problem: ProblemGroup & { left: number }; said: string };

/** The values that the text of a group mentions are those of its first row, unless it says so (`isExample`). */
function add(groups: Map<string, Found>, { field, key, values }: FieldIssue, row: AssessedRow): void {
  // Each column is mended by itself.
  const cause = `${field} ${key} ${values.column ?? ''}`;
  const said = JSON.stringify(values);
  // `lineColor.r` is a matter of lineColor.
  const left = row.mends?.some((mend) => mend.field === field.split('.', 1)[0]) ? 0 : 1;
  const known = groups.get(cause);
  if (!known) {
    const problem = { field, key, values, rows: 1, firstLine: row.line, left };
    groups.set(cause, { problem, said });
    return;
  }
  const { problem } = known;
  problem.rows += 1;
  problem.left += left;
  if (known.said === said || problem.isExample) return;
  const common = OF_SEVERAL[key];
  if (common) Object.assign(problem, { key: `batchIssues.${common}`, values: {} });
  else problem.isExample = true;
}

function* warningsOf(rows: AssessedRow[], known: KnownPages | null) {
  for (const { line, parameters } of rows)
    for (const value of parameters ? [...unknownPageTraps(parameters, known), ...findTraps(parameters)] : [])
      yield { key: `${value.field} ${value.key} ${value.values?.page ?? ''}`, line, value };
}

/** What is wrong with rows, the most frequent first. A row with two faults counts in both groups. */
export function groupProblems(rows: AssessedRow[]): ProblemGroup[] {
  const groups = new Map<string, Found>();
  for (const row of rows) for (const issue of row.issues) add(groups, issue, row);
  return mostFrequent([...groups.values()].map(({ problem }) => problem));
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

const UNFIT: readonly IssueTextKey[] = [
  'wechat.issues.sceneTooLong',
  'wechat.issues.sceneCharacters',
  'batchIssues.sceneTextTooLong',
  'batchIssues.parameterCharacters',
  'batchIssues.separator',
];

/** Rows whose scene no code can hold, also once all is mended that a press mends. */
export function groupUnfit(rows: AssessedRow[]): Group | null {
  const unfit = rows.filter(
    ({ issues, mends = [] }) =>
      issues.some(({ key }) => UNFIT.includes(key)) && !mends.some(({ field }) => field === 'scene'),
  );
  const [first] = unfit;
  return first ? { rows: unfit.length, firstLine: first.line } : null;
}

/** Rows that would take a code that is there under another name: the tables of another shop, usually. */
export function groupOtherNames(rows: AssessedRow[]): OtherNames | null {
  const others = rows.filter(({ knownAs, name }) => knownAs !== undefined && name !== '' && name !== knownAs);
  const [first] = others;
  if (!first) return null;
  const { line: firstLine, name, knownAs: known = '' } = first;
  return { rows: others.length, firstLine, name, known };
}

/** The traps that passing rows run into, each page that nobody knows by itself; the most frequent first. */
export function groupWarnings(rows: AssessedRow[], known: KnownPages | null): WarningGroup[] {
  return group(warningsOf(rows, known));
}
