import 'server-only';
import { getApp } from '@/lib/apps/queries';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission, roleCan } from '@/lib/auth/permissions';
import { getBatchProgress } from '@/lib/batches/report/queries';
import { getCode } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { sql, type Sql } from '@/lib/db/sql';
import type { AuditItem } from './audit-types';
import { findRows, toItems } from './rows';

const SHOWN = 50;

/** Whoever may see the thing may see what happened to it; from where is the administrators' business. */
async function history(actor: UserActor, ofIt: Sql): Promise<AuditItem[]> {
  const items = await toItems(await findRows([ofIt], SHOWN));
  if (roleCan(actor.role, 'audit.read')) return items;
  return items.map((item) => ({ ...item, address: null }));
}

/**
 * What happened to a code, newest first: by itself, among many, and the start of the batch that made it.
 * @throws AppError NOT_FOUND
 */
export async function codeHistory(actor: UserActor, id: string): Promise<AuditItem[]> {
  const code = await getCode(actor, id);
  const bulks = await db().bulkTrace.findMany({
    where: { codeIds: { has: id } },
    select: { bulkId: true },
    orderBy: { at: 'desc' },
    take: SHOWN,
  });
  const ids = [id, ...bulks.map(({ bulkId }) => bulkId)];
  const ofBatch = code.batch ? sql`OR ("targetId" = ${code.batch.id} AND "action" = 'batch.start')` : sql``;
  return history(actor, sql`("targetId" = ANY(${ids}::text[]) ${ofBatch})`);
}

/** @throws AppError NOT_FOUND */
export async function batchHistory(actor: UserActor, id: string): Promise<AuditItem[]> {
  await getBatchProgress(actor, id);
  return history(actor, sql`"targetId" = ${id}`);
}

/** For those who manage Mini Programs. @throws AppError FORBIDDEN, NOT_FOUND */
export async function appHistory(actor: UserActor, id: string): Promise<AuditItem[]> {
  requirePermission(actor, 'apps.manage');
  await getApp(actor, id);
  return history(actor, sql`"targetId" = ${id}`);
}
