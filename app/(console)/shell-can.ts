import 'server-only';
import type { ShellCan } from '@/components/layout/navigation/nav-items';
import type { UserActor } from '@/lib/auth/actor';
import { roleCan } from '@/lib/auth/permissions';

/** What the frame offers to a role. */
export function shellCan(role: UserActor['role']): ShellCan {
  return {
    generate: roleCan(role, 'codes.write'),
    manageApps: roleCan(role, 'apps.manage'),
    managePurposes: roleCan(role, 'purposes.manage'),
    manageMembers: roleCan(role, 'members.manage'),
    manageKeys: roleCan(role, 'keys.manage'),
    manageWebhooks: roleCan(role, 'webhooks.manage'),
    readAudit: roleCan(role, 'audit.read'),
    manageSystem: roleCan(role, 'system.manage'),
  };
}
