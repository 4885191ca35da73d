import 'server-only';
import { db } from '@/lib/db/client';
import { sql } from '@/lib/db/sql';
import type { Code } from '@/lib/db/generated/client';
import { mayBeLive } from '@/lib/live/limits';

/** Live codes that were scanned, with how often: `codeId`, `scans`. */
export const scannedCodes = sql`
  SELECT l."codeId", s."count" AS "scans" FROM "LiveScanTotal" s JOIN "LiveCode" l USING ("key")`;

/** Of a row of "Code". */
export const wasNotScanned = sql`NOT EXISTS (
  SELECT FROM "LiveCode" l JOIN "LiveScanTotal" s USING ("key") WHERE l."codeId" = "Code"."id")`;

/** `scans`: how often a live code was scanned, ever; nothing where a code is not live. */
export type Scanned = { scans?: number };

type Found = Pick<Code, 'endpoint' | 'scene'>;

/** Codes with how often they were scanned. */
export async function withScans<Item extends Found>(items: readonly Item[]): Promise<(Item & Scanned)[]> {
  const keys = items.filter(mayBeLive).flatMap(({ scene }) => scene ?? []);
  if (keys.length === 0) return [...items];
  const rows = await db().liveScanTotal.findMany({ where: { key: { in: keys } }, select: { key: true, count: true } });
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return items.map((item) => (mayBeLive(item) ? { ...item, scans: counts.get(item.scene ?? '') ?? 0 } : item));
}
