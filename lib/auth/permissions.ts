import { AppError } from '@/lib/errors';
import type { Role } from '@/lib/db/generated/enums';
import type { Actor } from './actor';

const EVERYONE: readonly Role[] = ['ADMIN', 'OPERATOR', 'VIEWER'];
const MAKERS: readonly Role[] = ['ADMIN', 'OPERATOR'];
const ADMINISTRATORS: readonly Role[] = ['ADMIN'];

/** The permission table: the only place that says which role may do what. */
export const PERMISSIONS = {
  'account.manage': EVERYONE,
  'apps.read': EVERYONE,
  'apps.manage': ADMINISTRATORS,
  'codes.read': EVERYONE,
  'codes.write': MAKERS,
  'codes.export': EVERYONE,
  'purposes.manage': ADMINISTRATORS,
  // Exports of others too; everybody may take their own off the list.
  'exports.manage': MAKERS,
  'batches.read': EVERYONE,
  'batches.write': MAKERS,
  'quota.read': EVERYONE,
  'members.manage': ADMINISTRATORS,
  'keys.manage': ADMINISTRATORS,
  'webhooks.manage': ADMINISTRATORS,
  'audit.read': ADMINISTRATORS,
  'system.manage': ADMINISTRATORS,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function roleCan(role: Role, permission: Permission): boolean {
  return PERMISSIONS[permission].includes(role);
}

/** The system may do everything. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'user') return roleCan(actor.role, permission);
  return actor.kind === 'system' || actor.permissions.includes(permission);
}

/** @throws AppError FORBIDDEN, which says what would have been needed */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new AppError('FORBIDDEN', { values: { permission } });
}
