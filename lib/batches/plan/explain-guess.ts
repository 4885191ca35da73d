import type { Column } from './columns';
import { ROW_FIELDS, type BatchPlan, type FieldSource, type RowField } from './plan';
import { columnsOfTemplate } from './template';

/**
 * Why a field was guessed to come from where it does: by a column's name, by what stands in it, or because several
 * columns only together differ in every row.
 */
export type GuessReason = {
  by: 'name' | 'values' | 'together';
  columns: string[];
  /** No value comes twice. */
  isUnique: boolean;
};

/** What was guessed, and why. */
export type Guess = {
  fields: BatchPlan['fields'];
  reasons: Partial<Record<RowField, GuessReason>>;
};

/** Reasons for the sources of a guessed plan, from the same look at the columns that made it. */
export function explainGuess(columns: Column[], { fields }: BatchPlan): Guess {
  const reasonOf = (source: FieldSource): GuessReason | undefined => {
    if (source.from === 'template')
      return { by: 'together', columns: columnsOfTemplate(source.template), isUnique: true };
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
    const reason = source && reasonOf(source);
    if (reason) reasons[field] = reason;
  }
  return { fields, reasons };
}
