import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { getApp, type AppSummary } from '@/lib/apps/queries';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { isLimited, lockApp, reserve, type Charge } from '@/lib/quota/ledger';
import { parseInput } from '@/lib/validation';
import { fingerprint as fingerprintOf } from '@/lib/wechat/fingerprint';
import type { Endpoint } from '@/lib/wechat/limits';
import { completeGeneration, leaseFromNow } from './generation';
import { toColumns } from './parameters';
import { generateCodeSchema, updateCodeSchema, type GenerateCodeInput, type UpdateCodeInput } from './schema';
import { hasIntactPicture } from './picture';

/** `existing`: these parameters were generated before; nothing was called and nothing was counted. */
export type GenerateResult = { outcome: 'generated' | 'existing'; codeId: string };

type Charged = { quotaCost: number; quotaCountAfter: number | null };

async function charge(
  tx: Tx,
  code: { miniProgramId: string; endpoint: Endpoint; fingerprint: string },
): Promise<Charged> {
  const { miniProgramId, endpoint, fingerprint } = code;
  if (!isLimited(endpoint)) return { quotaCost: 0, quotaCountAfter: null };
  const { cost, countAfter }: Charge = await reserve(tx, { miniProgramId, fingerprint });
  return { quotaCost: cost, quotaCountAfter: countAfter };
}

async function requireApp(actor: Actor, input: unknown): Promise<AppSummary> {
  const id =
    typeof input === 'object' && input !== null && 'miniProgramId' in input ? input.miniProgramId : undefined;
  if (typeof id === 'string' && id !== '') return getApp(actor, id);
  throw new AppError('INVALID_INPUT', {
    issues: [{ field: 'miniProgramId', key: 'errors.issues.required', values: {} }],
  });
}

/**
 * Generates one code and keeps it: check → same parameters made before? → reserve quota and insert the row in one
 * transaction → call WeChat → store the picture. A crash at any point leaves a row that the sweeper finishes.
 *
 * A refusal of WeChat is not an error here: the code is kept as FAILED with WeChat's own words.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, QUOTA_EXHAUSTED; then nothing was stored, called or counted
 */
export async function generateCode(actor: Actor, input: GenerateCodeInput): Promise<GenerateResult> {
  requirePermission(actor, 'codes.write');
  const app = await requireApp(actor, input);
  const { miniProgramId, name, note, ...parameters } = parseInput(
    generateCodeSchema(app.pathMaxBytes),
    input,
  );
  const fingerprint = fingerprintOf(app.appId, parameters);
  const columns = toColumns(parameters);
  const opened = await db().$transaction(async (tx) => {
    await lockApp(tx, miniProgramId);
    const made = await tx.code.findFirst({
      where: {
        miniProgramId,
        fingerprint,
        deletedAt: null,
        status: { in: ['READY', 'GENERATING', 'QUEUED'] },
      },
      select: { id: true },
    });
    if (made) return { outcome: 'existing' as const, codeId: made.id };
    const charged = await charge(tx, { miniProgramId, endpoint: columns.endpoint, fingerprint });
    const code = await tx.code.create({
      data: {
        ...{ miniProgramId, note, fingerprint, ...columns, ...charged },
        name: name || columns.scene || columns.path || '',
        status: 'GENERATING',
        leaseExpiresAt: leaseFromNow(),
        attempts: 1,
        createdById: actor.kind === 'user' ? actor.id : null,
      },
      select: { id: true },
    });
    const details = { endpoint: columns.endpoint, quotaCost: charged.quotaCost };
    await recordAudit(tx, actor, { action: 'code.create', targetId: code.id, details });
    return { outcome: 'generated' as const, codeId: code.id };
  });
  if (opened.outcome === 'generated') await completeGeneration(opened.codeId);
  return opened;
}

/**
 * Calls WeChat again for a code that failed, or whose stored picture is missing or damaged. The same parameters cost
 * no quota a second time.
 * @throws AppError NOT_FOUND, CODE_BUSY, CODE_NOT_FAILED, QUOTA_EXHAUSTED
 */
export async function regenerateCode(actor: Actor, codeId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  const known = await requireCode(codeId);
  const intact = known.status === 'READY' && (await hasIntactPicture(known));
  if (intact) throw new AppError('CODE_NOT_FAILED');
  await db().$transaction(async (tx) => {
    await lockApp(tx, known.miniProgramId);
    const code = await tx.code.findUniqueOrThrow({ where: { id: codeId } });
    if (code.status === 'GENERATING' || code.status === 'QUEUED') throw new AppError('CODE_BUSY');
    const charged = await charge(tx, code);
    // A row that holds its reservation from an unanswered call keeps saying so; WeChat counts the set once.
    const kept = charged.quotaCost === 0 && code.quotaCost === 1 ? {} : charged;
    await tx.code.update({
      where: { id: codeId },
      data: { ...kept, status: 'GENERATING', leaseExpiresAt: leaseFromNow(), attempts: { increment: 1 } },
    });
    await recordAudit(tx, actor, { action: 'code.regenerate', targetId: codeId });
  });
  await completeGeneration(codeId);
}

async function requireCode(codeId: string) {
  const code = await db().code.findFirst({ where: { id: codeId, deletedAt: null } });
  if (!code) throw new AppError('NOT_FOUND');
  return code;
}

/** Renames a code and changes its note. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function updateCode(actor: Actor, codeId: string, input: UpdateCodeInput): Promise<void> {
  requirePermission(actor, 'codes.write');
  const data = parseInput(updateCodeSchema, input);
  await db().$transaction(async (tx) => {
    const { count } = await tx.code.updateMany({ where: { id: codeId, deletedAt: null }, data });
    if (count === 0) throw new AppError('NOT_FOUND');
    await recordAudit(tx, actor, { action: 'code.update', targetId: codeId, details: { name: data.name } });
  });
}

/** Hides codes; the pictures stay, the quota stays spent, and `restoreCodes` undoes it. @returns how many */
export async function deleteCodes(actor: Actor, codeIds: string[]): Promise<number> {
  return setDeleted(actor, codeIds, clock.now());
}

/** @returns how many came back */
export async function restoreCodes(actor: Actor, codeIds: string[]): Promise<number> {
  return setDeleted(actor, codeIds, null);
}

async function setDeleted(actor: Actor, codeIds: string[], deletedAt: Date | null): Promise<number> {
  requirePermission(actor, 'codes.write');
  return db().$transaction(async (tx) => {
    const where = { id: { in: codeIds }, deletedAt: deletedAt ? null : { not: null } };
    const { count } = await tx.code.updateMany({ where, data: { deletedAt } });
    if (count === 0) throw new AppError('NOT_FOUND');
    const action = deletedAt ? 'code.delete' : 'code.restore';
    await recordAudit(tx, actor, { action, targetId: codeIds[0], details: { codeIds, count } });
    return count;
  });
}
