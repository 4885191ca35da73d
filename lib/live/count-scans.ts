import 'server-only';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { MARKS_LONG_BYTES, marksOf, shortenMarks, type LongMarks } from './scans/device-marks';
import { SCAN_SCENES } from './scans/scan-kinds';

/**
 * A scan as a Mini Program reports it: `id` is random and the same each time that the report is repeated; `device` is random too,
 * drawn once by each phone, and kept nowhere.
 */
export type Scan = { id: string; key: string; scene: number; device?: string | undefined };

/** Of one statement; what comes meanwhile waits for the next one. */
const AT_ONCE = 2_000;
/**
 * Between two statements. Whatever it holds, one costs a few milliseconds, on the embedded database of the very thread that takes
 * the reports: without a pause a thousand a second became groups of three, and no time was left to read them.
 */
const GATHER_MS = 40;
/** More that wait are turned away, so that memory stays bounded while the database is away. */
const WAITING_MAX = 20_000;
const IDS_KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * One statement, all or nothing: ids that are new count, those of keys that are none are left out. Each table is written in the
 * order of its keys, so that two processes wait for each other and never in a circle.
 */
async function count(scans: readonly Scan[]): Promise<void> {
  const marks = await marksOf(scans.map(({ device }) => device));
  const now = clock.now();
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  const day = sql`${dayOf(now)}::date`;
  const scenes = scans.map(({ scene }) => (SCAN_SCENES.includes(scene) ? scene : 0));
  const long = await db().$queryRaw<LongMarks[]>(sql`
    WITH sent AS (
      SELECT DISTINCT ON (s."id") s."id", s."key", s."scene", decode(s."mark", 'hex') AS "mark", c."miniProgramId"
      FROM unnest(${scans.map(({ id }) => id)}::text[], ${scans.map(({ key }) => key)}::text[], ${scenes}::integer[],
        ${marks}::text[]) AS s("id", "key", "scene", "mark")
      JOIN "LiveCode" l ON l."key" = s."key" JOIN "Code" c ON c."id" = l."codeId"
      ORDER BY s."id"
    ), fresh AS (
      INSERT INTO "CountedScan" ("id", "at") SELECT "id", ${moment(now)} FROM sent ORDER BY "id"
      ON CONFLICT DO NOTHING RETURNING "id"
    ), counted AS (
      SELECT "key", "scene", "miniProgramId", count(*)::integer AS "count" FROM sent JOIN fresh USING ("id")
      GROUP BY "key", "scene", "miniProgramId"
    ), marked AS (
      SELECT "key", "miniProgramId", string_agg("mark", ''::bytea) AS "marks" FROM sent JOIN fresh USING ("id")
      WHERE "mark" <> '' GROUP BY "key", "miniProgramId"
    ), totals AS (
      INSERT INTO "LiveScanTotal" ("key", "count", "lastAt")
      SELECT "key", sum("count")::integer, ${moment(now)} FROM counted GROUP BY "key" ORDER BY "key"
      ON CONFLICT ("key") DO UPDATE SET "count" = "LiveScanTotal"."count" + EXCLUDED."count", "lastAt" = EXCLUDED."lastAt"
    ), days AS (
      INSERT INTO "LiveScanDay" ("key", "day", "scene", "count")
      SELECT "key", ${day}, "scene", "count" FROM counted ORDER BY "key", "scene"
      ON CONFLICT ("key", "day", "scene") DO UPDATE SET "count" = "LiveScanDay"."count" + EXCLUDED."count"
    ), apps AS (
      INSERT INTO "AppScanDay" ("miniProgramId", "day", "scene", "count")
      SELECT "miniProgramId", ${day}, "scene", sum("count")::integer FROM counted
      GROUP BY "miniProgramId", "scene" ORDER BY "miniProgramId", "scene"
      ON CONFLICT ("miniProgramId", "day", "scene") DO UPDATE SET "count" = "AppScanDay"."count" + EXCLUDED."count"
    ), hours AS (
      INSERT INTO "LiveScanHour" ("key", "hour", "scene", "count")
      SELECT "key", ${moment(hour)}, "scene", "count" FROM counted ORDER BY "key", "scene"
      ON CONFLICT ("key", "hour", "scene") DO UPDATE SET "count" = "LiveScanHour"."count" + EXCLUDED."count"
    ), devices AS (
      INSERT INTO "LiveDeviceDay" ("key", "day", "marks") SELECT "key", ${day}, "marks" FROM marked ORDER BY "key"
      ON CONFLICT ("key", "day") DO UPDATE SET "marks" = "LiveDeviceDay"."marks" || EXCLUDED."marks"
      RETURNING "key", "day", length("marks") AS "bytes"
    ), "appDevices" AS (
      INSERT INTO "AppDeviceDay" ("miniProgramId", "day", "marks")
      SELECT "miniProgramId", ${day}, string_agg("marks", ''::bytea) FROM marked
      GROUP BY "miniProgramId" ORDER BY "miniProgramId"
      ON CONFLICT ("miniProgramId", "day") DO UPDATE SET "marks" = "AppDeviceDay"."marks" || EXCLUDED."marks"
      RETURNING "miniProgramId", "day", length("marks") AS "bytes"
    )
    SELECT 'code' AS "table", "key" AS "id", "day"::text FROM devices WHERE "bytes" >= ${MARKS_LONG_BYTES}
    UNION ALL
    SELECT 'app', "miniProgramId", "day"::text FROM "appDevices" WHERE "bytes" >= ${MARKS_LONG_BYTES}`);
  for (const marks of long) await shortenMarks(marks);
}

type Waiting = { scan: Scan; done: () => void; failed: (error: unknown) => void };

/** Scans in groups: a report is answered once it stands in the database, so that no crash loses what was answered. */
export class ScanCounter {
  #waiting: Waiting[] = [];
  #counting = false;

  /** @returns false when too many wait already @throws what the database throws */
  async add(scan: Scan): Promise<boolean> {
    if (this.#waiting.length >= WAITING_MAX) return false;
    await new Promise<void>((done, failed) => {
      this.#waiting.push({ scan, done, failed });
      void this.#count();
    });
    return true;
  }

  async #count(): Promise<void> {
    if (this.#counting) return;
    this.#counting = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, AT_ONCE);
      await count(group.map(({ scan }) => scan)).then(
        () => group.forEach(({ done }) => done()),
        (error: unknown) => group.forEach(({ failed }) => failed(error)),
      );
      await clock.sleep(GATHER_MS);
    }
    this.#counting = false;
  }
}

/** Forgets the ids of scans whose reports nobody repeats any more. */
export async function sweepScans(): Promise<void> {
  const before = new Date(clock.now().getTime() - IDS_KEPT_MS);
  await db().countedScan.deleteMany({ where: { at: { lt: before } } });
}
