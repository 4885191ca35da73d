import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { madeBy } from '@/lib/auth/maker';
import { db, type Tx } from '@/lib/db/client';
import { MADE, type MadeCode } from '@/lib/codes/find/queries';
import type { Code } from '@/lib/db/generated/client';
import type { CodeUncheckedCreateInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import { insertLive } from '@/lib/live/service';
import { seenRows } from '@/lib/apps/sight';
import { isLimited, lockApp, noRoom, requireEnabled, reserve, type LockedApp } from '@/lib/quota/ledger';
import { fingerprint as fingerprintOf } from '@/lib/wechat/call/fingerprint';
import { leaseFromNow, type ClaimedCode } from './lease';
import { toColumns, type StoredParameters } from './parameters';
import type { ParsedGenerateCode } from './schema';

type Charged = Pick<Code, 'quotaCost' | 'quotaCountAfter'>;

/** Takes what the code costs. @throws AppError APP_DISABLED, QUOTA_EXHAUSTED, QUOTA_FLOOR */
async function charge(
  tx: Tx,
  app: LockedApp,
  { endpoint, fingerprint }: Pick<Code, 'endpoint' | 'fingerprint'>,
): Promise<Charged> {
  requireEnabled(app);
  if (!isLimited(endpoint)) return { quotaCost: 0, quotaCountAfter: null };
  const charged = (await reserve(tx, app, [fingerprint])).get(fingerprint);
  if (!charged) throw noRoom(app);
  return { quotaCost: charged.cost, quotaCountAfter: charged.countAfter };
}

const claimed = () => ({ status: 'GENERATING' as const, leaseExpiresAt: leaseFromNow() });

/** The code that has these parameters already, and what became of it. */
export type ExistingCode = MadeCode & Pick<Code, 'name'>;

type Opened = { code: ClaimedCode; existing?: undefined } | { code: null; existing: ExistingCode };

export function purposeColumns(purpose: ParsedGenerateCode['purpose']) {
  if (!purpose) return {};
  const { key, ...purposeInput } = purpose;
  return { purposeKey: key, purposeInput };
}

const findExisting = (
  { code }: Pick<Tx, 'code'>,
  same: Pick<Code, 'miniProgramId' | 'fingerprint'>,
): Promise<ExistingCode | null> =>
  code.findFirst({
    where: { ...same, deletedAt: null, status: { not: 'FAILED' } },
    select: { ...MADE, name: true },
  });

type Row = Pick<Code, 'miniProgramId' | 'fingerprint'> & StoredParameters;
type Labels = { name: string } & Partial<Omit<CodeUncheckedCreateInput, keyof Row>>;

/**
 * Takes what a code costs and inserts its row as GENERATING, under the lock of its Mini Program.
 * @throws AppError APP_DISABLED, QUOTA_EXHAUSTED, QUOTA_FLOOR
 */
export async function insertClaimed(
  tx: Tx,
  { actor, app }: { actor: Actor; app: LockedApp },
  { row, labels }: { row: Row; labels: Labels },
): Promise<ClaimedCode> {
  const charged = await charge(tx, app, row);
  const code = { ...row, batchId: null, ...claimed(), attempts: 1 };
  const { id } = await tx.code.create({
    data: { ...code, ...charged, ...labels },
    // Only what is not known already: to read a row back takes longer than to insert it.
    select: { id: true },
  });
  const details = { endpoint: row.endpoint, quotaCost: charged.quotaCost };
  await recordAudit(tx, actor, { action: 'code.create', targetId: id, targetName: labels.name, details });
  return { id, ...code };
}

type Replaced = Pick<Code, 'id' | 'name' | 'folderId' | 'tagIds'>;

async function requireReplaceable(tx: Tx, actor: Actor, id: string): Promise<Replaced> {
  const code = await tx.code.findFirst({ where: { id, deletedAt: null, AND: seenRows(actor) } });
  if (!code) throw new AppError('NOT_FOUND');
  if (code.status === 'QUEUED' || code.status === 'GENERATING') throw new AppError('CODE_BUSY');
  return code;
}

/** It is found where the other one was. What else it takes over it takes once it is ready (writeFinals). */
function inPlaceOf({ id, folderId, tagIds }: Replaced) {
  return { replacesId: id, folderId, tagIds };
}

/**
 * Reserves quota and inserts the row of a code as GENERATING, unless there is one with the same parameters already.
 * @throws AppError NOT_FOUND, CODE_BUSY of the code that is replaced, APP_DISABLED, QUOTA_EXHAUSTED, QUOTA_FLOOR
 */
export async function openCode(
  actor: Actor,
  app: { appId: string },
  { miniProgramId, name, note, purpose, live, replaces, ...parameters }: ParsedGenerateCode,
): Promise<Opened> {
  const fingerprint = fingerprintOf(app.appId, parameters);
  const columns = toColumns(parameters);
  const same = { miniProgramId, fingerprint };
  // Programs ask for the same codes again and again, and wait for nobody then.
  const known = await findExisting(db(), same);
  if (known) return { code: null, existing: known };
  return db().$transaction(async (tx) => {
    // For endpoint B too: two people who press together must not both find nothing.
    const locked = await lockApp(tx, miniProgramId);
    const existing = await findExisting(tx, same);
    if (existing) return { code: null, existing };
    const replaced = replaces === null ? null : await requireReplaceable(tx, actor, replaces);
    const targetName = name || columns.scene || columns.path || '';
    const called = { name: targetName, note, ...purposeColumns(purpose), ...madeBy(actor) };
    const labels = { ...called, ...(replaced && inPlaceOf(replaced)) };
    const code = await insertClaimed(tx, { actor, app: locked }, { row: { ...same, ...columns }, labels });
    if (live && columns.scene) await insertLive(tx, actor, { codeId: code.id, key: columns.scene, live });
    if (replaced) {
      const by = { targetId: replaced.id, targetName: replaced.name, details: { name: targetName } };
      await recordAudit(tx, actor, { action: 'code.replace', ...by });
    }
    return { code };
  });
}

/**
 * Claims a code for another attempt.
 * @param known as it was when the caller decided that it needs one
 * @throws AppError CODE_BUSY, also when somebody else has been quicker; APP_DISABLED, QUOTA_EXHAUSTED, QUOTA_FLOOR
 */
export async function reopenCode(
  actor: Actor,
  known: Pick<Code, 'id' | 'miniProgramId' | 'status' | 'attempts'>,
): Promise<ClaimedCode> {
  const { id, miniProgramId } = known;
  return db().$transaction(async (tx) => {
    const app = await lockApp(tx, miniProgramId);
    const code = await tx.code.findUniqueOrThrow({ where: { id } });
    const isWorking = code.status === 'GENERATING' || code.status === 'QUEUED';
    const hasChanged = code.status !== known.status || code.attempts !== known.attempts;
    if (isWorking || hasChanged) throw new AppError('CODE_BUSY');
    const charged = await charge(tx, app, code);
    // A row that holds its reservation from an unanswered call keeps saying so; WeChat counts the set once.
    const kept = charged.quotaCost === 0 && code.quotaCost === 1 ? {} : charged;
    const claim = { ...claimed(), attempts: code.attempts + 1 };
    await tx.code.update({ where: { id }, data: { ...kept, ...claim }, select: { id: true } });
    await recordAudit(tx, actor, { action: 'code.regenerate', targetId: id, targetName: code.name });
    return { ...code, ...claim };
  });
}
