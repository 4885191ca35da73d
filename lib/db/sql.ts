import 'server-only';
import { Prisma } from './generated/client';

export type Sql = Prisma.Sql;
export const { sql, join, empty } = Prisma;

/** A moment as a value of our columns, which hold UTC without a zone: the zone of the session must not matter. */
export function moment(date: Date): Sql {
  return sql`${date.toISOString().slice(0, -1)}::timestamp(3)`;
}

/** For (I)LIKE: nothing in `text` is a wildcard. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** All of them; none is always met. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length > 0 ? join([...conditions], ' AND ') : sql`TRUE`;
}
