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

/** Nothing for the first page. */
export function afterRow({ column, beyond }: OrderSql, after: CodeKey | null): Sql[] {
  if (!after) return [];
  const { value, id } = after;
  const plain = value instanceof Date ? moment(value) : sql`${value}`;
  return [sql`(${column}, "id") ${beyond} (${plain}, ${id})`];
}
