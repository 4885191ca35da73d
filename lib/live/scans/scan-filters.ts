import { ALL_APPS } from '@/lib/apps/all-apps';
import { isDay, toStorable } from '@/lib/input/text';
import { SCAN_KINDS, type ScanKind } from './scan-kinds';

/** Periods that end today, in days. */
export const SCAN_PERIODS = ['7', '30', '90'] as const;
type ScanPeriod = (typeof SCAN_PERIODS)[number];
const PERIOD_DEFAULT: ScanPeriod = '30';

/** Of a period of one's own: as many columns as a chart has room for. */
export const PERIOD_MAX_DAYS = 92;

/** How old a live code is that was never scanned, in days. */
export const NEVER_AGES = ['7', '14', '30', '90'] as const;
type NeverAge = (typeof NEVER_AGES)[number];
const NEVER_AGE_DEFAULT: NeverAge = '14';

/**
 * What scans are narrowed to. An app of `all` or none means every Mini Program. Of `from` and `to`, days (YYYY-MM-DD) of the
 * server that are both included, both are said or none; then `period` is not looked at.
 */
export type ScanFilters = {
  app: string;
  batch: string;
  /** '' for any, NO_FOLDER, or an id. */
  folder: string;
  tag: string;
  kind: ScanKind | '';
  period: ScanPeriod;
  from: string;
  to: string;
  /** Of what was never scanned: made so many days ago, or printed so many days ago. */
  age: NeverAge;
  printed: '' | '1';
};

export const ALL_SCANS: ScanFilters = {
  ...{ app: ALL_APPS, batch: '', folder: '', tag: '', kind: '' },
  ...{ period: PERIOD_DEFAULT, from: '', to: '', age: NEVER_AGE_DEFAULT, printed: '' },
};

const ID_MAX_CHARS = 64;

const textOf = (value: unknown) => (typeof value === 'string' ? toStorable(value) : '');
const idOf = (value: unknown) => textOf(value).slice(0, ID_MAX_CHARS);
const dayOf = (value: unknown) => (isDay(textOf(value)) ? textOf(value) : '');

function oneOf<T extends string, F extends string>(known: readonly T[], value: unknown, otherwise: F): T | F {
  return known.find((one) => one === value) ?? otherwise;
}

function daysIn(said: { from?: unknown; to?: unknown }): { from: string; to: string } {
  const [from, to] = [dayOf(said.from), dayOf(said.to)];
  if (from === '' || to === '') return { from: '', to: '' };
  return from <= to ? { from, to } : { from: to, to: from };
}

/**
 * What an address says; what it cannot mean is as if it said nothing.
 * @param scopeAppId what the switcher says; null for all Mini Programs
 */
export function readScanFilters(
  said: Partial<Record<keyof ScanFilters, unknown>>,
  scopeAppId: string | null,
): ScanFilters {
  return {
    app: idOf(said.app) || (scopeAppId ?? ALL_APPS),
    batch: idOf(said.batch),
    folder: idOf(said.folder),
    tag: idOf(said.tag),
    kind: oneOf(SCAN_KINDS, said.kind, ''),
    period: oneOf(SCAN_PERIODS, said.period, PERIOD_DEFAULT),
    ...daysIn(said),
    age: oneOf(NEVER_AGES, said.age, NEVER_AGE_DEFAULT),
    printed: said.printed === '1' ? '1' : '',
  };
}

/** The other side of `readScanFilters`; the Mini Program is always said, so that a link means the same under another scope. */
export function scanQuery(filters: Partial<ScanFilters>): URLSearchParams {
  const isUsual = ([key, value]: [string, string]) =>
    value === '' || (key !== 'app' && Object.entries(ALL_SCANS).some(([k, v]) => k === key && v === value));
  return new URLSearchParams(Object.entries(filters).filter((entry) => !isUsual(entry)));
}
