import {
  ChartNoAxesColumn,
  Download,
  Ellipsis,
  Gauge,
  House,
  Layers,
  ListTodo,
  type LucideIcon,
  Plus,
  Printer,
  QrCode,
  Settings,
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
  | 'scans'
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
  | 'account'
  | 'notices';

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
const SCANS: NavItem = { key: 'scans', href: '/scans', icon: ChartNoAxesColumn };
export const QUOTA: NavItem = { key: 'quota', href: '/quota', icon: Gauge };
/** What runs, for phones; on wide screens the lists are in sight. */
export const TASKS: NavItem = { key: 'tasks', href: '/tasks', icon: ListTodo };
export const SETTINGS: NavItem = { key: 'settings', href: '/settings', icon: Settings };
export const MORE_ICON = Ellipsis;

/** The first level. A row comes with its capability. */
const MAIN: readonly NavGroup[] = [
  { key: 'work', items: [OVERVIEW, CODES, BATCHES] },
  { key: 'delivery', items: [PRINTS, EXPORTS] },
  { key: 'data', items: [SCANS, QUOTA] },
];

/** What this person may use; a group of which nothing is left goes too. */
export function permitted(groups: readonly NavGroup[], can: ShellCan): NavGroup[] {
  return groups
    .map(({ key, items }) => ({ key, items: items.filter(({ needs }) => !needs || can[needs]) }))
    .filter(({ items }) => items.length > 0);
}

export const mainGroups = (can: ShellCan) => permitted(MAIN, can);

function contains(href: string, pathname: string): boolean {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`));
}

/** Whether the row stands for the page: `/codes/42` is one of the codes, `/codes/new` is not. */
export function isActive({ href }: Pick<NavItem, 'href'>, pathname: string): boolean {
  return contains(href, pathname) && !(href === CODES.href && contains(GENERATE.href, pathname));
}
