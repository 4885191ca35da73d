import 'server-only';
import { dayOf } from '@/lib/clock';
import type { CodeOrder } from '@/lib/codes/find/order';
import { findKeys } from '@/lib/codes/find/page-keys';
import type { Tx } from '@/lib/db/client';
import { decodeCursor, encodeCursor } from '@/lib/db/pagination';
import type { Sql } from '@/lib/db/sql';
import type { BulkScope } from './kinds';
import { parseNamePattern, renderNamePattern, type PatternValues } from './name-pattern';
import type { StoredBulk } from './stored';

/** A code whose turn has come. `name`: the new one; `was`: of an undo, what it was before the action. */
export type Visit = { id: string; name?: string; was?: unknown };

/**
 * `seen`: how many codes of the scope this step is over with; `unfit`: those of them whose new name cannot be;
 * `cursor`: where the next step goes on, null when there is none.
 */
export type Step = { visits: Visit[]; seen: number; unfit: number; cursor: string | null };

/** An action, and what the codes of its scope must meet (`scopeConditions`). */
export type Walk = { bulk: StoredBulk; conditions: Sql[] };
type Place = { bulk: Pick<StoredBulk, 'scope' | 'cursor' | 'createdById'>; conditions: Sql[] };

/** `place`: among those that were asked for, from 0. */
type NamedCode = { id: string; place: number; values: Omit<PatternValues, 'seq'> };

const named = {
  ...{ id: true, createdAt: true, name: true, scene: true, path: true, page: true },
  miniProgram: { select: { name: true } },
} as const;

/** What the names of codes can be made of, in the order of `ids`; those that are gone are left out. */
export async function readNamed(tx: Pick<Tx, 'code'>, ids: string[]): Promise<NamedCode[]> {
  const codes = await tx.code.findMany({ where: { id: { in: ids } }, select: named });
  const found = new Map(codes.map((code) => [code.id, code]));
  return ids.flatMap((id, place) => {
    const code = found.get(id);
    if (!code) return [];
    const { name, scene, path, page, miniProgram, createdAt } = code;
    const parameters = { scene: scene ?? '', path: path ?? '', page: page ?? '' };
    return [{ id, place, values: { name, ...parameters, app: miniProgram.name, date: dayOf(createdAt) } }];
  });
}

/** Codes with their new names. */
async function rename(tx: Tx, bulk: StoredBulk, ids: string[]): Promise<Pick<Step, 'visits' | 'unfit'>> {
  if (bulk.action.kind !== 'rename') return { visits: ids.map((id) => ({ id })), unfit: 0 };
  const { pattern, start } = bulk.action.values;
  const parsed = parseNamePattern(pattern).pattern ?? [];
  const codes = await readNamed(tx, ids);
  const visits = codes.flatMap(({ id, place, values }) => {
    const made = renderNamePattern(parsed, { ...values, seq: start + bulk.doneCount + place });
    return made.fits ? [{ id, name: made.name }] : [];
  });
  return { visits, unfit: codes.length - visits.length };
}

/** By the moment of creation, which never changes: an action may change the name or the place that a list is sorted by. */
function orderOf(scope: BulkScope): CodeOrder {
  const isOldest = 'filters' in scope && scope.filters.sort === 'oldest';
  return { column: 'createdAt', direction: isOldest ? 'asc' : 'desc' };
}

type Ids = { ids: string[]; cursor: string | null };

/**
 * The next codes of a scope: ticked ones in the order of the screen, or all that match. What an action has changed lies
 * behind the cursor, so that it does not matter whether it still matches; codes made since the count are no part of it; and
 * what somebody else changes meanwhile is taken as it is when its turn comes.
 */
export async function nextIds(
  tx: Pick<Tx, '$queryRaw'>,
  { bulk, conditions }: Place,
  max: number,
): Promise<Ids> {
  const { scope, cursor } = bulk;
  if ('codeIds' in scope) {
    const from = Number(cursor ?? 0);
    const next = from + max;
    const isMore = next < scope.codeIds.length;
    return { ids: scope.codeIds.slice(from, next), cursor: isMore ? String(next) : null };
  }
  const after = cursor === null ? null : decodeCursor(cursor);
  const keys = await findKeys(conditions, orderOf(scope), { after, take: max, userId: bulk.createdById, tx });
  const last = keys.at(-1);
  return {
    ids: keys.map(({ id }) => id),
    cursor: last && keys.length === max ? encodeCursor(last) : null,
  };
}

/** What an action has changed, by id. */
async function stepBack(tx: Tx, { cursor, undoOfId }: StoredBulk, max: number): Promise<Step> {
  const changes = await tx.bulkChange.findMany({
    where: { bulkId: undoOfId ?? '', ...(cursor ? { codeId: { gt: cursor } } : {}) },
    select: { codeId: true, before: true },
    orderBy: { codeId: 'asc' },
    take: max,
  });
  return {
    visits: changes.map(({ codeId, before }) => ({ id: codeId, was: before })),
    ...{ seen: changes.length, unfit: 0 },
    cursor: changes.length === max ? (changes.at(-1)?.codeId ?? null) : null,
  };
}

/** The next codes of an action, at most `max`. */
export async function nextStep(tx: Tx, walk: Walk, max: number): Promise<Step> {
  if (walk.bulk.undoOfId !== null) return stepBack(tx, walk.bulk, max);
  const { ids, cursor } = await nextIds(tx, walk, max);
  return { ...(await rename(tx, walk.bulk, ids)), seen: ids.length, cursor };
}
