import 'server-only';
import { Prisma } from './generated/client';

export type Sql = Prisma.Sql;
export const { sql, join, empty } = Prisma;

/** A moment as a value of our columns, which hold UTC without a zone: the zone of the session must not matter. */
export function moment(date: Date): Sql {
  return sql`${date.toISOString().slice(0, -1)}::timestamp(3)`;
}

/** `%text%` for (I)LIKE, where nothing in `text` is a wildcard. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** All of them, at least one. */
export function all(conditions: readonly Sql[]): Sql {
  return join([...conditions], ' AND ');
}
