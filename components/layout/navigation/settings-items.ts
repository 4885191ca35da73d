import {
  Bell,
  LayoutGrid,
  CircleUserRound,
  KeyRound,
  ListTodo,
  LogIn,
  Server,
  Shapes,
  Users,
  Webhook,
} from 'lucide-react';
import { mainGroups, permitted, TASKS, type NavGroup, type NavItem, type ShellCan } from './nav-items';

// Apart from the first level, which every page carries.

export const APPS: NavItem = { key: 'apps', href: '/settings/apps', icon: LayoutGrid, needs: 'manageApps' };
export const ACCOUNT: NavItem = { key: 'account', href: '/settings/account', icon: CircleUserRound };

const NOTICES: NavItem = { key: 'notices', href: '/settings/notices', icon: Bell };

/** The second level of the settings. */
const SETTINGS_ROWS: readonly NavGroup[] = [
  {
    key: 'workspace',
    items: [
      APPS,
      { key: 'purposes', href: '/settings/purposes', icon: Shapes, needs: 'managePurposes' },
      { key: 'members', href: '/settings/members', icon: Users, needs: 'manageMembers' },
      { key: 'signIn', href: '/settings/sign-in', icon: LogIn, needs: 'manageMembers' },
      { key: 'keys', href: '/settings/keys', icon: KeyRound, needs: 'manageKeys' },
      { key: 'webhooks', href: '/settings/webhooks', icon: Webhook, needs: 'manageWebhooks' },
      { key: 'audit', href: '/settings/audit', icon: ListTodo, needs: 'readAudit' },
      { key: 'system', href: '/settings/system', icon: Server, needs: 'manageSystem' },
    ],
  },
  { key: 'personal', items: [ACCOUNT, NOTICES] },
];

export const settingsGroups = (can: ShellCan) => permitted(SETTINGS_ROWS, can);

/** Everything that the palette leads to. */
export const allDestinations = (can: ShellCan): NavItem[] =>
  [...mainGroups(can), ...settingsGroups(can)].flatMap(({ items }) => items).concat(TASKS);
