import 'server-only';
import type { Tx } from '@/lib/db/client';
import { clock } from '@/lib/clock';
import type { Code, LiveTarget } from '@/lib/db/generated/client';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { mayBeLive } from './limits';

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

/** What codes lead to now, by their ids; those that are not live are left out. */
export async function targetsOf(
  reader: Pick<Tx, '$queryRaw'>,
  codes: readonly Pick<Code, 'id' | 'endpoint' | 'scene'>[],
): Promise<Map<string, LiveTarget>> {
  const ids = codes.filter(mayBeLive).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await reader.$queryRaw<(LiveTarget & { codeId: string })[]>(sql`
    SELECT t.*, l."codeId" FROM "LiveCode" l
    JOIN ${currentTarget(sql`l."key"`, moment(clock.now()))} ON TRUE
    WHERE l."codeId" = ANY(${ids}::text[])`);
  return new Map(rows.map(({ codeId, ...target }) => [codeId, target]));
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
