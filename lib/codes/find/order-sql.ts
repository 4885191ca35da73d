import 'server-only';
import { moment, sql, type Sql } from '@/lib/db/sql';
import type { CodeKey, CodeOrder } from './order';

const COLUMNS: Record<CodeOrder['column'], Sql> = {
  createdAt: sql`"createdAt"`,
  updatedAt: sql`"updatedAt"`,
  archivedAt: sql`"archivedAt"`,
  deletedAt: sql`"deletedAt"`,
  usedAt: sql`"usedAt"`,
  name: sql`"name"`,
  scans: sql`"scans"`,
};

export type OrderSql = { column: Sql; direction: Sql; beyond: Sql };

export function orderSql({ column, direction }: CodeOrder): OrderSql {
  const falling = direction === 'desc';
  return {
    column: COLUMNS[column],
    direction: falling ? sql`DESC` : sql`ASC`,
    beyond: falling ? sql`<` : sql`>`,
  };
}

function plain(value: CodeKey['value']): Sql {
  return value instanceof Date ? moment(value) : sql`${value}`;
}

/** Nothing for the first page. */
export function afterRow({ column, beyond }: OrderSql, after: CodeKey | null): Sql[] {
  return after ? [sql`(${column}, "id") ${beyond} (${plain(after.value)}, ${after.id})`] : [];
}

/** The rows that are sorted by this value, and all that follow. */
export function fromValue({ column, beyond }: OrderSql, value: CodeKey['value'] | undefined): Sql[] {
  return value === undefined ? [] : [sql`${column} ${beyond}= ${plain(value)}`];
}
