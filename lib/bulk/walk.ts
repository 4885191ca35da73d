import 'server-only';
import { dayOf } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import type { CodeWhereInput } from '@/lib/db/generated/models';
import { afterCursor, decodeCursor, encodeCursor } from '@/lib/db/pagination';
import type { BulkScope } from './kinds';
import { parseNamePattern, renderNamePattern } from './name-pattern';
import { whereMatching } from './scope';
import type { StoredBulk } from './stored';

/** A code whose turn has come. `name`: the new one; `was`: of an undo, what it was before the action. */
export type Visit = { id: string; name?: string; was?: unknown };

/**
 * `seen`: how many codes of the scope this step is over with; `unfit`: those of them whose new name cannot be;
 * `cursor`: where the next step goes on, null when there is none.
 */
export type Step = { visits: Visit[]; seen: number; unfit: number; cursor: string | null };

type Ticked = { scope: { codeIds: string[] } };
type Matched = { scope: Exclude<BulkScope, { codeIds: string[] }> };

const named = {
  ...{ id: true, createdAt: true, name: true, scene: true, path: true, page: true },
  miniProgram: { select: { name: true } },
} as const;

async function findCodes(tx: Tx, where: CodeWhereInput, take: number) {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return tx.code.findMany({ where, select: named, orderBy, take });
}

type NamedCode = Awaited<ReturnType<typeof findCodes>>[number];

function toVisits({ action, doneCount }: StoredBulk, codes: NamedCode[]): Pick<Step, 'visits' | 'unfit'> {
  if (action.kind !== 'rename') return { visits: codes.map(({ id }) => ({ id })), unfit: 0 };
  const { pattern, start } = action.values;
  const parsed = parseNamePattern(pattern).pattern ?? [];
  const visits = codes.flatMap((code, index) => {
    const { id, name, scene, path, page, miniProgram, createdAt } = code;
    const parameters = { scene: scene ?? '', path: path ?? '', page: page ?? '' };
    const rest = { app: miniProgram.name, date: dayOf(createdAt), seq: start + doneCount + index };
    const made = renderNamePattern(parsed, { name, ...parameters, ...rest });
    return made.fits ? [{ id, name: made.name }] : [];
  });
  return { visits, unfit: codes.length - visits.length };
}

/** Ticked codes, in the order of the screen. */
async function stepThroughIds(tx: Tx, bulk: StoredBulk & Ticked, max: number): Promise<Step> {
  const { codeIds } = bulk.scope;
  const from = Number(bulk.cursor ?? 0);
  const ids = codeIds.slice(from, from + max);
  const places = new Map(ids.map((id, index) => [id, index]));
  const codes = await findCodes(tx, { id: { in: ids } }, max);
  codes.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const next = from + ids.length;
  return { ...toVisits(bulk, codes), seen: ids.length, cursor: next < codeIds.length ? String(next) : null };
}

/**
 * All that match, newest first. What the action has changed lies behind the cursor, so that it does not matter whether it
 * still matches; codes made since the count are no part of it; and what somebody else changes meanwhile is taken as it is
 * when its turn comes.
 */
async function stepThroughMatches(tx: Tx, bulk: StoredBulk & Matched, max: number): Promise<Step> {
  const { filters, until } = bulk.scope;
  const after = bulk.cursor ? afterCursor(decodeCursor(bulk.cursor)) : {};
  const codes = await findCodes(tx, { AND: [whereMatching(filters, until), after] }, max);
  const last = codes.at(-1);
  const cursor = last && codes.length === max ? encodeCursor(last) : null;
  return { ...toVisits(bulk, codes), seen: codes.length, cursor };
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

const isTicked = (bulk: StoredBulk): bulk is StoredBulk & Ticked => 'codeIds' in bulk.scope;
const isMatched = (bulk: StoredBulk): bulk is StoredBulk & Matched => 'filters' in bulk.scope;

/** The next codes of an action, at most `max`. */
export async function nextStep(tx: Tx, bulk: StoredBulk, max: number): Promise<Step> {
  if (bulk.undoOfId !== null) return stepBack(tx, bulk, max);
  if (isTicked(bulk)) return stepThroughIds(tx, bulk, max);
  if (isMatched(bulk)) return stepThroughMatches(tx, bulk, max);
  throw new Error('an action of no scope');
}
