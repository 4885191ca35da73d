import 'server-only';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { kindOf, SCAN_KINDS, type ScanKind } from './scans/scan-kinds';
import { daysBefore } from './day';
import { countCodeDevices } from './scans/devices';
import { hoursOf, lastDays } from './scans/scan-period';

const DAYS = 14;

/** How often a live code was scanned: in all, on each of the last days, today first, and in each hour of today. */
export type ScanFigures = {
  total: number;
  /** About how many devices in these days; 0 when none was named. */
  devices: number;
  days: { day: string; count: number }[];
  /** In as many days before these. */
  before: number;
  /** In these days, those without scans left out. */
  kinds: { kind: ScanKind; count: number }[];
  hours: { hour: string; count: number }[];
};

/** A column of days has no zone: the client gives and takes its midnight in UTC. */
const inUtc = (day: string) => new Date(`${day}T00:00:00Z`);

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

/** Days are those of the server, as everywhere; the caller has asked whether the code may be seen. */
export async function scanFigures(key: string): Promise<ScanFigures> {
  const today = dayOf(clock.now());
  const days = lastDays(today, DAYS).reverse();
  const first = days.at(-1) ?? today;
  const hours = hoursOf({ from: today, to: today });
  const [all, byDay, byHour, devices] = await Promise.all([
    db().liveScanTotal.findUnique({ where: { key } }),
    db().liveScanDay.findMany({ where: { key, day: { gte: inUtc(daysBefore(first, DAYS)) } } }),
    db().liveScanHour.findMany({ where: { key, hour: { gte: hours[0] ?? clock.now() } } }),
    countCodeDevices(key, { from: first, to: today }),
  ]);
  const rows = byDay.map(({ day, ...row }) => ({ ...row, day: day.toISOString().slice(0, 10) }));
  const recent = rows.filter(({ day }) => day >= first);
  return {
    total: all?.count ?? 0,
    devices,
    days: days.map((day) => ({ day, count: sum(recent.filter((row) => row.day === day)) })),
    before: sum(rows.filter(({ day }) => day < first)),
    kinds: SCAN_KINDS.map((kind) => ({
      kind,
      count: sum(recent.filter(({ scene }) => kindOf(scene) === kind)),
    })).filter(({ count }) => count > 0),
    hours: hours.map((hour) => ({
      hour: hour.toISOString(),
      count: sum(byHour.filter((row) => row.hour.getTime() === hour.getTime())),
    })),
  };
}
