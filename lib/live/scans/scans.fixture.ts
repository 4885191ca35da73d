import type { Actor } from '@/lib/auth/actor';
import { getScanKeep, setScanKeep } from './keep';
import { listNeverScanned } from './never-scanned';
import { ALL_SCANS, type ScanFilters } from './scan-filters';
import { getScanRankings } from './scan-rankings';
import { getScanReport } from './scan-report';
import { scansCsv } from './scans-csv';

/** The whole file, its heads by their keys. */
export async function csvOf(actor: Actor, filters: ScanFilters): Promise<string> {
  const parts: string[] = [];
  for await (const part of scansCsv(actor, filters, (key) => key)) parts.push(part);
  return parts.join('');
}

/** By the use case: what is read with `codes.read`. */
export const SCAN_FIGURES = {
  getScanReport: (actor: Actor, filters: Partial<ScanFilters> = {}) =>
    getScanReport(actor, { ...ALL_SCANS, ...filters }),
  getScanRankings: (actor: Actor, filters: Partial<ScanFilters> = {}) =>
    getScanRankings(actor, { ...ALL_SCANS, ...filters }),
  listNeverScanned: (actor: Actor, filters: Partial<ScanFilters> = {}) =>
    listNeverScanned(actor, { ...ALL_SCANS, ...filters }),
};

export const SCAN_FILE = {
  scansCsv: (actor: Actor, filters: Partial<ScanFilters> = {}) => csvOf(actor, { ...ALL_SCANS, ...filters }),
};

export const SCAN_KEEP_READ = { getScanKeep: (actor: Actor) => getScanKeep(actor) };
export const SCAN_KEEP = {
  ...SCAN_KEEP_READ,
  setScanKeep: (actor: Actor) => setScanKeep(actor, { hours: 90, days: 366 }),
};
