import type { RefusedOutcome, UncertainOutcome } from './outcome';

/**
 * Who can cure an error: `automatic` the client or the batch runner by itself, `operator` whoever chose the parameters,
 * `administrator` whoever runs Suncode and the WeChat account, `nobody` when it is final.
 */
export type ErrorActor = 'automatic' | 'operator' | 'administrator' | 'nobody';

/** `token` refresh once and repeat, `backoff` repeat soon and few times, `wait` repeat minutes or hours later. */
export type ErrorRetry = 'token' | 'backoff' | 'wait' | 'never';

export type ErrorExplanation = { key: ErrorKey; actor: ErrorActor; retry: ErrorRetry };

/** Each key has `title`, `cause` and `remedy` under `wechat.errors`. */
export const ERROR_KEYS = [
  'systemBusy',
  'tokenNotLatest',
  'grantTypeInvalid',
  'appIdInvalid',
  'tokenIllegal',
  'unicodeEscape',
  'urlInvalid',
  'argumentsInvalid',
  'secretInvalid',
  'sceneInvalid',
  'pathLength',
  'ipNotAllowed',
  'sceneLength',
  'widthInvalid',
  'secretFrozen',
  'tokenMissing',
  'appIdMissing',
  'secretMissing',
  'pageNotReleased',
  'tokenExpired',
  'postRequired',
  'httpsRequired',
  'bodyEmpty',
  'callLimit',
  'minuteLimit',
  'limitedCodesUsedUp',
  'permissionMissing',
  'dataFormat',
  'apiUnauthorized',
  'accountRestricted',
  'tokenUseForbidden',
  'accountFrozen',
  'componentUnauthorized',
  'componentTokenRequired',
  'reservedParameter',
  'confirmationNeeded',
  'confirmationRefusedDay',
  'confirmationRefusedHour',
  'unknownErrcode',
  'timeout',
  'network',
  'notSent',
  'framingRefused',
  'gateway',
  'redirected',
  'httpStatus',
  'answerEmpty',
  'answerUnreadable',
  'pictureTruncated',
  'tokenServerUnreachable',
  'tokenServerRefused',
  'tokenServerAnswer',
] as const;

export type ErrorKey = (typeof ERROR_KEYS)[number];

const ERRCODES = new Map<number, ErrorExplanation>([
  [-1, { key: 'systemBusy', actor: 'automatic', retry: 'backoff' }],
  [40001, { key: 'tokenNotLatest', actor: 'automatic', retry: 'token' }],
  [40002, { key: 'grantTypeInvalid', actor: 'administrator', retry: 'never' }],
  [40013, { key: 'appIdInvalid', actor: 'administrator', retry: 'never' }],
  [40014, { key: 'tokenIllegal', actor: 'automatic', retry: 'token' }],
  [40033, { key: 'unicodeEscape', actor: 'administrator', retry: 'never' }],
  [40066, { key: 'urlInvalid', actor: 'administrator', retry: 'never' }],
  [40097, { key: 'argumentsInvalid', actor: 'operator', retry: 'never' }],
  [40125, { key: 'secretInvalid', actor: 'administrator', retry: 'never' }],
  [40129, { key: 'sceneInvalid', actor: 'operator', retry: 'never' }],
  [40159, { key: 'pathLength', actor: 'operator', retry: 'never' }],
  [40164, { key: 'ipNotAllowed', actor: 'administrator', retry: 'never' }],
  [40169, { key: 'sceneLength', actor: 'operator', retry: 'never' }],
  [40189, { key: 'widthInvalid', actor: 'operator', retry: 'never' }],
  [40243, { key: 'secretFrozen', actor: 'administrator', retry: 'never' }],
  [41001, { key: 'tokenMissing', actor: 'administrator', retry: 'never' }],
  [41002, { key: 'appIdMissing', actor: 'administrator', retry: 'never' }],
  [41004, { key: 'secretMissing', actor: 'administrator', retry: 'never' }],
  [41030, { key: 'pageNotReleased', actor: 'operator', retry: 'never' }],
  [42001, { key: 'tokenExpired', actor: 'automatic', retry: 'token' }],
  [43002, { key: 'postRequired', actor: 'administrator', retry: 'never' }],
  [43003, { key: 'httpsRequired', actor: 'administrator', retry: 'never' }],
  [44002, { key: 'bodyEmpty', actor: 'administrator', retry: 'never' }],
  // The text says "daily" also for the limit of one minute, so it cannot tell how long to wait.
  [45009, { key: 'callLimit', actor: 'automatic', retry: 'wait' }],
  [45011, { key: 'minuteLimit', actor: 'automatic', retry: 'wait' }],
  [45029, { key: 'limitedCodesUsedUp', actor: 'nobody', retry: 'never' }],
  [45063, { key: 'permissionMissing', actor: 'administrator', retry: 'never' }],
  [47001, { key: 'dataFormat', actor: 'administrator', retry: 'never' }],
  [48001, { key: 'apiUnauthorized', actor: 'administrator', retry: 'never' }],
  [50002, { key: 'accountRestricted', actor: 'administrator', retry: 'never' }],
  [50004, { key: 'tokenUseForbidden', actor: 'administrator', retry: 'never' }],
  [50007, { key: 'accountFrozen', actor: 'administrator', retry: 'never' }],
  [61004, { key: 'ipNotAllowed', actor: 'administrator', retry: 'never' }],
  [61007, { key: 'componentUnauthorized', actor: 'administrator', retry: 'never' }],
  [61024, { key: 'componentTokenRequired', actor: 'administrator', retry: 'never' }],
  [85096, { key: 'reservedParameter', actor: 'operator', retry: 'never' }],
  [89503, { key: 'confirmationNeeded', actor: 'administrator', retry: 'wait' }],
  [89506, { key: 'confirmationRefusedDay', actor: 'administrator', retry: 'wait' }],
  [89507, { key: 'confirmationRefusedHour', actor: 'administrator', retry: 'wait' }],
]);

/** The error codes that have an explanation of their own. */
export const KNOWN_ERRCODES: readonly number[] = [...ERRCODES.keys()];

/** What an error code of WeChat means and who can do something; a code nobody knows still gets a usable entry. */
export function explainErrcode(errcode: number): ErrorExplanation {
  return ERRCODES.get(errcode) ?? { key: 'unknownErrcode', actor: 'administrator', retry: 'never' };
}

const REASONS = {
  timeout: { key: 'timeout', actor: 'automatic', retry: 'backoff' },
  network: { key: 'network', actor: 'automatic', retry: 'backoff' },
  empty: { key: 'answerEmpty', actor: 'operator', retry: 'never' },
  unreadable: { key: 'answerUnreadable', actor: 'administrator', retry: 'never' },
  truncated: { key: 'pictureTruncated', actor: 'operator', retry: 'never' },
} as const satisfies Record<string, ErrorExplanation>;

/** What an outcome without an error code means and who can do something. */
export function explainUncertain({
  reason,
  sent,
  httpStatus,
}: Pick<UncertainOutcome, 'reason' | 'sent' | 'httpStatus'>): ErrorExplanation {
  if (!sent) return { key: 'notSent', actor: 'administrator', retry: 'backoff' };
  return reason === 'http' ? explainStatus(httpStatus ?? 0) : REASONS[reason];
}

function explainStatus(status: number): ErrorExplanation {
  if (status === 412) return { key: 'framingRefused', actor: 'administrator', retry: 'never' };
  if (status >= 500) return { key: 'gateway', actor: 'automatic', retry: 'backoff' };
  if (status >= 300 && status < 400) return { key: 'redirected', actor: 'administrator', retry: 'never' };
  return { key: 'httpStatus', actor: 'administrator', retry: 'never' };
}

/** What any outcome other than a picture means and who can do something. */
export function explainOutcome(outcome: RefusedOutcome | UncertainOutcome): ErrorExplanation {
  return outcome.kind === 'refused' ? explainErrcode(outcome.errcode) : explainUncertain(outcome);
}
