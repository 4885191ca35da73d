import type { Permission } from '@/lib/auth/permissions';

const MAKING = [
  'codes.read',
  'codes.write',
  'codes.export',
  'batches.read',
  'batches.write',
  'quota.read',
] as const satisfies readonly Permission[];

/**
 * What a key may be given. Settings and members stay with people; the names of its Mini Programs each key sees. The activity log is
 * about all of them: it is for keys that see all.
 */
export const KEY_PERMISSIONS = [...MAKING, 'audit.read'] as const satisfies readonly Permission[];
export type KeyPermission = (typeof KEY_PERMISSIONS)[number];

/** Whoever makes something sees what became of it. */
const IMPLIED: Partial<Record<KeyPermission, KeyPermission>> = {
  'codes.write': 'codes.read',
  'codes.export': 'codes.read',
  'batches.write': 'batches.read',
};

/** The permissions with those that they are worth nothing without, in their order. */
export function withImplied(chosen: readonly KeyPermission[]): KeyPermission[] {
  const all = new Set([...chosen, ...chosen.flatMap((one) => IMPLIED[one] ?? [])]);
  return KEY_PERMISSIONS.filter((one) => all.has(one));
}

/** What most keys are for; whatever else is chosen is `chosen`. */
export const KEY_KINDS = {
  maker: MAKING,
  reader: ['codes.read', 'codes.export', 'batches.read', 'quota.read'],
} as const satisfies Record<string, readonly KeyPermission[]>;

export type KeyKind = keyof typeof KEY_KINDS | 'chosen';

/** @param permissions in any order */
export function kindOf(permissions: readonly string[]): KeyKind {
  const same = (kind: readonly string[]) =>
    kind.length === permissions.length && kind.every((one) => permissions.includes(one));
  if (same(KEY_KINDS.maker)) return 'maker';
  return same(KEY_KINDS.reader) ? 'reader' : 'chosen';
}

export const KEY_NAME_MAX_CHARS = 60;
/** Keys that are neither revoked nor run out. */
export const KEYS_MAX = 200;
export const KEY_ADDRESSES_MAX = 50;
export const KEY_DAYS_MAX = 3650;
/** How many hours the secret before stays good, once there is a new one; a week at most. */
export const OVERLAP_HOURS = [0, 1, 24, 168] as const;
