import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import { callerAddress } from '@/lib/http/caller';
import { subjectOf, type AuditAction, type TargetKind } from './catalogue';
import type { AuditChanges } from './changes';

export type AuditEntry = {
  action: AuditAction;
  targetId?: string;
  /** Where it is not the one that the action is about as a rule. */
  targetKind?: TargetKind;
  /** Where the details do not say it, and the thing is gone or its name is at hand. */
  targetName?: string;
  /** The system works for whoever asks, without being signed in: their address is kept. */
  isAsked?: true;
  changes?: AuditChanges | undefined;
  details?: Record<string, string | number | boolean | string[]>;
};

type By = { actorKind: string; actorId: string | null; actorName: string; address: string | null };

const named = { select: { name: true } } as const;

type Find = (tx: Tx, id: string) => Promise<{ name: string } | null>;

const FINDERS: Partial<Record<TargetKind, Find>> = {
  app: (tx, id) => tx.miniProgram.findUnique({ where: { id }, ...named }),
  batch: (tx, id) => tx.batch.findUnique({ where: { id }, ...named }),
  code: (tx, id) => tx.code.findUnique({ where: { id }, ...named }),
  key: (tx, id) => tx.apiKey.findUnique({ where: { id }, ...named }),
  webhook: (tx, id) => tx.webhook.findUnique({ where: { id }, ...named }),
  user: (tx, id) => tx.user.findUnique({ where: { id }, ...named }),
  export: async (tx, id) => {
    const found = await tx.export.findUnique({ where: { id }, select: { searchText: true } });
    return found && { name: found.searchText };
  },
};

/** The name of a thing that is there. */
async function findName(tx: Tx, kind: TargetKind | null, id: string): Promise<string | undefined> {
  return kind === null ? undefined : (await FINDERS[kind]?.(tx, id))?.name;
}

async function nameOf(tx: Tx, entry: AuditEntry, kind: TargetKind | null): Promise<string | null> {
  const { targetId, targetName, details = {} } = entry;
  const given = targetName ?? details.name ?? details.email;
  if (typeof given === 'string') return given;
  return (targetId === undefined ? undefined : await findName(tx, kind, targetId)) || null;
}

async function write(tx: Tx, by: By, entry: AuditEntry): Promise<void> {
  const { action, targetId, changes, details } = entry;
  const { area, kind } = subjectOf(action);
  const targetKind = entry.targetKind ?? kind;
  await tx.auditEvent.create({
    data: {
      ...by,
      ...{ action, area },
      targetKind: targetId === undefined ? null : targetKind,
      targetId: targetId ?? null,
      targetName: await nameOf(tx, entry, targetKind),
      ...(changes && { changes }),
      ...(details && { details }),
    },
    select: { id: true },
  });
}

/**
 * One row per change, in the transaction of the change. `changes` and `details` never hold a secret, a token or a password.
 * Where the request came from is known by itself; the system works for nobody's address.
 */
export async function recordAudit(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  const isSystem = actor.kind === 'system';
  const by = { actorKind: actor.kind, actorId: isSystem ? null : actor.id, actorName: actor.name };
  await write(tx, { ...by, address: isSystem && !entry.isAsked ? null : callerAddress() }, entry);
}

/** `isOther`: something has changed that `changes` does not name. */
type SavedEntry = AuditEntry & { isOther?: boolean };

/** The same of what somebody saved: where everything is as it was, there is nothing to tell. */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  { isOther = false, ...entry }: SavedEntry,
): Promise<void> {
  if (entry.changes !== undefined || isOther) await recordAudit(tx, actor, entry);
}

/** The same of somebody who is not signed in. */
export async function recordStranger(tx: Tx, entry: AuditEntry): Promise<void> {
  const by = { actorKind: 'stranger', actorId: null, actorName: '' };
  await write(tx, { ...by, address: callerAddress() }, entry);
}
