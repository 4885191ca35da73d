import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { removeInSteps, STEP_ROWS } from '@/lib/db/in-steps';
import { moment, type Sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { KEEP_DAYS } from './keep-days';
import { recordAudit } from './service';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The installation's own row. */
const id = 1;
const DEFAULT_DAYS = 365;

const keepSchema = z.object({ days: z.literal(KEEP_DAYS) });

async function keepDays(): Promise<number> {
  const row = await db().installation.findUnique({ where: { id }, select: { auditKeepDays: true } });
  return row?.auditKeepDays ?? DEFAULT_DAYS;
}

/** For how many days events are kept; 0: for ever. */
export async function getAuditKeep(actor: Actor): Promise<number> {
  requirePermission(actor, 'audit.read');
  return keepDays();
}

/** What is older goes by and by, some ten thousand rows in a quarter of a minute. @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND before the installation is set up */
export async function setAuditKeep(actor: Actor, input: { days: number }): Promise<void> {
  requirePermission(actor, 'audit.read');
  const { days } = parseInput(keepSchema, input);
  await db().$transaction(async (tx) => {
    const row = await tx.installation.findUnique({ where: { id }, select: { auditKeepDays: true } });
    if (!row) throw new AppError('NOT_FOUND');
    if (row.auditKeepDays === days) return;
    await tx.installation.update({ where: { id }, data: { auditKeepDays: days }, select: { id: true } });
    const changes = { keepDays: { from: row.auditKeepDays, to: days } };
    await recordAudit(tx, actor, { action: 'audit.keep', changes });
  });
}

/** @returns how many rows went */
type Step = (end: Sql) => Promise<number>;

const removeTraces: Step = (end) => db().$executeRaw`DELETE FROM "BulkTrace" WHERE "id" IN (
  SELECT "id" FROM "BulkTrace" WHERE "at" < ${end} ORDER BY "at" LIMIT ${STEP_ROWS})`;

const removeEvents: Step = (end) => db().$executeRaw`DELETE FROM "AuditEvent" WHERE "id" IN (
  SELECT "id" FROM "AuditEvent" WHERE "at" < ${end} ORDER BY "at", "id" LIMIT ${STEP_ROWS})`;

/**
 * Removes events that are older than they are kept, the oldest first; where there are more than one sweep takes, the next
 * one goes on.
 * @returns how many
 */
export async function sweepAudit(): Promise<number> {
  const days = await keepDays();
  if (days === 0) return 0;
  const end = moment(new Date(clock.now().getTime() - days * DAY_MS));
  await removeInSteps(() => removeTraces(end));
  return removeInSteps(() => removeEvents(end));
}
