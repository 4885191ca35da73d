import { isCounted } from '@/lib/apps/calls/call-pace';
import type { Result } from '@/lib/codes/generate/result';
import { explain } from '@/lib/wechat/errors';
import { isOwnFailure, type FailureKey } from '@/lib/codes/generate/failure-key';

/**
 * What an answer means for the batch. `settle`: it is the row's alone. `hold`: "too many calls", which is nobody's
 * failure, or nothing could be sent, or what WeChat made could not be kept. `transient`: busy or out of reach, the row's failure
 * unless it goes on like that. `stop`: every further row would run into the same, so somebody has to do something first. `again`:
 * the database was out of order meanwhile.
 */
export type Consequence = 'settle' | 'hold' | 'transient' | 'stop' | 'again';

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
];

/** Failures that pass by themselves, WeChat or its access tokens being out of reach among them. */
function isTransient(key: FailureKey): boolean {
  if (isOwnFailure(key)) return false;
  const { actor, retry } = explain(key);
  return actor === 'automatic' || retry === 'backoff';
}

export function consequenceOf(result: Result): { consequence: Consequence; key: FailureKey | null } {
  if (result.kind === 'made') {
    // A store that is away, or a full disk: asking WeChat again costs nothing, and then the picture is kept.
    const lost = result.picture === 'failed';
    return { consequence: lost ? 'hold' : 'settle', key: lost ? 'storage' : null };
  }
  const { failureKey: key, outcome } = result;
  if (result.isPassing) return { consequence: 'again', key };
  if (isCounted(key)) return { consequence: 'hold', key };
  if (STOPS.includes(key)) return { consequence: 'stop', key };
  if (!isTransient(key)) return { consequence: 'settle', key };
  // Without a name server or a way to WeChat no row can be the cause.
  const isUnsent = outcome.kind === 'uncertain' && !outcome.sent;
  return { consequence: isUnsent ? 'hold' : 'transient', key };
}
