import 'server-only';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { emitQuota } from '@/lib/webhooks/emit';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import type { Endpoint } from '@/lib/wechat/rules/limits';

/** A row of the ledger: one parameter set of one Mini Program. Callers pass whole codes. */
type Entry = { miniProgramId: string; fingerprint: string };

/** Endpoint B is not limited in number and so not in the ledger. */
export function isLimited(endpoint: Endpoint): boolean {
  return endpoint !== 'getwxacodeunlimit';
}

/** `cost` of the 100,000 (0 or 1), and the app's A + C count after it. */
export type Charge = { cost: 0 | 1; countAfter: number };

/**
 * A Mini Program whose row is locked: what was counted (A + C) at that moment, how much is to stay free, and whether an
 * administrator has stopped it.
 */
export type LockedApp = {
  id: string;
  appId: string;
  name: string;
  used: number;
  floor: number;
  isDisabled: boolean;
};

/**
 * Locks the Mini Program's row until the transaction ends. Every use of the ledger starts here: it keeps the count exact
 * when many ask at once, and taking this lock first keeps transactions from waiting for each other in a circle. Codes can
 * be inserted beside it: a foreign key waits for FOR UPDATE, but not for FOR NO KEY UPDATE.
 * @throws AppError NOT_FOUND
 */
export async function lockApp(tx: Tx, miniProgramId: string): Promise<LockedApp> {
  const [app] = await tx.$queryRaw<LockedApp[]>`
    SELECT "id", "appId", "name", "quotaBaseline" + "quotaUsed" AS "used", "quotaFloor" AS "floor",
      "disabledAt" IS NOT NULL AS "isDisabled"
    FROM "MiniProgram" WHERE "id" = ${miniProgramId} FOR NO KEY UPDATE`;
  if (!app) throw new AppError('NOT_FOUND');
  return app;
}

/** @throws AppError APP_DISABLED */
export function requireEnabled({ name, isDisabled }: Pick<LockedApp, 'name' | 'isDisabled'>): void {
  if (isDisabled) throw new AppError('APP_DISABLED', { values: { name } });
}

/** Why `reserve` left a parameter set out. */
export function noRoom({ used, floor }: Pick<LockedApp, 'used' | 'floor'>): AppError {
  const limit = LIMITED_CODES_MAX;
  const left = limit - used;
  if (left <= 0) return new AppError('QUOTA_EXHAUSTED', { values: { used, limit } });
  return new AppError('QUOTA_FLOOR', { values: { used, limit, left, floor } });
}

/** Enters parameter sets and counts those that were not there yet. @returns those, by fingerprint */
async function enter(
  tx: Tx,
  app: LockedApp,
  { fingerprints, state }: { fingerprints: readonly string[]; state: 'RESERVED' | 'CONFIRMED' },
): Promise<Map<string, Charge>> {
  const entered = await tx.$queryRaw<{ fingerprint: string }[]>`
    WITH "entered" AS (
      INSERT INTO "QuotaEntry" ("miniProgramId", "fingerprint", "state", "createdAt")
      SELECT ${app.id}, "wanted", ${state}::"QuotaState", ${clock.now()} FROM unnest(${fingerprints}::text[]) AS "wanted"
      ON CONFLICT DO NOTHING
      RETURNING "fingerprint"
    ), "counted" AS (
      UPDATE "MiniProgram" SET "quotaUsed" = "quotaUsed" + (SELECT count(*) FROM "entered") WHERE "id" = ${app.id}
    )
    SELECT "fingerprint" FROM "entered"`;
  const isNew = new Set(entered.map(({ fingerprint }) => fingerprint));
  const counted = fingerprints.filter((fingerprint) => isNew.has(fingerprint));
  const { id, name, used: before } = app;
  if (counted.length > 0) await emitQuota(tx, { id, name, before, after: before + counted.length });
  return new Map(
    counted.map((fingerprint, index) => [fingerprint, { cost: 1, countAfter: app.used + index + 1 }]),
  );
}

/** Those that were counted before, and of the others as many as there is room for. */
async function fitting(tx: Tx, { id, used, floor }: LockedApp, fingerprints: readonly string[]) {
  let room = LIMITED_CODES_MAX - used - floor;
  if (fingerprints.length <= room) return fingerprints;
  const where = { miniProgramId: id, fingerprint: { in: [...fingerprints] } };
  const entries = await tx.quotaEntry.findMany({ where, select: { fingerprint: true } });
  const known = new Set(entries.map(({ fingerprint }) => fingerprint));
  return fingerprints.filter((fingerprint) => known.has(fingerprint) || room-- > 0);
}

/**
 * Takes one of the 100,000 for each parameter set of endpoint A or C, unless it has been counted before (contract §6: the
 * same parameters cost once, for ever).
 * @param fingerprints each once; when there is not room for all, the first ones get it
 * @returns by fingerprint what it cost; those that `noRoom` was left for are missing
 */
export async function reserve(
  tx: Tx,
  app: LockedApp,
  fingerprints: readonly string[],
): Promise<Map<string, Charge>> {
  const granted = await fitting(tx, app, fingerprints);
  const fresh = await enter(tx, app, { fingerprints: granted, state: 'RESERVED' });
  const known: Charge = { cost: 0, countAfter: app.used };
  return new Map(granted.map((fingerprint) => [fingerprint, fresh.get(fingerprint) ?? known]));
}

/**
 * WeChat made the codes: their entries stay for ever. When another call with the same parameters was refused meanwhile
 * and gave the reservation back, it is taken anew, past the limit too: WeChat has counted it.
 * @returns what that took, by fingerprint; nothing for those whose reservation stood
 */
export async function confirm(
  tx: Tx,
  app: LockedApp,
  fingerprints: readonly string[],
): Promise<Map<string, Charge>> {
  const stood = await tx.quotaEntry.updateManyAndReturn({
    where: { miniProgramId: app.id, fingerprint: { in: [...fingerprints] } },
    data: { state: 'CONFIRMED', uncertain: false },
    select: { fingerprint: true },
  });
  const known = new Set(stood.map(({ fingerprint }) => fingerprint));
  const lost = fingerprints.filter((fingerprint) => !known.has(fingerprint));
  return lost.length === 0 ? new Map() : enter(tx, app, { fingerprints: lost, state: 'CONFIRMED' });
}

/** A call ended without an answer. The entry stays reserved: to count one too many is safe, one too few is not. */
export async function markUncertain(tx: Tx, { miniProgramId, fingerprint }: Entry): Promise<void> {
  await tx.quotaEntry.updateMany({
    where: { miniProgramId, fingerprint, state: 'RESERVED' },
    data: { uncertain: true },
  });
}

/**
 * WeChat refused. Gives the reservation back, unless an earlier call with the same parameters ended without an answer
 * and this refusal does not prove that it came to nothing (`provesNotMade`). Call `lockApp` first.
 * @returns whether it was given back
 */
export async function release(
  tx: Tx,
  { miniProgramId, fingerprint }: Entry,
  provesNotMade: boolean,
): Promise<boolean> {
  const counted = await tx.$executeRaw`
    WITH "released" AS (
      DELETE FROM "QuotaEntry"
      WHERE "miniProgramId" = ${miniProgramId} AND "fingerprint" = ${fingerprint}
        AND "state" = 'RESERVED' AND (${provesNotMade} OR NOT "uncertain")
      RETURNING 1
    )
    UPDATE "MiniProgram" SET "quotaUsed" = "quotaUsed" - 1
    WHERE "id" = ${miniProgramId} AND EXISTS (SELECT 1 FROM "released")`;
  return counted === 1;
}

/** Keeps WeChat's own count (`Num-Used` of endpoint A, or the limit after 45029) beside ours of the same moment. */
export async function noteNumUsed(tx: Tx, miniProgramId: string, numUsed: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "MiniProgram"
    SET "numUsed" = ${numUsed}, "numUsedAt" = ${clock.now()}, "countAtNumUsed" = "quotaBaseline" + "quotaUsed"
    WHERE "id" = ${miniProgramId}`;
}
