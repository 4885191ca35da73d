import type { Draft, DraftColumn } from '@/lib/batches/draft/draft-types';
import type { RowField } from '@/lib/batches/plan/plan';
import { mend } from '@/lib/batches/check/mend';
import { resolverOf, type Resolved } from '@/lib/batches/check/resolve-field';
import { columnsOfTemplate } from '@/lib/batches/plan/template';
import type { TableRow } from '@/lib/batches/table/table';
import { writeSource, type PlanValues, type SourceValues } from '@/components/batches/draft/plan-values';

type SampleInput = {
  draft: Draft;
  field: RowField;
  source: SourceValues;
  row: TableRow;
  mends: RowField[];
};

/** What a row gets, as the dry run will read it; empty for a field without a source. */
export function sampleOf({ draft, field, source, row, mends }: SampleInput): Resolved {
  const stored = writeSource(field, source);
  if (!stored) return { text: '', issues: [] };
  const resolver = resolverOf(stored, { field, columns: draft.columns.map(({ name }) => name) });
  if (Array.isArray(resolver)) return { text: '', issues: resolver };
  const resolved = resolver(row);
  const mended = mends.includes(field) && resolved.issues.length === 0 ? mend(field, resolved.text) : null;
  return mended ? { text: mended.after, issues: [] } : resolved;
}

/** The generate form's values for the first row, for its sketch. */
export function firstRowValues(draft: Draft, values: PlanValues): PlanValues {
  const row = draft.sampleRows[0];
  if (!row) return values;
  const { mends } = values;
  const text = (field: RowField) =>
    sampleOf({ draft, field, source: values.sources[field], row, mends }).text;
  return { ...values, scene: text('scene'), path: text('path'), page: text('page'), name: text('name') };
}

/** Into which of the fields a column goes. */
export function usesOf(
  columns: DraftColumn[],
  fields: readonly RowField[],
  sources: PlanValues['sources'],
): RowField[][] {
  return columns.map(({ name }, index) =>
    fields.filter((field) => {
      const { kind, column, text } = sources[field];
      return kind === 'column' ? column === index : kind === 'text' && columnsOfTemplate(text).includes(name);
    }),
  );
}
