import 'server-only';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';

const DAYS = 14;

/** How often a live code was scanned: in all, and on each of the last days, today first. */
export type ScanFigures = { total: number; days: { day: string; count: number }[] };

/** Days are those of the server, as everywhere; the caller has asked whether the code may be seen. */
export async function scanFigures(key: string): Promise<ScanFigures> {
  const today = clock.now();
  const midnight = (back: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
  const since = midnight(DAYS - 1);
  const [all, hours] = await Promise.all([
    db().liveScanHour.aggregate({ where: { key }, _sum: { count: true } }),
    db().liveScanHour.findMany({ where: { key, hour: { gte: since } }, select: { hour: true, count: true } }),
  ]);
  const byDay = new Map(Array.from({ length: DAYS }, (_, back) => [dayOf(midnight(back)), 0]));
  for (const { hour, count } of hours) byDay.set(dayOf(hour), (byDay.get(dayOf(hour)) ?? 0) + count);
  return { total: all._sum.count ?? 0, days: [...byDay].map(([day, count]) => ({ day, count })) };
}
