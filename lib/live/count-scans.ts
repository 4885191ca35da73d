import 'server-only';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { SCAN_SCENES } from './scans/scan-kinds';

/** A scan as a Mini Program reports it: `id` is random and the same each time that the report is repeated. */
export type Scan = { id: string; key: string; scene: number };

/** Of one statement; what comes meanwhile waits for the next one. */
const AT_ONCE = 2_000;
/** More that wait are turned away, so that memory stays bounded while the database is away. */
const WAITING_MAX = 20_000;
const IDS_KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * One statement, all or nothing: ids that are new count, those of keys that are none are left out. Each table is written in the
 * order of its keys, so that two processes wait for each other and never in a circle.
 */
async function count(scans: readonly Scan[]): Promise<void> {
  const now = clock.now();
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  const day = sql`${dayOf(now)}::date`;
  const scenes = scans.map(({ scene }) => (SCAN_SCENES.includes(scene) ? scene : 0));
  await db().$executeRaw(sql`
    WITH sent AS (
      SELECT DISTINCT ON (s."id") s."id", s."key", s."scene", c."miniProgramId"
      FROM unnest(${scans.map(({ id }) => id)}::text[], ${scans.map(({ key }) => key)}::text[], ${scenes}::integer[])
        AS s("id", "key", "scene")
      JOIN "LiveCode" l ON l."key" = s."key" JOIN "Code" c ON c."id" = l."codeId"
      ORDER BY s."id"
    ), fresh AS (
      INSERT INTO "CountedScan" ("id", "at") SELECT "id", ${moment(now)} FROM sent ORDER BY "id"
      ON CONFLICT DO NOTHING RETURNING "id"
    ), counted AS (
      SELECT "key", "scene", "miniProgramId", count(*)::integer AS "count" FROM sent JOIN fresh USING ("id")
      GROUP BY "key", "scene", "miniProgramId"
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
    )
    INSERT INTO "LiveScanHour" ("key", "hour", "scene", "count")
    SELECT "key", ${moment(hour)}, "scene", "count" FROM counted ORDER BY "key", "scene"
    ON CONFLICT ("key", "hour", "scene") DO UPDATE SET "count" = "LiveScanHour"."count" + EXCLUDED."count"`);
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
    }
    this.#counting = false;
  }
}

/** Forgets the ids of scans whose reports nobody repeats any more. */
export async function sweepScans(): Promise<void> {
  const before = new Date(clock.now().getTime() - IDS_KEPT_MS);
  await db().countedScan.deleteMany({ where: { at: { lt: before } } });
}
