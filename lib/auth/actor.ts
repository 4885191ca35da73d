import type { Role } from '@/lib/db/generated/enums';

/** Who asks for something. Each use case takes one first, checks it and writes its name into the audit row. */
export type UserActor = { kind: 'user'; id: string; name: string; email: string; role: Role };
export type SystemActor = { kind: 'system'; name: string };
export type Actor = UserActor | SystemActor;

/** The worker, the start script: allowed everything, and named in the audit log by its task. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}
