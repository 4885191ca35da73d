import { createHash } from 'node:crypto';
import type { FieldIssue } from '@/lib/errors';
import { newLiveSchema } from '@/lib/live/schema';
import { fieldIssues } from '@/lib/validation';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { isLivePlan, type RowField } from '@/lib/batches/plan/plan';
import { columnsOfSource } from './resolve-field';
import type { CompiledPlan, RowTexts } from './resolve-row';
import type { TableRow } from '@/lib/batches/table/table';

/** What the code of a row leads to at first. Pairs, since an object of the database would not keep their order. */
export type RowLive = { page: string; parameters: [string, string][] };

/** Stands for the key that a live code gets with its row. */
export const KEY_TO_COME = 's';

const FIELDS: Partial<Record<string, RowField>> = { page: 'livePage', parameters: 'liveParameters' };

/** Of several cells, the longest is what makes parameters too long. */
function longestColumn({ plan, columns }: CompiledPlan, { cells }: TableRow): string | undefined {
  const used = columnsOfSource(plan.fields.liveParameters, columns);
  const [longest] = used.toSorted((a, b) => (cells[b] ?? '').length - (cells[a] ?? '').length);
  return longest === undefined ? undefined : columns[longest];
}

/** Without page and parameters every row would be the same. */
function emptyIssue({ plan, columns }: CompiledPlan): FieldIssue {
  const [column] = columnsOfSource(plan.fields.liveParameters, columns).map((at) => columns[at]);
  const field = 'liveParameters';
  if (column === undefined) return { field, key: 'errors.issues.required', values: { field } };
  return { field, key: 'batchIssues.emptyCell', values: { column } };
}

/** What a row of live codes leads to, by the rules of the form; null for one whose scene says what it is. */
export function judgeLive(
  compiled: CompiledPlan,
  row: TableRow,
  { of, pairs, issues: found }: Pick<RowTexts, 'of' | 'pairs' | 'issues'>,
): { live: RowLive | null; issues: FieldIssue[] } {
  if (!isLivePlan(compiled.plan)) return { live: null, issues: [] };
  const page = of('livePage');
  const parsed = newLiveSchema.safeParse(
    { page, parameters: Object.fromEntries(pairs) },
    { reportInput: true },
  );
  if (parsed.success) {
    const isEmpty = page === '' && pairs.length === 0 && found.length === 0;
    return { live: { page, parameters: pairs }, issues: isEmpty ? [emptyIssue(compiled)] : [] };
  }
  const column = longestColumn(compiled, row);
  const issues = fieldIssues(parsed.error).map(({ field: path, key, values }): FieldIssue => {
    const field = FIELDS[path] ?? 'liveParameters';
    const isLong = key === 'errors.issues.liveTooLong' && column !== undefined;
    return { field, key, values: isLong ? { ...values, column } : values };
  });
  return { live: null, issues };
}

/** Tells rows apart whose codes lead to different things, whatever their keys will be. */
export const printOfLive = (ofCode: string, live: RowLive): string =>
  createHash('sha256')
    .update(JSON.stringify([ofCode, live.page, live.parameters]))
    .digest('hex');

/** Until its key is there. */
export const withoutKey = (parameters: CodeParameters): CodeParameters =>
  parameters.endpoint === 'getwxacodeunlimit' ? { ...parameters, scene: '' } : parameters;
