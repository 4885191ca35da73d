import type { Role } from '@/lib/db/generated/enums';

/** Which Mini Programs somebody may see, with all that is of them: every one, or those with these ids. */
export type Sight = 'all' | readonly string[];

/** Who asks for something. Each use case takes one first, checks it and writes its name into the audit row. */
export type UserActor = {
  kind: 'user';
  id: string;
  name: string;
  email: string | null;
  role: Role;
  sees: Sight;
  /** Whose what they make is to be, where they look at less than they see (lib/apps/scope.ts). */
  makesFor?: readonly string[];
};
export type SystemActor = { kind: 'system'; name: string; sees: 'all' };
/** Another program, by its API key. `permissions` are names of the permission table. */
export type KeyActor = {
  kind: 'apiKey';
  id: string;
  name: string;
  permissions: readonly string[];
  sees: Sight;
};
export type Actor = UserActor | KeyActor | SystemActor;

/** The worker, the start script: allowed everything, and named in the audit log by its task. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name, sees: 'all' };
}

type MemberRow = Omit<UserActor, 'kind' | 'sees'> & { seesAll: boolean; seenAppIds: string[] };

/** The row of a member as who asks. Administrators see everything, whatever the row says. */
export function memberActor({ id, name, email, role, ...row }: MemberRow): UserActor {
  const sees = role === 'ADMIN' || row.seesAll ? 'all' : row.seenAppIds;
  return { kind: 'user', id, name, email, role, sees };
}

/** Whose eyes a question about codes has: whose last uses are meant, and what may be found. */
export type Viewer = { userId: string | null; sees: Sight };

export function viewerOf(actor: Actor): Viewer {
  return { userId: actor.kind === 'user' ? actor.id : null, sees: actor.sees };
}
