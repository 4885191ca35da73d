import 'server-only';
import { connect, readApp } from '@/lib/apps/connection';
import { seenRows } from '@/lib/apps/sight';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { madeBy } from '@/lib/auth/maker';
import { requirePermission } from '@/lib/auth/permissions';
import { isUnreleased, UNRELEASED } from '@/lib/codes/released';
import { db, type Tx } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { EnvVersion } from '@/lib/db/generated/enums';
import { AppError } from '@/lib/errors';
import { keptPurpose } from '@/lib/purposes/schema';
import { lockApp } from '@/lib/quota/ledger';
import { fingerprint as fingerprintOf } from '@/lib/wechat/call/fingerprint';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { finish } from './generation';
import type { ClaimedCode } from './lease';
import { insertClaimed, purposeColumns, reopenCode } from './opening';
import { fromColumns, toColumns } from './parameters';
import { requireCode } from './service';

/** `existing`: the release code was there before; nothing was called and nothing was counted. */
export type Promotion = { codeId: string; outcome: 'generated' | 'existing' };

/** The same code as it opens another version; none where the endpoint knows no versions. A page is checked, or is not. */
function variantsOf(code: Code, envVersion: EnvVersion): CodeParameters[] {
  const parameters = fromColumns(code);
  if (parameters.endpoint === 'createwxaqrcode') return [];
  if (parameters.endpoint === 'getwxacode') return [{ ...parameters, envVersion }];
  return [true, false].map((checkPath) => ({ ...parameters, envVersion, checkPath }));
}

const printsOf = (appId: string, code: Code, version: EnvVersion): string[] =>
  variantsOf(code, version).map((parameters) => fingerprintOf(appId, parameters));

/** The release code of the same parameters, whoever made it. One that WeChat made before one that failed. */
function findRelease({ code }: Pick<Tx, 'code'>, known: Code, appId: string): Promise<Code | null> {
  const { miniProgramId } = known;
  return code.findFirst({
    where: { miniProgramId, fingerprint: { in: printsOf(appId, known, 'release') }, deletedAt: null },
    orderBy: [{ status: 'asc' }, { archivedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  });
}

/** Who asks, and whose the new code is: the worker makes it for whoever started the action. */
export type PromotedBy = { actor: Actor; maker: Pick<Code, 'createdById' | 'createdByKeyId'> };

type Opened = { claimed: ClaimedCode; existing?: undefined } | { claimed: null; existing: Code };

/** Beside the other one: called the same and found where that is. It stays out of the batch, whose record says what was asked. */
function besides(code: Code) {
  const { name, note, folderId, tagIds, purposeKey, purposeInput } = code;
  return { name, note, folderId, tagIds, ...purposeColumns(keptPurpose(purposeKey, purposeInput)) };
}

async function openNew({ actor, maker }: PromotedBy, appId: string, code: Code): Promise<Opened> {
  const [parameters] = variantsOf(code, 'release');
  if (!parameters) throw new AppError('CODE_RELEASED');
  const { id: targetId, name: targetName, miniProgramId } = code;
  const row = { miniProgramId, fingerprint: fingerprintOf(appId, parameters), ...toColumns(parameters) };
  return db().$transaction(async (tx) => {
    const locked = await lockApp(tx, miniProgramId);
    // Two who press together must not both find nothing.
    const existing = await findRelease(tx, code, appId);
    if (existing) return { claimed: null, existing };
    const labels = { ...besides(code), ...maker };
    const claimed = await insertClaimed(tx, { actor, app: locked }, { row, labels });
    await recordAudit(tx, actor, { action: 'code.promote', targetId, targetName });
    return { claimed };
  });
}

/**
 * Claims the row of the release code of a code of a testing version: a new one, or the one that failed.
 * @throws AppError CODE_RELEASED, CODE_BUSY, APP_DISABLED, QUOTA_EXHAUSTED, QUOTA_FLOOR
 */
export async function openRelease(by: PromotedBy, appId: string, code: Code): Promise<Opened> {
  const known = await findRelease(db(), code, appId);
  if (!known) return openNew(by, appId, code);
  if (known.status !== 'FAILED') return { claimed: null, existing: known };
  return { claimed: await reopenCode(by.actor, known) };
}

/** What nobody could try is not given to customers. */
function requirePromotable(code: Code): void {
  if (!isUnreleased(code)) throw new AppError('CODE_RELEASED');
  if (code.status === 'FAILED') throw new AppError('NO_PICTURE');
  if (code.status !== 'READY') throw new AppError('CODE_BUSY');
}

/**
 * Makes the release code of a code that opens the trial or the development version, beside it: the same parameters, name,
 * folder and tags, and the page is checked. Where it is there already it is only named; one that failed is asked for again.
 * The key of a live code goes over to the release code once that is ready (writeFinals).
 * @throws AppError FORBIDDEN, NOT_FOUND, CODE_RELEASED, CODE_BUSY, NO_PICTURE for a code that failed itself, APP_DISABLED,
 * SANDBOX_OFF, QUOTA_EXHAUSTED, QUOTA_FLOOR; then nothing was stored, called or counted
 */
export async function promoteCode(actor: Actor, codeId: string): Promise<Promotion> {
  requirePermission(actor, 'codes.write');
  const code = await requireCode(actor, codeId);
  requirePromotable(code);
  const app = await readApp(code.miniProgramId);
  const connection = connect(app);
  const { claimed, existing } = await openRelease({ actor, maker: madeBy(actor) }, app.appId, code);
  if (existing) return { codeId: existing.id, outcome: 'existing' };
  await finish(claimed, connection);
  return { codeId: claimed.id, outcome: 'generated' };
}

/** Those of these codes that have no release code yet, or only one that failed. */
export async function findPromotable(ids: string[]): Promise<Code[]> {
  const found = await db().code.findMany({
    where: { id: { in: ids }, status: 'READY', envVersion: { in: [...UNRELEASED] }, deletedAt: null },
    include: { miniProgram: { select: { appId: true } } },
  });
  const printed = found.map(({ miniProgram, ...code }) => ({
    code,
    prints: printsOf(miniProgram.appId, code, 'release'),
  }));
  const made = await db().code.findMany({
    where: {
      miniProgramId: { in: found.map(({ miniProgramId }) => miniProgramId) },
      fingerprint: { in: printed.flatMap(({ prints }) => prints) },
      ...{ deletedAt: null, status: { not: 'FAILED' } },
    },
    select: { fingerprint: true },
  });
  const known = new Set(made.map(({ fingerprint }) => fingerprint));
  return printed.filter(({ prints }) => !prints.some((print) => known.has(print))).map(({ code }) => code);
}

export type OtherVersion = Pick<Code, 'id' | 'name' | 'status'> & { version: EnvVersion };

/** The codes beside this one that open other versions and are the same otherwise. @throws AppError NOT_FOUND */
export async function listOtherVersions(actor: Actor, codeId: string): Promise<OtherVersion[]> {
  requirePermission(actor, 'codes.read');
  const code = await db().code.findFirst({
    where: { id: codeId, deletedAt: null, AND: seenRows(actor) },
    include: { miniProgram: { select: { appId: true } } },
  });
  if (!code) throw new AppError('NOT_FOUND');
  const { appId } = code.miniProgram;
  const versions = Object.values(EnvVersion).filter((version) => version !== code.envVersion);
  const fingerprint = { in: versions.flatMap((version) => printsOf(appId, code, version)) };
  const found = await db().code.findMany({
    where: { miniProgramId: code.miniProgramId, fingerprint, deletedAt: null, AND: seenRows(actor) },
    select: { id: true, name: true, status: true, envVersion: true },
    orderBy: [{ status: 'asc' }, { archivedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  });
  return found.flatMap(({ envVersion: version, ...other }) => (version ? [{ ...other, version }] : []));
}
