import 'server-only';
import { db } from '@/lib/db/client';
import { sql, type Sql } from '@/lib/db/sql';
import { deviceSalt } from './device-salt';
import { compactMarks, markOf } from './device-sketch';

/** Marks are put one behind the other; as long as this they are made shorter (4 kB at most). */
export const MARKS_LONG_BYTES = 16_384;

/** In hexadecimal, '' for those that named no device. */
export async function marksOf(devices: readonly (string | undefined)[]): Promise<string[]> {
  if (devices.every((device) => device === undefined)) return devices.map(() => '');
  const salt = await deviceSalt();
  return devices.map((device) => (device === undefined ? '' : markOf(device, salt).toString('hex')));
}

/** A row of marks, by its table. */
export type LongMarks = { table: 'code' | 'app'; id: string; day: string };

const TABLES: Record<LongMarks['table'], { table: Sql; id: Sql }> = {
  code: { table: sql`"LiveDeviceDay"`, id: sql`"key"` },
  app: { table: sql`"AppDeviceDay"`, id: sql`"miniProgramId"` },
};

/** A row that another process has written meanwhile is left to the next statement that finds it long. */
export async function shortenMarks({ table: of, id, day }: LongMarks): Promise<void> {
  const { table, id: column } = TABLES[of];
  const row = sql`${column} = ${id} AND "day" = ${day}::date`;
  const [found] = await db().$queryRaw<{ marks: Uint8Array }[]>(
    sql`SELECT "marks" FROM ${table} WHERE ${row}`,
  );
  if (!found) return;
  const { marks } = found;
  await db().$executeRaw(
    sql`UPDATE ${table} SET "marks" = ${compactMarks(marks)} WHERE ${row} AND "marks" = ${marks}`,
  );
}
