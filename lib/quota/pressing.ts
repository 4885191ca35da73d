import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';

const WARN_SHARE = 0.8;
const DANGER_SHARE = 0.95;

export type QuotaOfApp = {
  id: string;
  name: string;
  quotaBaseline: number;
  quotaUsed: number;
  /** How many of the limit are kept free. */
  quotaFloor: number;
};

export type PressingQuota = {
  appId: string;
  name: string;
  used: number;
  limit: number;
  /** How many more can be made: the reserve is none of them. */
  left: number;
  level: 'calm' | 'warning' | 'danger';
};

function quotaOfApp({ id, name, quotaBaseline, quotaUsed, quotaFloor }: QuotaOfApp) {
  const used = quotaBaseline + quotaUsed;
  const limit = LIMITED_CODES_MAX;
  const left = Math.max(limit - quotaFloor - used, 0);
  const level =
    used >= limit * DANGER_SHARE || left === 0 ? 'danger' : used >= limit * WARN_SHARE ? 'warning' : 'calm';
  return { appId: id, name, used, limit, left, level } as const;
}

/**
 * The quota that every page shows: of the Mini Program with the least left among those that have used 80 % of it, whatever
 * the scope, and those of the scope that keep a reserve. Null when there is none: then it is on the quota page only.
 * @param scopeAppId null for all Mini Programs
 */
export function pressingQuota(apps: readonly QuotaOfApp[], scopeAppId: string | null): PressingQuota | null {
  const inScope = (id: string) => scopeAppId === null || id === scopeAppId;
  const shown = apps
    .map((app) => ({ ...quotaOfApp(app), reserved: app.quotaFloor > 0 }))
    .filter(({ level, reserved, appId }) => level !== 'calm' || (reserved && inScope(appId)))
    .sort((a, b) => a.left - b.left)[0];
  if (!shown) return null;
  const { reserved: _, ...quota } = shown;
  return quota;
}
