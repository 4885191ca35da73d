import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { LiveTarget } from '@/lib/db/generated/client';
import { moment, sql, type Sql } from '@/lib/db/sql';

/** The target that counts at a moment, as `t`, to be joined `ON TRUE`: one look into an index. */
export function currentTarget(key: Sql, at: Sql): Sql {
  return sql`LATERAL (
      SELECT * FROM "LiveTarget" t WHERE t."key" = ${key} AND t."startsAt" <= ${at}
      ORDER BY t."startsAt" DESC, t."id" DESC LIMIT 1
    ) t`;
}

/**
 * Keeps the targets of live codes from others until the end of the transaction, so that a change is made of what is so. Scans
 * are counted meanwhile.
 * @param which of live codes as `l`, with their code as `c`
 */
export function lockLive(tx: Tx, which: Sql): Promise<{ key: string; codeId: string }[]> {
  return tx.$queryRaw(sql`
    SELECT l."key", l."codeId" FROM "LiveCode" l JOIN "Code" c ON c."id" = l."codeId"
    WHERE ${which} ORDER BY l."key" FOR NO KEY UPDATE OF l`);
}

/** What keys lead to at a moment; ask after `lockLive`, in a statement of its own, which sees what others did before. */
export function readCurrent(
  tx: Pick<Tx, '$queryRaw'>,
  keys: readonly string[],
  at: Date,
): Promise<LiveTarget[]> {
  return tx.$queryRaw(sql`
    SELECT t.* FROM unnest(${[...keys]}::text[]) AS k("key")
    JOIN ${currentTarget(sql`k."key"`, moment(at))} ON TRUE`);
}
