import type { Draft, DraftColumn } from '@/lib/batches/draft/draft-types';
import { isLivePlan, LABELS, type RowField } from '@/lib/batches/plan/plan';
import type { Resolved } from '@/lib/batches/check/cell';
import { mend } from '@/lib/batches/check/mend';
import { columnsOfSource, resolverOf, withWrittenCells } from '@/lib/batches/check/resolve-field';
import { columnsOfTemplate } from '@/lib/batches/plan/template';
import type { TableRow } from '@/lib/batches/table/table';
import { writeSource, type PlanValues } from '@/components/batches/draft/plan-values';

/** A table by what its columns are called. */
export type NamedColumns = { columns: Pick<DraftColumn, 'name'>[] };

type SampleInput = Pick<PlanValues, 'sources' | 'mends'> & {
  draft: NamedColumns;
  field: RowField;
  row: TableRow;
};

type Sample = Resolved & { isMended: boolean };

function readSample({ draft, field, sources, row, mends }: SampleInput): Sample {
  const stored = writeSource(field, sources[field]);
  if (!stored) return { text: '', issues: [], isMended: false };
  const resolver = resolverOf(stored, { field, columns: draft.columns.map(({ name }) => name) });
  if (Array.isArray(resolver)) return { text: '', issues: resolver, isMended: false };
  const resolved = resolver(row);
  const mended = mends.includes(field) && resolved.issues.length === 0 ? mend(field, resolved.text) : null;
  return mended ? { text: mended.after, issues: [], isMended: true } : { ...resolved, isMended: false };
}

/** What a row gets, as the dry run will read it; empty for a field without a source. */
export function sampleOf(input: SampleInput): Sample {
  const { draft, field, sources, row } = input;
  const isNamed =
    LABELS.some((label) => label === field) && readSample({ ...input, field: 'scene' }).isMended;
  if (!isNamed) return readSample(input);
  const names = draft.columns.map(({ name }) => name);
  const scene = columnsOfSource(writeSource('scene', sources.scene), names);
  return readSample({ ...input, row: withWrittenCells(row, scene) });
}

/** The generate form's values for the first row, for its sketch. */
export function firstRowValues(draft: Draft, values: PlanValues): PlanValues {
  const row = draft.sampleRows[0];
  if (!row) return values;
  const { sources, mends } = values;
  const text = (field: RowField) => sampleOf({ draft, field, sources, row, mends }).text;
  // The sketch of a live code differs with what it leads to, as if it was its key.
  const scene = text(isLivePlan(values) ? 'liveParameters' : 'scene');
  return { ...values, scene, path: text('path'), page: text('page'), name: text('name') };
}

/** Into which of the fields a column goes. */
export function usesOf(
  columns: NamedColumns['columns'],
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
