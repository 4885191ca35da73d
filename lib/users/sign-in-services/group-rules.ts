import type { Role } from '@/lib/db/generated/enums';

/** What somebody of a group may do, and the AppIDs of the Mini Programs that they see; null for all. */
export type GroupRule = { group: string; role: Role; appIds: string[] | null };

const RULE =
  /^(?<group>[^=;]+)=(?<role>ADMIN|OPERATOR|VIEWER)(?::(?<apps>wx[0-9a-f]{16}(?:,wx[0-9a-f]{16})*))?$/i;
const ROLES = ['VIEWER', 'OPERATOR', 'ADMIN'] as const;

/**
 * Reads `suncode-admins=ADMIN; shop-1=OPERATOR:wx0123456789abcdef,wx…`.
 * @throws Error when a part is something else
 */
export function parseGroupRules(text: string): GroupRule[] {
  const parts = text.split(';').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const { group = '', role, apps } = RULE.exec(part)?.groups ?? {};
    const known = ROLES.find((one) => one === role?.toUpperCase());
    if (!known) throw new Error('not a rule for a group');
    return { group: group.trim(), role: known, appIds: apps?.toLowerCase().split(',') ?? null };
  });
}

/** What the rules of all groups of somebody come to: the highest role, and all Mini Programs of any of them; null when none is theirs. */
export function placeByGroups(
  rules: readonly GroupRule[],
  groups: readonly string[],
): Omit<GroupRule, 'group'> | null {
  const own = rules.filter(({ group }) => groups.includes(group));
  if (own.length === 0) return null;
  const role = ROLES.findLast((one) => own.some((rule) => rule.role === one)) ?? 'VIEWER';
  const all = own.some(({ appIds }) => appIds === null);
  return { role, appIds: all ? null : [...new Set(own.flatMap(({ appIds }) => appIds ?? []))] };
}
