import 'server-only';
import { db } from '@/lib/db/client';
import { all, sql } from '@/lib/db/sql';
import { sameAtOnce } from '@/lib/db/together';
import { hasOwnOrder, rowsAlong } from './along';
import { COMMON_ROWS, withoutCommonTexts } from './common-texts';
import { flat, type CodeConditions } from './conditions';
import { gather } from './gather';
import { NEWEST, type CodeKey, type CodeOrder } from './order';
import { orderSql } from './order-sql';
import { findKeys } from './page-keys';
import { wasNotScanned } from './scanned';

// One page out of a million rows, in bounded time whatever the filters (measured in bench/codes/list.ts):
// 1. Walk along the index of the order and look at each row. Whatever is common is found within a few thousand rows.
// 2. What is not there at all the indexes find, and as long as it is not much, be it a batch of one name far away, it is sorted.
//    Of a word that stands in many codes they would find too much, and take long for it: a sample tells beforehand.
// 3. What is thinly spread, or what no index knows, is walked for, but not for long: the page may then be short, or empty, and
//    says where to go on.

/** How many rows each step looks at. What is gathered may be a whole batch of one name, far down the list. */
export type Bounds = { nearRows: number; gatheredRows: number; commonRows: number; farRows: number };

const BOUNDS: Bounds = {
  nearRows: 2_000,
  gatheredRows: 60_000,
  commonRows: COMMON_ROWS,
  farRows: 12_000,
};

export type KeyPage = {
  keys: CodeKey[];
  /** Where the next page starts; null when there is none. */
  next: CodeKey | null;
};

type Step = {
  conditions: CodeConditions;
  order: CodeOrder;
  after: CodeKey | null;
  take: number;
};
type WalkedRow = CodeKey & { place: number; matches: boolean };

/** Programs and open galleries ask for the same pages. */
const walked = sameAtOnce<readonly WalkedRow[]>();

/** The matches among the next `rows` rows of the order. */
async function walk({ conditions, order, after, take }: Step, rows: number): Promise<KeyPage> {
  const { column } = orderSql(order);
  const statement = sql`
    SELECT "value", "id", "place", "matches" FROM (
      SELECT *, (row_number() OVER ())::integer AS "place" FROM (
        SELECT ${column} AS "value", "id", ${all(flat(conditions))} AS "matches"
        ${rowsAlong(conditions, order, { after, rows })}
      ) AS "along"
    ) AS "walked" WHERE "matches" OR "place" = ${rows} LIMIT ${take}`;
  const key = JSON.stringify([statement.sql, statement.values]);
  const found = await walked(key, () => db().$queryRaw<WalkedRow[]>(statement));
  const last = found.at(-1);
  const keys = found.filter(({ matches }) => matches).map(({ value, id }) => ({ value, id }));
  // The last row of the walk comes along even if it does not match: without it there are no more rows.
  const more = keys.length === take || last?.place === rows;
  return { keys, next: more && last ? { value: last.value, id: last.id } : null };
}

/** What the indexes know of; null when they find too much. */
async function afar(step: Step, { gatheredRows, commonRows }: Bounds): Promise<CodeKey[] | null> {
  const conditions = await withoutCommonTexts(step.conditions, commonRows);
  return gather({ ...step, conditions }, gatheredRows);
}

function fullOrLast(keys: CodeKey[], take: number): KeyPage {
  return { keys, next: keys.length === take ? (keys.at(-1) ?? null) : null };
}

/** The next of those that were scanned, the most first. Of what is thinly spread among them the indexes tell whether it is few. */
async function scanned(step: Step, bounds: Bounds): Promise<KeyPage> {
  const near = await walk(step, bounds.nearRows);
  if (near.next === null || near.keys.length >= step.take) return near;
  const rest = { ...step, after: near.next, take: step.take - near.keys.length };
  const conditions = await withoutCommonTexts(step.conditions, bounds.commonRows);
  const first = { conditions, order: NEWEST, after: null, take: 1 };
  const isFew = await gather(first, bounds.gatheredRows);
  const known = isFew && (await gather({ ...rest, conditions }, bounds.gatheredRows));
  const far = known ? fullOrLast(known, rest.take) : await walk(rest, bounds.farRows);
  return { keys: [...near.keys, ...far.keys], next: far.next };
}

/** Behind those that were scanned stand all others, the newest first, and the key of a page is a moment. */
async function byScans(step: Step, wanted: Wanted & { bounds: Bounds }): Promise<KeyPage> {
  const { conditions, after, take } = step;
  const isBehind = after?.value instanceof Date;
  const front = isBehind ? null : await scanned(step, wanted.bounds);
  if (front?.next) return front;
  const keys = front?.keys ?? [];
  const others = { ...conditions, others: [...conditions.others, wasNotScanned] };
  const rest = { ...wanted, after: isBehind ? after : null, take: take - keys.length };
  const page = await findPage(others, NEWEST, rest);
  return { keys: [...keys, ...page.keys], next: page.next };
}

/** At most as many as are kept for a person. */
async function usedLast({ conditions, order, after, take }: Step, userId: string): Promise<KeyPage> {
  return fullOrLast(await findKeys(flat(conditions), order, { after, take, userId }), take);
}

type Wanted = { after: CodeKey | null; take: number; userId: string | null; bounds?: Bounds };

/**
 * The next codes that match, in their order: what each is sorted by, and its id. There may be fewer than `take` although
 * more follow; only `next` says whether.
 * @param wanted `userId`: whose last uses `usedAt` is about
 */
export async function findPage(
  conditions: CodeConditions,
  order: CodeOrder,
  { after, take, userId, bounds = BOUNDS }: Wanted,
): Promise<KeyPage> {
  const step = { conditions, order, after, take };
  if (order.column === 'usedAt') return usedLast(step, userId ?? '');
  if (order.column === 'scans') return byScans(step, { after, take, userId, bounds });
  const near = await walk(step, bounds.nearRows);
  if (near.next === null || near.keys.length >= take) return near;
  const rest = { ...step, after: near.next, take: take - near.keys.length };
  // Where some are near, a few steps on are more: quicker than gathering what two common words have in common. Not so for who
  // sees a few Mini Programs, in an order that no index has for them.
  const isThin = near.keys.length === 0 || !hasOwnOrder(conditions, order);
  const known = isThin ? await afar(rest, bounds) : null;
  const far = known ? fullOrLast(known, rest.take) : await walk(rest, bounds.farRows);
  return { keys: [...near.keys, ...far.keys], next: far.next };
}
