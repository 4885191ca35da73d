import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import type { AuditItem } from './audit-types';
import type { AuditChanges } from './changes';

export type AuditRow = {
  id: string;
  at: Date;
  actorKind: string;
  actorName: string;
  action: string;
  targetKind: string | null;
  targetId: string | null;
  targetName: string | null;
  address: string | null;
  changes: AuditChanges | null;
  details: Record<string, unknown> | null;
};

/** Newest first. */
export function findRows(conditions: readonly Sql[], limit: number): Promise<AuditRow[]> {
  return db().$queryRaw<AuditRow[]>(sql`
    SELECT "id", "at", "actorKind", "actorName", "action", "targetKind", "targetId", "targetName", "address", "changes", "details"
    FROM "AuditEvent" WHERE ${all(conditions)}
    ORDER BY "at" DESC, "id" DESC LIMIT ${limit}`);
}

type Finder = { exists: (ids: string[]) => Promise<{ id: string }[]>; href: (id: string) => string };

const among = (ids: string[]) => ({ where: { id: { in: ids } }, select: { id: true } }) as const;

/** Things that have a page, and how it is known whether they are still there. */
const FINDERS: Record<string, Finder> = {
  app: { exists: (ids) => db().miniProgram.findMany(among(ids)), href: () => '/settings/apps' },
  batch: { exists: (ids) => db().batch.findMany(among(ids)), href: (id) => `/batches/${id}` },
  code: {
    exists: (ids) =>
      db().code.findMany({ where: { id: { in: ids }, deletedAt: null }, select: { id: true } }),
    href: (id) => `/codes/${id}`,
  },
  folder: { exists: (ids) => db().folder.findMany(among(ids)), href: (id) => `/codes?folder=${id}` },
  key: { exists: (ids) => db().apiKey.findMany(among(ids)), href: () => '/settings/keys' },
  webhook: {
    exists: (ids) => db().webhook.findMany(among(ids)),
    href: (id) => `/settings/webhooks/${id}`,
  },
  tag: { exists: (ids) => db().tag.findMany(among(ids)), href: (id) => `/codes?tag=${id}` },
  user: { exists: (ids) => db().user.findMany(among(ids)), href: () => '/settings/members' },
};

/** Where what is still there can be looked at, by its id. */
async function linksOf(rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const [kind, { exists, href }] of Object.entries(FINDERS)) {
    const ids = rows.flatMap((row) => (row.targetKind === kind && row.targetId ? [row.targetId] : []));
    const found = ids.length > 0 ? await exists([...new Set(ids)]) : [];
    for (const { id } of found) links.set(id, href(id));
  }
  return links;
}

export async function toItems(rows: readonly AuditRow[]): Promise<AuditItem[]> {
  const links = await linksOf(rows);
  return rows.map(({ at, actorKind, actorName, targetKind, targetId, targetName, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actor: { kind: actorKind, name: actorName },
    target:
      targetId === null && targetName === null
        ? null
        : { kind: targetKind, id: targetId, name: targetName, href: links.get(targetId ?? '') ?? null },
  }));
}
