import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { BOM, csvLine } from '@/lib/csv/csv-line';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { countDevices } from './device-sketch';
import type { ScanFilters } from './scan-filters';
import { SCAN_KINDS, scenesOf, type ScanKind } from './scan-kinds';
import { scanPeriod } from './scan-period';
import { byKind, codesScanned, liveCodes, onDays } from './scan-rows';

/** Rows of one statement. */
const PAGE = 2_000;

type Row = {
  key: string;
  id: string;
  name: string;
  app: string;
  count: number;
  marks: Uint8Array | null;
} & Record<ScanKind, number>;

type Heads = (key: 'day' | 'app' | 'name' | 'id' | 'key' | 'count' | 'devices' | ScanKind) => string;

const ofKind = (kind: ScanKind): Sql =>
  sql`COALESCE(sum(s."count") FILTER (WHERE s."scene" = ANY(${[...scenesOf(kind)]}::integer[])), 0)::integer`;

const kinds = sql`${ofKind('camera')} AS "camera", ${ofKind('press')} AS "press", ${ofKind('album')} AS "album",
  ${ofKind('other')} AS "other"`;

async function* rowsOf(day: string, conditions: Sql[]): AsyncGenerator<Row[]> {
  let after = '';
  for (;;) {
    const where = all([onDays({ from: day, to: day }), sql`"key" > ${after}`, ...conditions]);
    const rows = await db().$queryRaw<Row[]>(sql`
      SELECT "key", c."id", c."name", m."name" AS "app", d."marks", sum(s."count")::integer AS "count",
        ${kinds}
      FROM "LiveScanDay" s ${liveCodes} JOIN "MiniProgram" m ON m."id" = c."miniProgramId"
        LEFT JOIN "LiveDeviceDay" d USING ("key", "day")
      WHERE ${where} GROUP BY "key", c."id", m."id", d."marks" ORDER BY "key" LIMIT ${PAGE}`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.key ?? '';
  }
}

/** Phones are not told by their way of scanning. */
type Lines = { conditions: Sql[]; hasDevices: boolean };

async function* lines(days: string[], { conditions, hasDevices }: Lines, t: Heads): AsyncGenerator<string> {
  const heads = [t('day'), t('app'), t('name'), t('id'), t('key'), t('count')];
  yield BOM + csvLine([...heads, ...SCAN_KINDS.map((kind) => t(kind)), t('devices')]);
  for (const day of days)
    for await (const rows of rowsOf(day, conditions))
      yield rows
        .map(({ key, id, name, app, count, marks, ...byScan }) =>
          csvLine([
            ...[day, app, name, id, key, count, ...SCAN_KINDS.map((kind) => byScan[kind])],
            hasDevices && marks ? countDevices(marks) : '',
          ]),
        )
        .join('');
}

/** A line for each code and day with scans, the oldest first, made while it is sent. @throws AppError FORBIDDEN */
export function scansCsv(actor: Actor, filters: ScanFilters, t: Heads): AsyncGenerator<string> {
  requirePermission(actor, 'codes.export');
  const { days } = scanPeriod(filters, clock.now());
  const conditions = [...byKind(filters), ...codesScanned(actor, filters)];
  return lines(days, { conditions, hasDevices: filters.kind === '' }, t);
}
