import { driftOf } from '@/lib/quota/drift';
import type { AppQuota } from '@/lib/quota/queries';

// Far before the end, since what is used never comes back.
const WARNING_SHARE = 0.8;
const DANGER_SHARE = 0.95;

export function toneOf(share: number): 'accent' | 'warning' | 'danger' {
  if (share >= DANGER_SHARE) return 'danger';
  return share >= WARNING_SHARE ? 'warning' : 'accent';
}

/** Something that somebody should look at: little left, answers that never came, or a count that is not WeChat's. */
export function isOdd({ app, used, limit, uncertain }: AppQuota): boolean {
  const left = limit - used;
  return toneOf(used / limit) !== 'accent' || left <= app.quotaFloor || uncertain > 0 || driftOf(app) > 0;
}
