import {
  Boxes,
  CircleUserRound,
  Download,
  Ellipsis,
  Gauge,
  House,
  KeyRound,
  Layers,
  ListTodo,
  LogIn,
  type LucideIcon,
  Plus,
  Printer,
  QrCode,
  Server,
  Settings,
  Shapes,
  Users,
  Webhook,
} from 'lucide-react';
import type { Route } from 'next';

export type NavKey =
  | 'overview'
  | 'codes'
  | 'batches'
  | 'prints'
  | 'exports'
  | 'tasks'
  | 'generate'
  | 'quota'
  | 'settings'
  | 'apps'
  | 'purposes'
  | 'members'
  | 'keys'
  | 'signIn'
  | 'webhooks'
  | 'audit'
  | 'system'
  | 'account';

/** From the permission table: what the frame may offer. */
export type ShellCan = {
  generate: boolean;
  manageApps: boolean;
  managePurposes: boolean;
  manageMembers: boolean;
  manageKeys: boolean;
  manageWebhooks: boolean;
  readAudit: boolean;
  manageSystem: boolean;
};

export type NavItem = {
  key: NavKey;
  href: Route;
  icon: LucideIcon;
  /** Hidden from those who may not. */
  needs?: keyof ShellCan;
};

export type NavGroup = { key: 'work' | 'delivery' | 'data' | 'workspace' | 'personal'; items: NavItem[] };

export const OVERVIEW: NavItem = { key: 'overview', href: '/', icon: House };
export const CODES: NavItem = { key: 'codes', href: '/codes', icon: QrCode };
const BATCHES: NavItem = { key: 'batches', href: '/batches', icon: Layers };
const PRINTS: NavItem = { key: 'prints', href: '/print', icon: Printer };
const EXPORTS: NavItem = { key: 'exports', href: '/exports', icon: Download };
export const GENERATE: NavItem = { key: 'generate', href: '/codes/new', icon: Plus };
export const NEW_BATCH = '/batches/new';
export const QUOTA: NavItem = { key: 'quota', href: '/quota', icon: Gauge };
/** What runs, for phones; on wide screens the lists are in sight. */
export const TASKS: NavItem = { key: 'tasks', href: '/tasks', icon: ListTodo };
export const SETTINGS: NavItem = { key: 'settings', href: '/settings', icon: Settings };
export const APPS: NavItem = { key: 'apps', href: '/settings/apps', icon: Boxes, needs: 'manageApps' };
const PURPOSES: NavItem = {
  key: 'purposes',
  href: '/settings/purposes',
  icon: Shapes,
  needs: 'managePurposes',
};
const MEMBERS: NavItem = {
  key: 'members',
  href: '/settings/members',
  icon: Users,
  needs: 'manageMembers',
};
const KEYS: NavItem = { key: 'keys', href: '/settings/keys', icon: KeyRound, needs: 'manageKeys' };
const SIGN_IN: NavItem = {
  key: 'signIn',
  href: '/settings/sign-in',
  icon: LogIn,
  needs: 'manageMembers',
};
const WEBHOOKS: NavItem = {
  ...{ key: 'webhooks', href: '/settings/webhooks', icon: Webhook, needs: 'manageWebhooks' },
};
const AUDIT: NavItem = { key: 'audit', href: '/settings/audit', icon: ListTodo, needs: 'readAudit' };
const SYSTEM: NavItem = { key: 'system', href: '/settings/system', icon: Server, needs: 'manageSystem' };
export const ACCOUNT: NavItem = { key: 'account', href: '/settings/account', icon: CircleUserRound };
export const MORE_ICON = Ellipsis;

/** The first level. A row comes with its capability. */
const MAIN: readonly NavGroup[] = [
  { key: 'work', items: [OVERVIEW, CODES, BATCHES] },
  { key: 'delivery', items: [PRINTS, EXPORTS] },
  { key: 'data', items: [QUOTA] },
];

/** The second level of the settings. */
const SETTINGS_ROWS: readonly NavGroup[] = [
  { key: 'workspace', items: [APPS, PURPOSES, MEMBERS, SIGN_IN, KEYS, WEBHOOKS, AUDIT, SYSTEM] },
  { key: 'personal', items: [ACCOUNT] },
];

const ALL = [...[...MAIN, ...SETTINGS_ROWS].flatMap(({ items }) => items), GENERATE, TASKS, SETTINGS];

/** What this person may use; a group of which nothing is left goes too. */
function permitted(groups: readonly NavGroup[], can: ShellCan): NavGroup[] {
  return groups
    .map(({ key, items }) => ({ key, items: items.filter(({ needs }) => !needs || can[needs]) }))
    .filter(({ items }) => items.length > 0);
}

export const mainGroups = (can: ShellCan) => permitted(MAIN, can);
export const settingsGroups = (can: ShellCan) => permitted(SETTINGS_ROWS, can);

/** Everything that the palette leads to. */
export const allDestinations = (can: ShellCan): NavItem[] =>
  [...mainGroups(can), ...settingsGroups(can)].flatMap(({ items }) => items).concat(TASKS);

function contains(href: string, pathname: string): boolean {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`));
}

/** The longest match wins: `/codes/new` is “generate”, `/codes/42` is “codes”. */
export function activeNavKey(pathname: string): NavKey | undefined {
  return ALL.filter(({ href }) => contains(href, pathname)).sort((a, b) => b.href.length - a.href.length)[0]
    ?.key;
}

/** Whether the row stands for the page, or for the settings that the page is one of. */
export function isActive(key: NavKey, pathname: string): boolean {
  return key === 'settings' ? contains(SETTINGS.href, pathname) : activeNavKey(pathname) === key;
}
