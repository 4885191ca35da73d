import type { NameValues, TemplateIssue } from '@/lib/exports/names/name-template';

// In which order pieces stand on sheets.

/** `given`: that of the table or the selection. Beside these `col:<column>` of the table that is printed. */
export const PIECE_ORDERS = ['given', 'name', 'scene', 'folder'] as const;
type Fixed = (typeof PIECE_ORDERS)[number];

const COLUMN = 'col:';
export const columnOrder = (column: string) => `${COLUMN}${column}`;

/** To be put in order all codes are held at once. */
export const SORT_MAX_CODES = 20_000;

const fixedOrder = (order: string): Fixed | undefined => PIECE_ORDERS.find((known) => known === order);

/** The column that an order names. */
const columnOf = (order: string): string | null =>
  order.startsWith(COLUMN) ? order.slice(COLUMN.length) : null;

/** What is wrong with an order of a table with these columns. */
export function orderIssue(order: string, columns: readonly string[]): TemplateIssue | null {
  if (fixedOrder(order)) return null;
  const column = columnOf(order);
  if (column !== null && columns.includes(column)) return null;
  return { key: 'columnUnknown', values: { column: column ?? order } };
}

/** Pieces that have the same folder or cell are a group, and a PDF has a bookmark for it. */
export const hasGroups = (order: string) => order === 'folder' || columnOf(order) !== null;

/** What a piece is put in order by; of an order with groups the name of its group. */
export function orderKey(order: string, values: NameValues): string {
  const column = columnOf(order);
  if (column !== null) return values.columns[column] ?? '';
  const fixed = fixedOrder(order);
  return fixed === undefined || fixed === 'given' ? '' : values[fixed];
}

// As people count and as Chinese is looked up: table 2 before table 10, 北京 before 上海.
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** What has nothing there stands last. Equal ones stay as they were. */
export function inOrder<T>(pieces: readonly T[], keyOf: (piece: T) => string): T[] {
  const keyed = pieces.map((piece) => ({ piece, key: keyOf(piece) }));
  keyed.sort((a, b) => Number(a.key === '') - Number(b.key === '') || collator.compare(a.key, b.key));
  return keyed.map(({ piece }) => piece);
}
