import type { FieldIssue, IssueValues } from '@/lib/errors';
import type { BatchIssueKey } from '@/lib/batches/issues';
import type { RowField } from '@/lib/batches/plan/plan';
import { columnsOfTemplate, parseTemplate, type TemplatePart } from '@/lib/batches/plan/template';
import type { Damage, TableRow } from '@/lib/batches/table/table';

/**
 * What a field of one row says: `issues` only when it cannot be told, `plain` what people read where `text` is encoded,
 * `pairs` the parameters of a live code.
 */
export type Resolved = { text: string; plain?: string; pairs?: [string, string][]; issues: FieldIssue[] };
/** Of a row only its texts are needed; without `damage` nothing is wrong with them. */
export type ResolverRow = Pick<TableRow, 'cells' | 'damage'>;
export type Resolver = (row: ResolverRow) => Resolved;

export type Target = { field: RowField; columns: string[] };

/** What is wrong with a field of a row or a plan. */
export function issue(field: string, key: BatchIssueKey, values: IssueValues = {}): FieldIssue {
  return { field, key: `batchIssues.${key}`, values };
}

const DAMAGE_ISSUES = {
  rounded: 'cellRounded',
  exponent: 'cellExponent',
  date: 'cellDate',
  error: 'cellError',
  garbled: 'cellGarbled',
} as const satisfies Record<Damage, BatchIssueKey>;

/** What is sent must be what the person meant; a name or a note only has to be one. */
const SENT: RowField[] = ['scene', 'path', 'page', 'liveParameters', 'livePage'];

/** A cell without spaces around it, and what a spreadsheet has done to it. */
export function cellOf({ cells, damage }: ResolverRow, index: number, { field, columns }: Target): Resolved {
  const text = (cells[index] ?? '').trim();
  const kind = damage?.[index];
  if (kind === undefined || (kind !== 'error' && !SENT.includes(field))) return { text, issues: [] };
  const values = { column: columns[index] ?? '', value: text };
  return { text, issues: [issue(field, DAMAGE_ISSUES[kind], values)] };
}

/** A template in parts, or why it does not fit the table. */
export function fittingParts(
  template: string,
  { field, columns }: Target,
): { parts: TemplatePart[] } | { wrong: FieldIssue[] } {
  const parsed = parseTemplate(template);
  if ('brace' in parsed) return { wrong: [issue(field, 'templateBrace', { position: parsed.brace })] };
  const unknown = columnsOfTemplate(template).filter((name) => !columns.includes(name));
  if (unknown.length === 0) return parsed;
  return { wrong: unknown.map((name) => issue(field, 'templateColumn', { name })) };
}

/** The column of a source, or that the table has none there. */
export function columnResolver(column: number, target: Target): Resolver | FieldIssue[] {
  const isThere = column < target.columns.length;
  if (!isThere) return [issue(target.field, 'columnMissing', { column: column + 1 })];
  return (row) => cellOf(row, column, target);
}

/** Whether a part of a template is in a row: one that is optional is not where a cell of it is empty. */
export function isThere(part: TemplatePart, { cells }: ResolverRow, columns: string[]): boolean {
  return (
    !('optional' in part) ||
    part.optional.every(
      (piece) => 'text' in piece || (cells[columns.indexOf(piece.column)] ?? '').trim() !== '',
    )
  );
}
