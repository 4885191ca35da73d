import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { recordAudit } from '@/lib/audit/service';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { SCAN_DAYS_KEEP, SCAN_HOURS_KEEP } from './keep-limits';
import { daysBefore } from './scan-period';

/** The installation's own row. */
const id = 1;
/** Of one step of the sweeper: deleting more at once would hold up everybody on the embedded database. */
const STEP_ROWS = 2_000;
/** Of one sweep, which comes every quarter of a minute. */
const SWEEP_STEPS = 10;

export type ScanKeep = { hours: number; days: number };
const DEFAULTS: ScanKeep = { hours: 90, days: 730 };

const keepSchema = z.object({ hours: z.literal(SCAN_HOURS_KEEP), days: z.literal(SCAN_DAYS_KEEP) });

async function keptFor(): Promise<ScanKeep> {
  const select = { scanHoursKeepDays: true, scanDaysKeepDays: true } as const;
  const row = await db().installation.findUnique({ where: { id }, select });
  return row ? { hours: row.scanHoursKeepDays, days: row.scanDaysKeepDays } : DEFAULTS;
}

/** For how many days figures by hour and by day are kept. */
export async function getScanKeep(actor: Actor): Promise<ScanKeep> {
  requirePermission(actor, 'system.manage');
  return keptFor();
}

/** What is older goes by and by. @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND before the installation is set up */
export async function setScanKeep(actor: Actor, input: ScanKeep): Promise<void> {
  requirePermission(actor, 'system.manage');
  const { hours, days } = parseInput(keepSchema, input);
  await db().$transaction(async (tx) => {
    const before = await tx.installation.findUnique({ where: { id } });
    if (!before) throw new AppError('NOT_FOUND');
    const data = { scanHoursKeepDays: hours, scanDaysKeepDays: days };
    const changes = Object.fromEntries(
      (['scanHoursKeepDays', 'scanDaysKeepDays'] as const)
        .filter((name) => before[name] !== data[name])
        .map((name) => [name, { from: before[name], to: data[name] }]),
    );
    if (Object.keys(changes).length === 0) return;
    await tx.installation.update({ where: { id }, data, select: { id: true } });
    await recordAudit(tx, actor, { action: 'scan.keep', changes });
  });
}

/** Each step is a statement of its own, so that whoever works meanwhile comes in between. */
async function removeOld(table: Sql, keys: Sql, isOld: Sql): Promise<void> {
  for (let steps = 0; steps < SWEEP_STEPS; steps += 1) {
    const count = await db().$executeRaw(
      sql`DELETE FROM ${table} WHERE (${keys}) IN (SELECT ${keys} FROM ${table} WHERE ${isOld} LIMIT ${STEP_ROWS})`,
    );
    if (count < STEP_ROWS) return;
  }
}

/** Removes figures that are older than they are kept. The total of each code stays. */
export async function sweepScanFigures(): Promise<void> {
  const { hours, days } = await keptFor();
  const today = dayOf(clock.now());
  const firstHour = moment(new Date(`${daysBefore(today, hours)}T00:00:00`));
  await removeOld(sql`"LiveScanHour"`, sql`"key", "hour", "scene"`, sql`"hour" < ${firstHour}`);
  const isOldDay = sql`"day" < ${daysBefore(today, days)}::date`;
  await removeOld(sql`"LiveScanDay"`, sql`"key", "day", "scene"`, isOldDay);
  await removeOld(sql`"AppScanDay"`, sql`"miniProgramId", "day", "scene"`, isOldDay);
}
