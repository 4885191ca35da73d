'use client';

import { useWatch } from 'react-hook-form';
import { usesOf, type NamedColumns } from '@/components/batches/draft/mapping/samples';
import type { PlanValues } from '@/components/batches/draft/plan-values';
import { useIssueText } from '@/components/batches/use-issue-text';
import { mend } from '@/lib/batches/check/mend';
import type { GridRow } from '@/lib/batches/edit/edit-types';
import { plannedFields, type RowField } from '@/lib/batches/plan/plan';
import type { FieldIssue, IssueTextKey } from '@/lib/errors';
import { isSceneText } from '@/lib/wechat/rules/limits';

/** What the check said of a cell, and the one text that it was meant to be, where there is one. */
export type CellProblem = { texts: string[]; cure: string | null };

const OF_CHARACTERS: IssueTextKey[] = ['wechat.issues.sceneCharacters', 'batchIssues.mendRepeats'];

/** Mended, it would still be two parameters, or what another row is. */
const REPEATED: IssueTextKey[] = ['batchIssues.duplicate', 'batchIssues.duplicateNamed'];
const INCURABLE: IssueTextKey[] = [...REPEATED, 'batchIssues.separator', 'batchIssues.mendRepeats'];

const isWrong = (text: string) => text !== '' && !isSceneText(text);

type Judged = Pick<GridRow, 'cells' | 'issues'>;

/** Finds the cells that a row's problems come from: those whose columns go into the field that is at fault. */
export function useCellProblems(draft: NamedColumns): {
  uses: RowField[][];
  problemOf: (row: GridRow, column: number) => CellProblem | null;
  /** Where a row is mended: the first column that its problems come from; of one that repeats another, what numbers it. */
  columnOf: (row: Judged) => number | undefined;
  /** What is wrong with a row and comes from no column. */
  problemsOfRow: (row: GridRow) => string[];
} {
  const issueText = useIssueText();
  const [endpoint, isLive, sources] = useWatch<PlanValues, ['endpoint', 'isLive', 'sources']>({
    name: ['endpoint', 'isLive', 'sources'],
  });
  const uses = usesOf(draft.columns, plannedFields({ endpoint, isLive }), sources);
  const columnsOf = ({ field, key, values }: FieldIssue, cells: string[]): number[] => {
    // A cell that is empty or damaged says by its name which one it is.
    const named = draft.columns.findIndex(({ name }) => name === values.column);
    if (named !== -1) return [named];
    const [of] = field.split('.', 1);
    const used = uses.flatMap((fields, column) => (fields.some((name) => name === of) ? [column] : []));
    if (!OF_CHARACTERS.includes(key)) return used;
    // Of several columns in one scene those are at fault that hold the characters.
    const wrong = used.filter((column) => isWrong((cells[column] ?? '').trim()));
    return wrong.length > 0 ? wrong : used;
  };
  const problemOf = (row: GridRow, column: number) => {
    const issues = row.issues.filter((issue) => columnsOf(issue, row.cells).includes(column));
    if (issues.length === 0) return null;
    return {
      texts: issues.map(issueText),
      cure: issues.some(({ key }) => INCURABLE.includes(key))
        ? null
        : (likeOf(issues) ?? cureOf(row.cells[column] ?? '', uses[column] ?? [], sources)),
    };
  };
  const problemsOfRow = (row: GridRow) =>
    row.issues.filter((issue) => columnsOf(issue, row.cells).length === 0).map(issueText);
  const columnOf = ({ cells, issues: [first, ...rest] }: Judged) => {
    if (!first) return undefined;
    const columns = columnsOf(first, cells);
    // A store comes before its tables.
    if (REPEATED.includes(first.key)) return columns.at(-1);
    return columns[0] ?? rest.flatMap((issue) => columnsOf(issue, cells))[0];
  };
  return { uses, problemOf, problemsOfRow, columnOf };
}

/** What the other rows say that an empty cell would be. */
function likeOf(issues: FieldIssue[]): string | null {
  const like = issues.find(({ key }) => key === 'batchIssues.emptyCellLike')?.values.like;
  return like === undefined ? null : String(like);
}

/** Where the cell is the whole value, and where it is a part of a scene: every part keeps to the characters of the whole. */
function cureOf(text: string, fields: RowField[], sources: PlanValues['sources']): string | null {
  for (const field of fields) {
    if (sources[field].kind !== 'column' && field !== 'scene') continue;
    const mended = mend(field, text.trim());
    if (mended && mended.dropped === '') return mended.after;
  }
  return null;
}
