import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { countScanDevices } from './devices';
import { keptAnswers } from './kept-answers';
import type { ScanFilters } from './scan-filters';
import { kindOf, SCAN_KINDS, type ScanKind } from './scan-kinds';
import { compared, hoursOf, scanPeriod, type Compared, type ScanPeriod } from './scan-period';
import { isOfSome, scanRows } from './scan-rows';

/** A day (YYYY-MM-DD) or an hour (ISO 8601), and the one that stood in its place in the period before. */
export type ScanColumn = { at: string; count: number; before: number };
export type ScanReport = {
  period: ScanPeriod;
  total: Compared;
  /** About how many devices; null where scans are narrowed to a way of scanning. */
  devices: Compared | null;
  columns: ScanColumn[];
  /** All kinds, in their order. */
  kinds: ({ kind: ScanKind } & Compared)[];
  /** By the id of the Mini Program, the most first; those without scans are left out. */
  apps: ({ app: string } & Compared)[];
};

type Row = { at: Date | null; scene: number | null; app: string | null; early: boolean; count: number };

const HOUR_MS = 60 * 60 * 1000;

/** Which column of its period a row belongs to. */
function placeIn(period: ScanPeriod): (at: Date, early: boolean) => number {
  if (!period.isHourly) {
    const days = {
      now: period.days,
      before: scanPeriod({ ...period.before, period: '7' }, new Date(0)).days,
    };
    return (at, early) => days[early ? 'before' : 'now'].indexOf(at.toISOString().slice(0, 10));
  }
  const start = { now: hoursOf(period)[0], before: hoursOf(period.before)[0] };
  return (at, early) =>
    Math.floor((at.getTime() - (start[early ? 'before' : 'now']?.getTime() ?? 0)) / HOUR_MS);
}

function columnsOf(period: ScanPeriod, rows: readonly Row[]): ScanColumn[] {
  const names = period.isHourly ? hoursOf(period).map((hour) => hour.toISOString()) : period.days;
  const columns = names.map((at): ScanColumn => ({ at, count: 0, before: 0 }));
  const place = placeIn(period);
  for (const { at, early, count } of rows) {
    const column = at && columns[place(at, early)];
    if (column) column[early ? 'before' : 'count'] += count;
  }
  return columns;
}

function beginning({ from, isHourly }: ScanPeriod): Sql {
  return moment(new Date(isHourly ? `${from}T00:00:00` : `${from}T00:00:00Z`));
}

const kept = keptAnswers<Row[]>({ fresh: 1, kept: 2 });

/** How often live codes were scanned in a period and in the one before it. Scans stay with the Mini Program when their code is gone. */
export async function getScanReport(actor: Actor, filters: ScanFilters): Promise<ScanReport> {
  requirePermission(actor, 'codes.read');
  const period = scanPeriod(filters, clock.now());
  const days = { from: period.before.from, to: period.to, isHourly: period.isHourly };
  const statement = sql`
    SELECT "at", "scene", "app", "early", sum("count")::integer AS "count" FROM (
      SELECT *, "at" < ${beginning(period)} AS "early"
      FROM (${scanRows(actor, filters, days)}) AS "found"
    ) AS "scans" GROUP BY GROUPING SETS (("at", "early"), ("scene", "early"), ("app", "early"))`;
  const ask = () => db().$queryRaw<Row[]>(statement);
  // Sums of Mini Programs are a few rows; whatever else is asked for reads those of many codes.
  const [rows, devices] = await Promise.all([
    isOfSome(filters) || period.isHourly ? kept(statement, ask) : ask(),
    countScanDevices(actor, filters, period),
  ]);
  const byScene = rows.filter(({ scene }) => scene !== null);
  const apps = [...new Set(rows.flatMap(({ app }) => (app === null ? [] : [app])))];
  return {
    period,
    total: compared(byScene),
    devices,
    columns: columnsOf(period, rows),
    kinds: SCAN_KINDS.map((kind) => ({
      kind,
      ...compared(byScene.filter(({ scene }) => kindOf(scene ?? 0) === kind)),
    })),
    apps: apps
      .map((app) => ({ app, ...compared(rows.filter((row) => row.app === app)) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.app.localeCompare(b.app)),
  };
}
