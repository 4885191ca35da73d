import 'server-only';
import { randomBytes } from 'node:crypto';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { privateHost } from '@/lib/http/outbound';
import { parseInput } from '@/lib/validation';
import { createAppSchema, updateAppSchema, type CreateAppInput, type UpdateAppInput } from './schema';
import { openSecret, sealHeader, sealSecret } from './secrets';
import { seenApps } from './sight';

function sandboxCredential() {
  return { appId: `wx${randomBytes(8).toString('hex')}`, appSecret: randomBytes(16).toString('hex') };
}

type StoredHeader = { tokenHeaderName: string | null; tokenHeaderCiphertext: string | null };
type TokenServerSettings = { tokenUrl: string; tokenHeaderName: string; tokenHeaderValue: string };

/** What the form cannot know: which private networks this installation opens. @throws AppError INVALID_INPUT */
function requireReachable(tokenMode: string, tokenUrl: string): void {
  const address = tokenMode === 'external' ? privateHost(tokenUrl) : null;
  if (address === null) return;
  const issue = { field: 'tokenUrl', key: 'errors.issues.privateAddress', values: { address } } as const;
  throw new AppError('INVALID_INPUT', { issues: [issue] });
}

/** The columns of the token server. An empty value keeps the stored one as long as the header stays. */
function tokenServerColumns(appId: string, given: TokenServerSettings, stored: StoredHeader) {
  const { tokenUrl, tokenHeaderName, tokenHeaderValue } = given;
  const columns = { tokenUrl: tokenUrl || null, tokenHeaderName: tokenHeaderName || null };
  if (tokenHeaderValue !== '')
    return { ...columns, tokenHeaderCiphertext: sealHeader(appId, tokenHeaderValue) };
  return columns.tokenHeaderName === stored.tokenHeaderName
    ? { ...columns, tokenHeaderCiphertext: stored.tokenHeaderCiphertext }
    : { ...columns, tokenHeaderCiphertext: null };
}

function requireField(field: 'appSecret' | 'tokenHeaderValue'): AppError {
  return new AppError('INVALID_INPUT', { issues: [{ field, key: 'errors.issues.required', values: {} }] });
}

/** @throws AppError APP_ID_TAKEN */
export async function requireFreeAppId(tx: Pick<Tx, 'miniProgram'>, appId: string): Promise<void> {
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
  const { appId, appSecret } = parsed.mode === 'LIVE' ? parsed : sandboxCredential();
  const { mode, name, tokenMode, pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute } = parsed;
  requireReachable(tokenMode, parsed.tokenUrl);
  const server = tokenServerColumns(appId, parsed, { tokenHeaderName: null, tokenHeaderCiphertext: null });
  if (server.tokenHeaderName && !server.tokenHeaderCiphertext) throw requireField('tokenHeaderValue');
  return db().$transaction(async (tx) => {
    await requireFreeAppId(tx, appId);
    const { id } = await tx.miniProgram.create({
      data: {
        ...{ appId, secretCiphertext: appSecret === '' ? null : sealSecret(appId, appSecret), ...server },
        ...{ mode, name, tokenMode, pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute },
      },
      select: { id: true },
    });
    await recordAudit(tx, actor, { action: 'app.create', targetId: id, details: { name, mode, tokenMode } });
    return id;
  });
}

const CREDENTIAL = {
  ...{ name: true, tokenMode: true, tokenUrl: true, pathMaxBytes: true, quotaBaseline: true },
  ...{ quotaFloor: true, ratePerMinute: true, appId: true },
  secretCiphertext: true,
  tokenHeaderName: true,
  tokenHeaderCiphertext: true,
} as const;

/** Where a token server is: some want their key in the query, or before the host. What is no address is not told. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin === 'null' ? '' : `${origin}${pathname}`;
}

type Settings = Record<'name' | 'tokenMode', string> &
  Record<'tokenUrl' | 'tokenHeaderName', string | null> &
  Record<'pathMaxBytes' | 'quotaBaseline' | 'quotaFloor' | 'ratePerMinute', number>;

/** What the record says of a Mini Program: all that is no secret. */
function settingsOf(app: Settings) {
  const { name, tokenMode, tokenUrl, tokenHeaderName } = app;
  const { pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute } = app;
  const server = { tokenUrl: placeOf(tokenUrl ?? ''), tokenHeaderName: tokenHeaderName ?? '' };
  return { name, tokenMode, ...server, pathMaxBytes, quotaBaseline, quotaFloor, ratePerMinute };
}

/** @throws AppError NOT_FOUND, INVALID_INPUT */
export async function updateApp(actor: Actor, id: string, input: UpdateAppInput): Promise<void> {
  requirePermission(actor, 'apps.manage');
  const { appSecret, tokenUrl, tokenHeaderName, tokenHeaderValue, ...settings } = parseInput(
    updateAppSchema,
    input,
  );
  requireReachable(settings.tokenMode, tokenUrl);
  await db().$transaction(async (tx) => {
    const app = await tx.miniProgram.findUnique({ where: { id, AND: seenApps(actor) }, select: CREDENTIAL });
    if (!app) throw new AppError('NOT_FOUND');
    const secret = appSecret === '' ? {} : { secretCiphertext: sealSecret(app.appId, appSecret) };
    const server = tokenServerColumns(app.appId, { tokenUrl, tokenHeaderName, tokenHeaderValue }, app);
    requireCredential(settings.tokenMode, { ...app, ...secret, ...server });
    await tx.miniProgram.update({ where: { id }, data: { ...settings, ...secret, ...server } });
    // The token was fetched with the old credential or from the other source: the next call fetches a new one.
    await tx.accessToken.deleteMany({ where: { miniProgramId: id } });
    const changed = { secretChanged: appSecret !== '', headerChanged: tokenHeaderValue !== '' };
    const details = { ...settings, tokenUrl: placeOf(tokenUrl), tokenHeaderName, ...changed };
    const changes = changesOf(settingsOf(app), settingsOf({ ...settings, ...server }));
    const isOther = changed.secretChanged || changed.headerChanged;
    await recordChange(tx, actor, { action: 'app.update', targetId: id, changes, details, isOther });
  });
}

type StoredCredential = Record<
  'secretCiphertext' | 'tokenHeaderName' | 'tokenHeaderCiphertext',
  string | null
>;

/** What the form cannot know: whether there is a stored secret that an empty field may keep. */
function requireCredential(tokenMode: string, stored: StoredCredential): void {
  const { secretCiphertext, tokenHeaderName, tokenHeaderCiphertext } = stored;
  if (tokenMode !== 'external' && secretCiphertext === null) throw requireField('appSecret');
  if (tokenMode === 'external' && tokenHeaderName !== null && tokenHeaderCiphertext === null)
    throw requireField('tokenHeaderValue');
}

/** Forgets a Mini Program that has neither codes nor batches. @throws AppError NOT_FOUND, APP_HAS_CODES, APP_HAS_BATCHES */
export async function deleteApp(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'apps.manage');
  await db().$transaction(async (tx) => {
    const app = await tx.miniProgram.findUnique({
      where: { id, AND: seenApps(actor) },
      select: { name: true, _count: { select: { codes: true, batches: true } } },
    });
    if (!app) throw new AppError('NOT_FOUND');
    if (app._count.codes > 0) throw new AppError('APP_HAS_CODES', { values: { count: app._count.codes } });
    if (app._count.batches > 0)
      throw new AppError('APP_HAS_BATCHES', { values: { count: app._count.batches } });
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
  if (openSecret(appId, known.secretCiphertext) === appSecret) return;
  const secretCiphertext = sealSecret(appId, appSecret);
  await db().$transaction(async (tx) => {
    await tx.miniProgram.update({ where: { appId }, data: { secretCiphertext } });
    await tx.accessToken.deleteMany({ where: { miniProgramId: known.id } });
    await recordAudit(tx, actor, {
      action: 'app.update',
      targetId: known.id,
      details: { secretChanged: true },
    });
  });
}
