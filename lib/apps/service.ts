import 'server-only';
import { randomBytes } from 'node:crypto';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { decrypt, encrypt } from '@/lib/encryption';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { createAppSchema, updateAppSchema, type CreateAppInput, type UpdateAppInput } from './schema';

/** What an AppSecret's ciphertext is bound to. */
export function secretContext(appId: string): string {
  return `app-secret:${appId}`;
}

function sandboxCredential() {
  return { appId: `wx${randomBytes(8).toString('hex')}`, appSecret: randomBytes(16).toString('hex') };
}

async function requireFreeAppId(tx: Tx, appId: string): Promise<void> {
  const taken = await tx.miniProgram.findUnique({ where: { appId }, select: { name: true } });
  if (taken)
    throw new AppError('APP_ID_TAKEN', {
      values: { name: taken.name },
      issues: [{ field: 'appId', key: 'errors.issues.appIdTaken', values: { name: taken.name } }],
    });
}

/**
 * Connects a Mini Program. The AppSecret is encrypted before it reaches the database.
 * @returns the row's id
 * @throws AppError INVALID_INPUT, APP_ID_TAKEN, SANDBOX_OFF
 */
export async function createApp(actor: Actor, input: CreateAppInput): Promise<string> {
  requirePermission(actor, 'apps.manage');
  const parsed = parseInput(createAppSchema, input);
  if (parsed.mode === 'SANDBOX' && env().SANDBOX === 'off') throw new AppError('SANDBOX_OFF');
  const credential = parsed.mode === 'LIVE' ? parsed : sandboxCredential();
  const { mode, name, tokenMode, pathMaxBytes, quotaBaseline } = parsed;
  return db().$transaction(async (tx) => {
    await requireFreeAppId(tx, credential.appId);
    const { id } = await tx.miniProgram.create({
      data: {
        appId: credential.appId,
        secretCiphertext: encrypt(credential.appSecret, secretContext(credential.appId)),
        ...{ mode, name, tokenMode, pathMaxBytes, quotaBaseline },
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, { action: 'app.create', targetId: id, details: { name, mode } });
    return id;
  });
}

/** @throws AppError NOT_FOUND, INVALID_INPUT */
export async function updateApp(actor: Actor, id: string, input: UpdateAppInput): Promise<void> {
  requirePermission(actor, 'apps.manage');
  const { appSecret, ...settings } = parseInput(updateAppSchema, input);
  await db().$transaction(async (tx) => {
    const app = await tx.miniProgram.findUnique({ where: { id }, select: { appId: true } });
    if (!app) throw new AppError('NOT_FOUND');
    const secret = appSecret === '' ? {} : { secretCiphertext: encrypt(appSecret, secretContext(app.appId)) };
    await tx.miniProgram.update({ where: { id }, data: { ...settings, ...secret } });
    // The token was fetched with the old credential or from the other endpoint: the next call fetches a new one.
    await tx.accessToken.deleteMany({ where: { miniProgramId: id } });
    const details = { ...settings, secretChanged: appSecret !== '' };
    await recordAudit(tx, actor, { action: 'app.update', targetId: id, details });
  });
}

/** Forgets a Mini Program that has no codes. @throws AppError NOT_FOUND, APP_HAS_CODES */
export async function deleteApp(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'apps.manage');
  await db().$transaction(async (tx) => {
    const app = await tx.miniProgram.findUnique({
      where: { id },
      select: { name: true, _count: { select: { codes: true } } },
    });
    if (!app) throw new AppError('NOT_FOUND');
    if (app._count.codes > 0) throw new AppError('APP_HAS_CODES', { values: { count: app._count.codes } });
    await tx.quotaEntry.deleteMany({ where: { miniProgramId: id } });
    await tx.miniProgram.delete({ where: { id } });
    await recordAudit(tx, actor, { action: 'app.delete', targetId: id, details: { name: app.name } });
  });
}

/**
 * Makes the Mini Program of the environment exist with the AppSecret of the environment, so that changing the variable
 * and restarting is enough to rotate it. Name and settings of an existing one stay as people left them.
 */
export async function ensureCredential(
  actor: Actor,
  { appId, appSecret, name }: { appId: string; appSecret: string; name: string },
): Promise<void> {
  const known = await db().miniProgram.findUnique({ where: { appId } });
  if (!known) {
    await createApp(actor, { mode: 'LIVE', appId, appSecret, name });
    return;
  }
  if (decrypt(known.secretCiphertext, secretContext(appId)) === appSecret) return;
  const { tokenMode, pathMaxBytes, quotaBaseline } = known;
  await updateApp(actor, known.id, { name: known.name, appSecret, tokenMode, pathMaxBytes, quotaBaseline });
}
