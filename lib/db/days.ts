import { moment, sql, type Sql } from './sql';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Both days (YYYY-MM-DD) are included; '' is open. Without a zone a day is the server's own, the one that all dates are shown in. */
export function betweenDays(column: Sql, { from, to }: { from: string; to: string }): Sql[] {
  const conditions: Sql[] = [];
  if (from) conditions.push(sql`${column} >= ${moment(new Date(`${from}T00:00:00`))}`);
  if (to) {
    const end = new Date(new Date(`${to}T00:00:00`).getTime() + DAY_MS);
    conditions.push(sql`${column} < ${moment(end)}`);
  }
  return conditions;
}
