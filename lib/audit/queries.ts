import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { betweenDays } from '@/lib/db/days';
import { decodeCursor, encodeCursor } from '@/lib/db/pagination';
import { AppError } from '@/lib/errors';
import { escapeLike, moment, sql, type Sql } from '@/lib/db/sql';
import type { AuditPage } from './audit-types';
import { BY_STRANGERS, BY_SYSTEM, type AuditFilters } from './filters';
import { findRows, toItems, type AuditRow } from './rows';

const PAGE_SIZE = 50;
/** With fewer matches they are gathered and sorted; with more the list finds them quickly by walking along its order. */
const GATHERED_MAX = 2_000;

/** Part of a name (each Chinese character is found by its trigrams), or an id. */
async function searched(q: string): Promise<Sql[]> {
  if (q === '') return [];
  const condition = sql`("searchText" LIKE '%' || code_search_encode(${escapeLike(q)}) || '%' OR "targetId" = ${q})`;
  const found = await db().$queryRaw<{ id: string }[]>(
    sql`SELECT "id" FROM "AuditEvent" WHERE ${condition} LIMIT ${GATHERED_MAX + 1}`,
  );
  if (found.length > GATHERED_MAX) return [condition];
  return [sql`"id" = ANY(${found.map(({ id }) => id)}::text[])`];
}

function doneBy(who: string): Sql[] {
  if (who === '') return [];
  const isNobody = who === BY_SYSTEM || who === BY_STRANGERS;
  return [isNobody ? sql`"actorId" IS NULL AND "actorKind" = ${who}` : sql`"actorId" = ${who}`];
}

async function conditionsOf({ who, area, from, to, q }: AuditFilters): Promise<Sql[]> {
  const ofArea = area === '' ? [] : [sql`"area" = ${area}`];
  return [...doneBy(who), ...ofArea, ...betweenDays(sql`"at"`, { from, to }), ...(await searched(q))];
}

const cursorOf = ({ at, id }: AuditRow) => encodeCursor({ value: at, id });

function after(cursor: string): Sql {
  const { value, id } = decodeCursor(cursor);
  return sql`("at", "id") < (${moment(value)}, ${id})`;
}

/** What happened, newest first. @throws AppError FORBIDDEN, INVALID_INPUT for a cursor that is none */
export async function listAudit(
  actor: Actor,
  { cursor, ...filters }: AuditFilters & { cursor?: string | undefined },
): Promise<AuditPage> {
  requirePermission(actor, 'audit.read');
  // The record is about every Mini Program, and does not say of which one a thing is.
  if (actor.sees !== 'all') throw new AppError('FORBIDDEN', { values: { permission: 'audit.read' } });
  const conditions = await conditionsOf(filters);
  const rows = await findRows([...conditions, ...(cursor ? [after(cursor)] : [])], PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { items: await toItems(shown), nextCursor: last ? cursorOf(last) : null };
}

const CSV_PAGE = 500;

/** All of them in pages, for a file. The permission is asked for by whoever makes it. */
export async function* walkAudit(filters: AuditFilters): AsyncGenerator<AuditRow[]> {
  const conditions = await conditionsOf(filters);
  let next: Sql[] = [];
  for (;;) {
    const rows = await findRows([...conditions, ...next], CSV_PAGE);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < CSV_PAGE || !last) return;
    next = [after(cursorOf(last))];
  }
}

export type AuditPerson = { id: string; name: string };

/** Whom the list can be narrowed to: everybody who is or was a member. */
export async function listAuditPeople(actor: Actor): Promise<AuditPerson[]> {
  requirePermission(actor, 'audit.read');
  return db().user.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}
