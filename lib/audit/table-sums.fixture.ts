import { db } from '@/lib/db/client';

/** A sum of each table, whatever stands in it. */
export async function sumsOf(tables: string[]): Promise<Map<string, string>> {
  const sums = tables.map(
    (name) =>
      `SELECT '${name}' AS "name", md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), '')) AS "sum" FROM "${name}" t`,
  );
  const rows = await db().$queryRawUnsafe<{ name: string; sum: string }[]>(sums.join(' UNION ALL '));
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}
