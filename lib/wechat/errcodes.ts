import type { ErrorKey } from './errors';

/** What WeChat's error codes stand for. */
export const ERRCODE_KEYS: ReadonlyMap<number, ErrorKey> = new Map<number, ErrorKey>([
  [-1, 'systemBusy'],
  [40001, 'tokenNotLatest'],
  [40002, 'grantTypeInvalid'],
  [40013, 'appIdInvalid'],
  [40014, 'tokenIllegal'],
  [40033, 'unicodeEscape'],
  [40066, 'urlInvalid'],
  [40097, 'argumentsInvalid'],
  [40125, 'secretInvalid'],
  [40129, 'sceneInvalid'],
  [40159, 'pathLength'],
  [40164, 'ipNotAllowed'],
  [40169, 'sceneLength'],
  [40189, 'widthInvalid'],
  [40243, 'secretFrozen'],
  [41001, 'tokenMissing'],
  [41002, 'appIdMissing'],
  [41004, 'secretMissing'],
  [41030, 'pageNotReleased'],
  [42001, 'tokenExpired'],
  [43002, 'postRequired'],
  [43003, 'httpsRequired'],
  [44002, 'bodyEmpty'],
  // The text says "daily" also for the limit of one minute, so it cannot tell how long to wait.
  [45009, 'callLimit'],
  [45011, 'minuteLimit'],
  [45029, 'limitedCodesUsedUp'],
  [45063, 'permissionMissing'],
  [47001, 'dataFormat'],
  [48001, 'apiUnauthorized'],
  [50002, 'accountRestricted'],
  [50004, 'tokenUseForbidden'],
  [50007, 'accountFrozen'],
  [61004, 'ipNotAllowed'],
  [61007, 'componentUnauthorized'],
  [61024, 'componentTokenRequired'],
  [85096, 'reservedParameter'],
  [89503, 'confirmationNeeded'],
  [89506, 'confirmationRefusedDay'],
  [89507, 'confirmationRefusedHour'],
]);

/** The error codes that have an explanation of their own. */
export const KNOWN_ERRCODES: readonly number[] = [...ERRCODE_KEYS.keys()];
