import 'server-only';
import { db } from '@/lib/db/client';
import { sql } from '@/lib/db/sql';
import type { Code } from '@/lib/db/generated/client';
import { mayBeLive } from '@/lib/live/limits';

/** Codes that were scanned, with how often (`scans`) and the key of each, by which an index has them in that order. */
export const scannedCodes = sql`(
  SELECT "Code".*, s."count" AS "scans", s."key" FROM "LiveScanTotal" s JOIN "LiveCode" l USING ("key")
  JOIN "Code" ON "Code"."id" = l."codeId") AS "Code"`;

/** Of a row of "Code". As a value, since NOT EXISTS would be answered by reading all that were scanned into memory first. */
export const wasNotScanned = sql`(
  SELECT s."count" FROM "LiveCode" l JOIN "LiveScanTotal" s USING ("key") WHERE l."codeId" = "Code"."id") IS NULL`;

/** How often a live code was scanned, ever, and when last (null: never); nothing where a code is not live. */
export type Scanned = { scans?: number; scannedAt?: Date | null };

/** Codes with how often they were scanned. */
export async function withScans<Item extends Pick<Code, 'endpoint' | 'scene'>>(
  items: readonly Item[],
): Promise<(Item & Scanned)[]> {
  const keys = items.filter(mayBeLive).flatMap(({ scene }) => scene ?? []);
  if (keys.length === 0) return [...items];
  const totals = new Map(
    (await db().liveScanTotal.findMany({ where: { key: { in: keys } } })).map((row) => [row.key, row]),
  );
  return items.map((item) => {
    if (!mayBeLive(item)) return item;
    const total = totals.get(item.scene ?? '');
    return { ...item, scans: total?.count ?? 0, scannedAt: total?.lastAt ?? null };
  });
}
