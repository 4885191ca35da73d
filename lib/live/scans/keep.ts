import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit } from '@/lib/audit/service';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { removeInSteps, STEP_ROWS } from '@/lib/db/in-steps';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { sweepSalts } from './device-salt';
import { SCAN_DAYS_KEEP, SCAN_HOURS_KEEP } from './keep-limits';
import { daysBefore } from '@/lib/live/day';

/** The installation's own row. */
const id = 1;

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
    const changes = changesOf(before, data);
    if (!changes) return;
    await tx.installation.update({ where: { id }, data, select: { id: true } });
    await recordAudit(tx, actor, { action: 'scan.keep', changes });
  });
}

const removeOld = (table: Sql, keys: Sql, isOld: Sql): Promise<number> =>
  removeInSteps(() =>
    db().$executeRaw(
      sql`DELETE FROM ${table} WHERE (${keys}) IN (SELECT ${keys} FROM ${table} WHERE ${isOld} LIMIT ${STEP_ROWS})`,
    ),
  );

/** Removes figures that are older than they are kept. The total of each code stays. */
export async function sweepScanFigures(): Promise<void> {
  const { hours, days } = await keptFor();
  const today = dayOf(clock.now());
  const firstHour = moment(new Date(`${daysBefore(today, hours)}T00:00:00`));
  await removeOld(sql`"LiveScanHour"`, sql`"key", "hour", "scene"`, sql`"hour" < ${firstHour}`);
  const isOldDay = sql`"day" < ${daysBefore(today, days)}::date`;
  await removeOld(sql`"LiveScanDay"`, sql`"key", "day", "scene"`, isOldDay);
  await removeOld(sql`"AppScanDay"`, sql`"miniProgramId", "day", "scene"`, isOldDay);
  await removeOld(sql`"LiveDeviceDay"`, sql`"key", "day"`, isOldDay);
  await removeOld(sql`"AppDeviceDay"`, sql`"miniProgramId", "day"`, isOldDay);
  await sweepSalts();
}
