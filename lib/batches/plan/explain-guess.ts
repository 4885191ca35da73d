import type { Column } from './columns';
import type { GuessedPlan } from './guess-plan';
import { ROW_FIELDS, type BatchPlan, type FieldSource, type RowField } from './plan';
import { columnsOfTemplate, optionalColumns } from './template';

/**
 * Why a field was guessed to come from where it does: by a column's name, by what stands in it, because several columns
 * only together differ in every row, or because the form of a purpose writes it so.
 */
export type GuessReason = {
  by: 'name' | 'values' | 'together' | 'purpose';
  columns: string[];
  /** Of these, the ones that rows may lack: what is made of them is left out there. */
  left?: string[];
  /** No value comes twice. */
  isUnique: boolean;
};

/** What was guessed, and why; `leaving` as in `GuessedPlan`. */
export type Guess = {
  fields: BatchPlan['fields'];
  leaving: BatchPlan['fields'];
  reasons: Partial<Record<RowField, GuessReason>>;
};

/** Reasons for the sources of a guessed plan, from the same look at the columns that made it. */
export function explainGuess(
  columns: Column[],
  { plan: { fields }, byPurpose, leaving }: GuessedPlan,
): Guess {
  const reasonOf = (field: RowField, source: FieldSource): GuessReason | undefined => {
    if (source.from === 'template') {
      const by = byPurpose.includes(field) ? 'purpose' : 'together';
      const left = optionalColumns(source.template);
      const all = { by, columns: columnsOfTemplate(source.template), isUnique: true } as const;
      return left.length > 0 ? { ...all, left } : all;
    }
    const column = source.from === 'column' ? columns[source.column] : undefined;
    return (
      column && {
        by: column.isByName ? 'name' : 'values',
        columns: [column.name],
        isUnique: column.distinct === 1,
      }
    );
  };
  const reasons: Guess['reasons'] = {};
  for (const field of ROW_FIELDS) {
    const source = fields[field];
    const reason = source && reasonOf(field, source);
    if (reason) reasons[field] = reason;
  }
  return { fields, leaving, reasons };
}
