import 'server-only';
import { moment, sql, type Sql } from '@/lib/db/sql';
import type { CodeKey, CodeOrder } from './order';
import { scannedCodes } from './scanned';

const COLUMNS: Record<CodeOrder['column'], Sql> = {
  createdAt: sql`"createdAt"`,
  updatedAt: sql`"updatedAt"`,
  archivedAt: sql`"archivedAt"`,
  deletedAt: sql`"deletedAt"`,
  usedAt: sql`"usedAt"`,
  name: sql`"name"`,
  scans: sql`"scans"`,
};

/** `tie` tells equal ones apart; `tieOf` is that of a row by its id. */
export type OrderSql = { column: Sql; tie: Sql; tieOf: (id: string) => Sql; direction: Sql; beyond: Sql };

const BY_ID = { tie: sql`"id"`, tieOf: (id: string) => sql`${id}` };

/** The index of what is scanned most knows keys, which begin with s. A code that is gone for good stands before all that were scanned as often. */
const BY_KEY = {
  tie: sql`"key"`,
  tieOf: (id: string) => sql`COALESCE((SELECT "key" FROM "LiveCode" WHERE "codeId" = ${id}), 't')`,
};

export function orderSql({ column, direction }: CodeOrder): OrderSql {
  const falling = direction === 'desc';
  return {
    column: COLUMNS[column],
    ...(column === 'scans' ? BY_KEY : BY_ID),
    direction: falling ? sql`DESC` : sql`ASC`,
    beyond: falling ? sql`<` : sql`>`,
  };
}

function plain(value: CodeKey['value']): Sql {
  return value instanceof Date ? moment(value) : sql`${value}`;
}

/** The rows that a list reads in this order: those of a list by scans are the ones that were scanned. */
export function source({ column }: CodeOrder): Sql {
  return column === 'scans' ? scannedCodes : sql`"Code"`;
}

/** Nothing for the first page. */
export function afterRow({ column, tie, tieOf, beyond }: OrderSql, after: CodeKey | null): Sql[] {
  return after ? [sql`(${column}, ${tie}) ${beyond} (${plain(after.value)}, ${tieOf(after.id)})`] : [];
}
