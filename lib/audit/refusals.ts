import 'server-only';
import type { KeyActor, UserActor } from '@/lib/auth/actor';
import { AttemptCounter } from '@/lib/auth/attempts/attempt-counter';
import { roleCan, type Permission } from '@/lib/auth/permissions';
import { currentActor } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { recordAudit } from './service';

/** Of each member within a quarter of an hour: a script that asks again and again fills no disk. */
const PER_MEMBER = 20;

// Next bundles routes apart from each other: one counter for all of them has to live outside the module.
const holder: typeof globalThis & { suncodeRefusalCounter?: AttemptCounter } = globalThis;

async function write(actor: UserActor | KeyActor, permission: string | undefined): Promise<void> {
  holder.suncodeRefusalCounter ??= new AttemptCounter(PER_MEMBER);
  if (!(await holder.suncodeRefusalCounter.take(actor.id))) return;
  const known = permission === undefined ? {} : { details: { permission } };
  await recordAudit(db(), actor, { action: 'access.refuse', ...known });
}

/** Of a program, whose key is known. */
export async function recordRefusalOf(actor: KeyActor, error: unknown): Promise<void> {
  if (!isAppError(error) || error.code !== 'FORBIDDEN') return;
  const { permission } = error.values;
  await write(actor, permission === undefined ? undefined : String(permission));
}

/** Said by the doors of what they refuse; only FORBIDDEN is recorded. The answer does not depend on it. */
export async function recordRefusal(error: unknown): Promise<void> {
  if (!isAppError(error) || error.code !== 'FORBIDDEN') return;
  const { permission } = error.values;
  try {
    const actor = await currentActor();
    if (actor) await write(actor, permission === undefined ? undefined : String(permission));
  } catch (fault) {
    log().error({ err: fault }, 'a refusal was not recorded');
  }
}

/** For pages that show in their place who may open them. */
export async function mayOpen(actor: UserActor, permission: Permission): Promise<boolean> {
  if (roleCan(actor.role, permission)) return true;
  await write(actor, permission);
  return false;
}
