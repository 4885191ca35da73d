import type { Result } from '@/lib/codes/generate/result';
import { explain } from '@/lib/wechat/errors';
import { isOwnFailure, type FailureKey } from '@/lib/codes/generate/failure-key';

/**
 * What an answer means for the batch. `settle`: it is the row's alone. `hold`: "too many calls", which is nobody's
 * failure. `transient`: busy or out of reach, the row's failure unless it goes on like that. `stop`: every further row
 * would run into the same, so somebody has to do something first.
 */
export type Consequence = 'settle' | 'hold' | 'transient' | 'stop';

const HOLDS: readonly FailureKey[] = ['callLimit', 'minuteLimit'];

export const STOPS: readonly FailureKey[] = [
  'appIdInvalid',
  'secretInvalid',
  'secretMissing',
  'secretFrozen',
  'ipNotAllowed',
  'permissionMissing',
  'apiUnauthorized',
  'accountRestricted',
  'accountFrozen',
  'tokenUseForbidden',
  'componentUnauthorized',
  'componentTokenRequired',
  'confirmationNeeded',
  'confirmationRefusedDay',
  'confirmationRefusedHour',
  'limitedCodesUsedUp',
  'tokenServerPrivate',
  'tokenServerRefused',
  'tokenServerAnswer',
  'storage',
];

/** Failures that pass by themselves, WeChat or its access tokens being out of reach among them. */
function isTransient(key: FailureKey): boolean {
  if (isOwnFailure(key)) return false;
  const { actor, retry } = explain(key);
  return actor === 'automatic' || retry === 'backoff';
}

export function consequenceOf(result: Result): { consequence: Consequence; key: FailureKey | null } {
  if (result.kind === 'made') {
    const lost = result.picture === 'failed';
    return { consequence: lost ? 'stop' : 'settle', key: lost ? 'storage' : null };
  }
  const { failureKey: key } = result;
  if (HOLDS.includes(key)) return { consequence: 'hold', key };
  if (STOPS.includes(key)) return { consequence: 'stop', key };
  return { consequence: isTransient(key) ? 'transient' : 'settle', key };
}
