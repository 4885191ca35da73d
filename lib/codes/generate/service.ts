import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { connect, connectTo, readApp, type ConnectableApp } from '@/lib/apps/connection';
import { requireSeen, seenRows } from '@/lib/apps/sight';
import type { MadeCode } from '@/lib/codes/find/queries';
import { newLiveKey } from '@/lib/live/key';
import { isLimited } from '@/lib/quota/ledger';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { finish } from './generation';
import { openCode, reopenCode, type ExistingCode } from './opening';
import type { Result } from './result';
import { generateCodeSchema, updateCodeSchema, type GenerateCodeInput, type UpdateCodeInput } from './schema';
import { hasIntactPicture } from '@/lib/codes/picture/picture';

/** `existing`: these parameters were generated before; nothing was called and nothing was counted. */
export type GenerateResult = { codeId: string } & (
  | { outcome: 'generated' }
  | { outcome: 'existing'; existing: Pick<ExistingCode, 'name' | 'imageSha256'> }
);

/** The Mini Program that is asked for, as a call needs it. @throws AppError INVALID_INPUT where none is, NOT_FOUND */
export async function requireApp(actor: Actor, input: unknown): Promise<ConnectableApp> {
  const id =
    typeof input === 'object' && input !== null && 'miniProgramId' in input ? input.miniProgramId : undefined;
  if (typeof id === 'string' && id !== '') {
    requireSeen(actor, id);
    return readApp(id);
  }
  throw new AppError('INVALID_INPUT', {
    issues: [{ field: 'miniProgramId', key: 'errors.issues.required', values: {} }],
  });
}

/** The scene of a live code is its key. @throws AppError INVALID_INPUT for a type of code that has no scene */
function withKey(input: GenerateCodeInput): GenerateCodeInput {
  if (!input.live) return input;
  if (input.endpoint === 'getwxacodeunlimit') return { ...input, scene: newLiveKey() };
  throw new AppError('INVALID_INPUT', {
    issues: [{ field: 'live', key: 'errors.issues.liveUnlimited', values: {} }],
  });
}

/**
 * Generates one code and keeps it: check → same parameters made before? → reserve quota and insert the row in one
 * transaction → call WeChat → store the picture. A crash at any point leaves a row that the sweeper finishes.
 *
 * A refusal of WeChat is not an error here: the code is kept as FAILED with WeChat's own words.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, APP_DISABLED, SANDBOX_OFF, QUOTA_EXHAUSTED, QUOTA_FLOOR; then
 * nothing was stored, called or counted
 */
export async function generateCode(actor: Actor, input: GenerateCodeInput): Promise<GenerateResult> {
  requirePermission(actor, 'codes.write');
  const { codeId, existing } = await generateIn(actor, await requireApp(actor, input), input);
  if (!existing) return { outcome: 'generated', codeId };
  const { name, imageSha256 } = existing;
  return { outcome: 'existing', codeId, existing: { name, imageSha256 } };
}

/** What was made, where it costs no quota: what does is settled together with the ledger, and has to be read. */
function madeOf(result: Result): MadeCode | null {
  if (result.kind !== 'made' || typeof result.picture === 'string') return null;
  const { id, endpoint } = result.code;
  if (isLimited(endpoint)) return null;
  return { id, endpoint, status: 'READY', errcode: null, quotaCountAfter: null, ...result.picture };
}

/**
 * The same, of whom has read the Mini Program already, and wants to know what there was before, or was made now, without
 * reading it again. Neither is told of a code that has to be read, or waited for.
 * @throws AppError as `generateCode`
 */
export async function generateIn(
  actor: Actor,
  app: ConnectableApp,
  input: GenerateCodeInput,
): Promise<{ codeId: string; existing: ExistingCode | null; made: MadeCode | null }> {
  requirePermission(actor, 'codes.write');
  const parsed = parseInput(generateCodeSchema(app.pathMaxBytes), withKey(input));
  const connection = connect(app);
  const opened = await openCode(actor, app, parsed);
  if (!opened.code) return { codeId: opened.existing.id, existing: opened.existing, made: null };
  const made = madeOf(await finish(opened.code, connection));
  return { codeId: opened.code.id, existing: null, made };
}

/**
 * Calls WeChat again for a code that failed, or whose stored picture is missing or damaged. The same parameters cost
 * no quota a second time.
 * @throws AppError NOT_FOUND, CODE_BUSY, CODE_NOT_FAILED, APP_DISABLED, SANDBOX_OFF, QUOTA_EXHAUSTED, QUOTA_FLOOR
 */
export async function regenerateCode(actor: Actor, codeId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  const known = await requireCode(actor, codeId);
  const intact = known.status === 'READY' && (await hasIntactPicture(known));
  if (intact) throw new AppError('CODE_NOT_FAILED');
  const connection = await connectTo(known.miniProgramId);
  await finish(await reopenCode(actor, known), connection);
}

/** @throws AppError NOT_FOUND, also for a code in the trash */
export async function requireCode(actor: Actor, codeId: string) {
  const where = { id: codeId, deletedAt: null, AND: seenRows(actor) };
  const code = await db().code.findFirst({ where });
  if (!code) throw new AppError('NOT_FOUND');
  return code;
}

/** Renames a code and changes its note. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function updateCode(actor: Actor, codeId: string, input: UpdateCodeInput): Promise<void> {
  requirePermission(actor, 'codes.write');
  const data = parseInput(updateCodeSchema, input);
  await db().$transaction((tx) => updateCodeIn(tx, actor, { codeId, data }));
}

/** The same in the transaction of the caller, who has asked before whether the actor may, and checked what is written. */
export async function updateCodeIn(
  tx: Tx,
  actor: Actor,
  { codeId, data }: { codeId: string; data: UpdateCodeInput },
): Promise<void> {
  const where = { id: codeId, deletedAt: null, AND: seenRows(actor) };
  const before = await tx.code.findUnique({ where, select: { name: true, note: true } });
  if (!before) throw new AppError('NOT_FOUND');
  await tx.code.update({ where, data, select: { id: true } });
  // Prints and files of a batch name a code as its row does. A row that calls it otherwise goes on doing so.
  if (data.name !== undefined && data.name !== before.name)
    await tx.batchRow.updateMany({ where: { codeId, name: before.name }, data: { name: data.name } });
  const changes = changesOf(before, data);
  const details = { name: data.name };
  await recordChange(tx, actor, { action: 'code.update', targetId: codeId, changes, details });
}
