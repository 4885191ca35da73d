import {
  Boxes,
  CircleUserRound,
  FileDown,
  Gauge,
  House,
  Layers,
  Plus,
  QrCode,
  Shapes,
  type LucideIcon,
} from 'lucide-react';
import type { Route } from 'next';

export type NavKey =
  'overview' | 'codes' | 'batches' | 'exports' | 'generate' | 'quota' | 'apps' | 'purposes' | 'account';

export type NavItem = { key: NavKey; href: Route; icon: LucideIcon };

export const OVERVIEW: NavItem = { key: 'overview', href: '/', icon: House };
export const CODES: NavItem = { key: 'codes', href: '/codes', icon: QrCode };
const BATCHES: NavItem = { key: 'batches', href: '/batches', icon: Layers };
const EXPORTS: NavItem = { key: 'exports', href: '/exports', icon: FileDown };
export const GENERATE: NavItem = { key: 'generate', href: '/codes/new', icon: Plus };
export const QUOTA: NavItem = { key: 'quota', href: '/quota', icon: Gauge };
export const APPS: NavItem = { key: 'apps', href: '/settings/apps', icon: Boxes };
const PURPOSES: NavItem = { key: 'purposes', href: '/settings/purposes', icon: Shapes };
export const ACCOUNT: NavItem = { key: 'account', href: '/settings/account', icon: CircleUserRound };

export const WORKSPACE_NAV = [OVERVIEW, CODES, BATCHES, EXPORTS, QUOTA];
export const SETTINGS_NAV = [APPS, PURPOSES, ACCOUNT];

const ALL = [OVERVIEW, CODES, BATCHES, EXPORTS, GENERATE, QUOTA, APPS, PURPOSES, ACCOUNT];

function contains(href: string, pathname: string): boolean {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`));
}

/** The longest match wins: `/codes/new` is “generate”, `/codes/42` is “codes”. */
export function activeNavKey(pathname: string): NavKey | undefined {
  return ALL.filter(({ href }) => contains(href, pathname)).sort((a, b) => b.href.length - a.href.length)[0]
    ?.key;
}
