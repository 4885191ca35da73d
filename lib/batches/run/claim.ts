import 'server-only';
import { clock } from '@/lib/clock';
import { leaseFromNow } from '@/lib/codes/generate/lease';
import { toColumns } from '@/lib/codes/generate/parameters';
import { db, type Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { isLimited, lockApp, reserve, type Charge, type LockedApp } from '@/lib/quota/ledger';
import { emitCodes } from '@/lib/webhooks/emit';
import { findLedNow, insertLiveCodes, toFresh, type FreshRow, type RowCode } from './claim-live';

/** Short, since it is renewed while the process lives: what a dead one held is free again soon. */
export const BATCH_LEASE_MS = 7_000;

/** The rows up to `from` were claimed before, as far as this process knows: they need not be looked through again. */
export type Claim = { batchId: string; miniProgramId: string; max: number; from: number };

/** `maker`: of the batch, and so of its codes; what live codes lead to is told to be by `byName`. */
type MadeClaim = Claim & { maker: Pick<Code, 'createdById' | 'createdByKeyId'>; byName: string };

/** `upTo`: the last row that is claimed now; null when no row was left. */
export type Claimed = { codes: Code[]; upTo: number | null };

const NOTHING: Claimed = { codes: [], upTo: null };

/**
 * Takes the next rows of a running batch into work: their codes exist and are GENERATING afterwards, their quota is
 * reserved. Codes that wait for another attempt come first, then rows in the order of the table. The lock of the Mini
 * Program keeps claims apart from each other and from codes made by hand.
 */
export async function claimRows(claim: Claim): Promise<Claimed> {
  const { batchId, miniProgramId, max } = claim;
  return db().$transaction(async (tx) => {
    const app = await lockApp(tx, miniProgramId);
    const batch = await tx.batch.findUnique({
      where: { id: batchId },
      select: {
        ...{ state: true, name: true, createdById: true, createdByKeyId: true },
        ...{ createdBy: { select: { name: true } }, createdByKey: { select: { name: true } } },
      },
    });
    if (batch?.state !== 'RUNNING') return NOTHING;
    const waiting = await claimWaiting(tx, app, claim);
    if (waiting.length >= max) return { codes: waiting, upTo: null };
    const { createdById, createdByKeyId, createdBy, createdByKey } = batch;
    const maker = { createdById, createdByKeyId };
    const byName = createdBy?.name ?? createdByKey?.name ?? batch.name;
    const fresh = await claimFresh(tx, app, { ...claim, max: max - waiting.length, maker, byName });
    return { codes: [...waiting, ...fresh.codes], upTo: fresh.upTo };
  });
}

type Priced = Pick<Code, 'endpoint' | 'fingerprint'>;

/** What each parameter set costs; those that there is no room for are missing. Empty where nothing is limited. */
async function charge(tx: Tx, app: LockedApp, codes: Priced[]): Promise<Map<string, Charge>> {
  const limited = codes.filter(({ endpoint }) => isLimited(endpoint)).map(({ fingerprint }) => fingerprint);
  return limited.length > 0 ? reserve(tx, app, [...new Set(limited)]) : new Map();
}

const NO_ROOM = { status: 'FAILED', failureReason: 'quota', failureKey: 'quota' } as const;

async function claimWaiting(tx: Tx, app: LockedApp, { batchId, max }: Claim): Promise<Code[]> {
  const queued = await tx.code.findMany({
    where: { batchId, status: 'QUEUED' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, endpoint: true, fingerprint: true, quotaCost: true },
    take: max,
  });
  if (queued.length === 0) return [];
  // A code that holds its reservation from an unanswered call keeps it.
  const unpaid = queued.filter(({ quotaCost }) => quotaCost === 0);
  const charges = await charge(tx, app, unpaid);
  const refused = unpaid.filter((code) => isLimited(code.endpoint) && !charges.has(code.fingerprint));
  const refusedIds = refused.map(({ id }) => id);
  await tx.code.updateMany({ where: { id: { in: refusedIds } }, data: NO_ROOM });
  await emitCodes(tx, refusedIds);
  for (const { id, fingerprint } of unpaid) {
    const charged = charges.get(fingerprint);
    if (charged?.cost === 1)
      await tx.code.update({
        where: { id },
        data: { quotaCost: 1, quotaCountAfter: charged.countAfter },
      });
  }
  const isRefused = new Set(refusedIds);
  return tx.code.updateManyAndReturn({
    where: { id: { in: queued.map(({ id }) => id).filter((id) => !isRefused.has(id)) } },
    data: { status: 'GENERATING', leaseExpiresAt: leaseFromNow(BATCH_LEASE_MS), attempts: { increment: 1 } },
  });
}

async function findFresh(tx: Tx, { appId }: LockedApp, { batchId, max, from }: Claim): Promise<FreshRow[]> {
  const rows = await tx.batchRow.findMany({
    where: { batchId, verdict: 'new', codeId: null, purgedAt: null, rowNumber: { gt: from } },
    orderBy: { rowNumber: 'asc' },
    select: { rowNumber: true, name: true, note: true, parameters: true, fingerprint: true, live: true },
    take: max,
  });
  return rows.map((row) => toFresh(appId, row));
}

async function claimFresh(tx: Tx, app: LockedApp, claim: MadeClaim): Promise<Claimed> {
  const rows = await findFresh(tx, app, claim);
  const last = rows.at(-1);
  if (!last) return NOTHING;
  const known = await findExisting(tx, app, rows);
  const codes = await insertCodes(tx, app, { rows: withoutKnown(rows, known), claim });
  await insertLiveCodes(tx, { codes, rows, byName: claim.byName });
  const byFingerprint = new Map([
    ...known,
    ...codes.map((code): [string, RowCode] => [code.fingerprint, code]),
  ]);
  await link(tx, claim.batchId, { rows, byFingerprint, own: new Set(codes.map(({ id }) => id)) });
  return { codes: codes.filter(({ status }) => status === 'GENERATING'), upTo: last.rowNumber };
}

/** Codes with the same parameters, or that lead to the same, which somebody made since the dry run. */
async function findExisting(tx: Tx, app: LockedApp, rows: FreshRow[]): Promise<Map<string, RowCode>> {
  const plain = rows.filter(({ live }) => !live).map(({ fingerprint }) => fingerprint);
  const found = await tx.code.findMany({
    where: {
      ...{ miniProgramId: app.id, fingerprint: { in: plain } },
      ...{ deletedAt: null, status: { not: 'FAILED' } },
    },
    select: { id: true, fingerprint: true, scene: true },
  });
  const led = await findLedNow(tx, app, rows);
  return new Map([...led, ...found.map((code): [string, RowCode] => [code.fingerprint, code])]);
}

/** The first row of each parameter set that has no code yet. */
function withoutKnown(rows: FreshRow[], known: Map<string, RowCode>): FreshRow[] {
  const seen = new Set(known.keys());
  return rows.filter(({ fingerprint }) => {
    if (fingerprint === '' || seen.has(fingerprint)) return false;
    seen.add(fingerprint);
    return true;
  });
}

async function insertCodes(
  tx: Tx,
  app: LockedApp,
  { rows, claim }: { rows: FreshRow[]; claim: MadeClaim },
): Promise<Code[]> {
  if (rows.length === 0) return [];
  const parsed = rows.map((row) => ({
    ...{ name: row.name, note: row.note, fingerprint: row.fingerprint },
    ...toColumns(row.parameters),
  }));
  const charges = await charge(tx, app, parsed);
  const now = clock.now().getTime();
  const data = parsed.map((columns, index) => {
    const charged = charges.get(columns.fingerprint);
    const claimed = {
      status: 'GENERATING' as const,
      leaseExpiresAt: leaseFromNow(BATCH_LEASE_MS),
      attempts: 1,
    };
    return {
      ...columns,
      ...{ miniProgramId: app.id, batchId: claim.batchId, ...claim.maker },
      ...(isLimited(columns.endpoint) && !charged ? NO_ROOM : claimed),
      ...{ quotaCost: charged?.cost ?? 0, quotaCountAfter: charged?.countAfter ?? null },
      // A millisecond apart, so that the gallery has them in the order of the table.
      createdAt: new Date(now - rows.length + index),
    };
  });
  const made = await tx.code.createManyAndReturn({ data });
  const refused = made.filter(({ status }) => status === 'FAILED');
  await emitCodes(
    tx,
    refused.map(({ id }) => id),
  );
  return made;
}

type Links = { rows: FreshRow[]; byFingerprint: Map<string, RowCode>; own: Set<string> };

/**
 * Ties rows to their codes. A row whose code is not its own (somebody else's, or an earlier row's) is a reused one. Rows of
 * live codes ask for their keys from now on.
 */
async function link(tx: Tx, batchId: string, { rows, byFingerprint, own }: Links): Promise<void> {
  const free = new Set(own);
  const links = rows.flatMap(({ rowNumber, fingerprint: wanted }) => {
    const code = byFingerprint.get(wanted);
    if (!code) return [];
    const { id: codeId, fingerprint, scene } = code;
    return [{ rowNumber, codeId, fingerprint, scene, verdict: free.delete(codeId) ? 'new' : 'reused' }];
  });
  await tx.$executeRaw`
    UPDATE "BatchRow" AS r SET "codeId" = link."codeId", "verdict" = link."verdict"::"RowVerdict",
      "fingerprint" = link."fingerprint",
      "parameters" = CASE WHEN r."live" IS NULL THEN r."parameters"
        ELSE jsonb_set(r."parameters", '{scene}', to_jsonb(link."scene")) END
    FROM json_to_recordset(${JSON.stringify(links)}::json)
      AS link("rowNumber" int, "codeId" text, "fingerprint" text, "scene" text, "verdict" text)
    WHERE r."batchId" = ${batchId} AND r."rowNumber" = link."rowNumber"`;
  const reused = links.filter(({ verdict }) => verdict === 'reused').length;
  if (reused === 0) return;
  const data = { newCount: { decrement: reused }, reusedCount: { increment: reused } };
  await tx.batch.update({ where: { id: batchId }, data });
}
