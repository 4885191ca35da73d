import 'server-only';
import type { Sight } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { ExportWhereInput } from '@/lib/db/generated/models';

/**
 * The exports of which somebody sees every Mini Program; to be put into `where` as `AND`. One over all of them is seen by
 * who sees all.
 */
export async function seenExports({ sees }: { sees: Sight }): Promise<ExportWhereInput> {
  if (sees === 'all') return {};
  // A list of a row cannot be asked whether it holds nothing but these; so it is asked whether it holds any other.
  const others = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "app"."id" FROM "Export", unnest("appIds") AS "app" ("id")
    WHERE NOT "app"."id" = ANY(${[...sees]}::text[])`;
  return {
    appIds: { isEmpty: false },
    NOT: { appIds: { hasSome: others.map(({ id }) => id) } },
  };
}
