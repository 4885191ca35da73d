import { ERRCODE_KEYS, type ErrorKey } from './errcodes';
import type { RefusedOutcome, UncertainOutcome } from '@/lib/wechat/call/outcome';

/**
 * Who can cure an error: `automatic` the client or the batch runner by itself, `operator` whoever chose the parameters,
 * `administrator` whoever runs Suncode and the WeChat account, `nobody` when it is final.
 */
export type ErrorActor = 'automatic' | 'operator' | 'administrator' | 'nobody';

/** `token` refresh once and repeat, `backoff` repeat soon and few times, `wait` repeat minutes or hours later. */
export type ErrorRetry = 'token' | 'backoff' | 'wait' | 'never';
export type ErrorExplanation = { key: ErrorKey; actor: ErrorActor; retry: ErrorRetry };

const CURES: Record<ErrorKey, Omit<ErrorExplanation, 'key'>> = {
  systemBusy: { actor: 'automatic', retry: 'backoff' },
  tokenNotLatest: { actor: 'automatic', retry: 'token' },
  grantTypeInvalid: { actor: 'administrator', retry: 'never' },
  appIdInvalid: { actor: 'administrator', retry: 'never' },
  tokenIllegal: { actor: 'automatic', retry: 'token' },
  unicodeEscape: { actor: 'administrator', retry: 'never' },
  urlInvalid: { actor: 'administrator', retry: 'never' },
  argumentsInvalid: { actor: 'operator', retry: 'never' },
  secretInvalid: { actor: 'administrator', retry: 'never' },
  sceneInvalid: { actor: 'operator', retry: 'never' },
  pathLength: { actor: 'operator', retry: 'never' },
  ipNotAllowed: { actor: 'administrator', retry: 'never' },
  sceneLength: { actor: 'operator', retry: 'never' },
  widthInvalid: { actor: 'operator', retry: 'never' },
  secretFrozen: { actor: 'administrator', retry: 'never' },
  tokenMissing: { actor: 'administrator', retry: 'never' },
  appIdMissing: { actor: 'administrator', retry: 'never' },
  secretMissing: { actor: 'administrator', retry: 'never' },
  pageNotReleased: { actor: 'operator', retry: 'never' },
  tokenExpired: { actor: 'automatic', retry: 'token' },
  postRequired: { actor: 'administrator', retry: 'never' },
  httpsRequired: { actor: 'administrator', retry: 'never' },
  bodyEmpty: { actor: 'administrator', retry: 'never' },
  callLimit: { actor: 'automatic', retry: 'wait' },
  minuteLimit: { actor: 'automatic', retry: 'wait' },
  limitedCodesUsedUp: { actor: 'nobody', retry: 'never' },
  permissionMissing: { actor: 'administrator', retry: 'never' },
  dataFormat: { actor: 'administrator', retry: 'never' },
  apiUnauthorized: { actor: 'administrator', retry: 'never' },
  accountRestricted: { actor: 'administrator', retry: 'never' },
  tokenUseForbidden: { actor: 'administrator', retry: 'never' },
  accountFrozen: { actor: 'administrator', retry: 'never' },
  componentUnauthorized: { actor: 'administrator', retry: 'never' },
  componentTokenRequired: { actor: 'administrator', retry: 'never' },
  reservedParameter: { actor: 'operator', retry: 'never' },
  confirmationNeeded: { actor: 'administrator', retry: 'wait' },
  confirmationRefusedDay: { actor: 'administrator', retry: 'wait' },
  confirmationRefusedHour: { actor: 'administrator', retry: 'wait' },
  unknownErrcode: { actor: 'administrator', retry: 'never' },
  timeout: { actor: 'automatic', retry: 'backoff' },
  network: { actor: 'automatic', retry: 'backoff' },
  notSent: { actor: 'administrator', retry: 'backoff' },
  tokenUnavailable: { actor: 'administrator', retry: 'backoff' },
  tokenUnreadable: { actor: 'administrator', retry: 'backoff' },
  framingRefused: { actor: 'administrator', retry: 'never' },
  gateway: { actor: 'automatic', retry: 'backoff' },
  redirected: { actor: 'administrator', retry: 'never' },
  httpStatus: { actor: 'administrator', retry: 'never' },
  answerEmpty: { actor: 'operator', retry: 'never' },
  answerUnreadable: { actor: 'administrator', retry: 'never' },
  pictureTruncated: { actor: 'operator', retry: 'never' },
  tokenServerPrivate: { actor: 'administrator', retry: 'never' },
  tokenServerUnreachable: { actor: 'administrator', retry: 'backoff' },
  tokenServerRefused: { actor: 'administrator', retry: 'never' },
  tokenServerAnswer: { actor: 'administrator', retry: 'never' },
};

/** Who can cure what the key stands for, and how. */
export function explain(key: ErrorKey): ErrorExplanation {
  return { key, ...CURES[key] };
}

/** What an error code of WeChat means and who can do something; a code nobody knows still gets a usable entry. */
export function explainErrcode(errcode: number): ErrorExplanation {
  return explain(ERRCODE_KEYS.get(errcode) ?? 'unknownErrcode');
}

const REASONS = {
  address: 'tokenServerPrivate',
  timeout: 'timeout',
  network: 'network',
  empty: 'answerEmpty',
  unreadable: 'answerUnreadable',
  truncated: 'pictureTruncated',
} as const;

/** What an outcome without an error code means and who can do something. */
export function explainUncertain({
  reason,
  sent,
  httpStatus,
}: Pick<UncertainOutcome, 'reason' | 'sent' | 'httpStatus'>): ErrorExplanation {
  if (!sent && reason !== 'address') return explain('notSent');
  return explain(reason === 'http' ? statusKey(httpStatus ?? 0) : REASONS[reason]);
}

function statusKey(status: number): ErrorKey {
  if (status === 412) return 'framingRefused';
  if (status >= 500) return 'gateway';
  return status >= 300 && status < 400 ? 'redirected' : 'httpStatus';
}

/** What any outcome other than a picture means and who can do something. */
export function explainOutcome(outcome: RefusedOutcome | UncertainOutcome): ErrorExplanation {
  return outcome.kind === 'refused' ? explainErrcode(outcome.errcode) : explainUncertain(outcome);
}
