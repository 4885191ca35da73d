import { ERROR_KEYS, type ErrorKey } from '@/lib/wechat/errcodes';

/**
 * Failures of our own. `storage`: WeChat made the code and we failed to keep the picture. `quota`: its turn in a batch
 * came when the permanent limit had no room; nothing was sent. `fault`: a mistake in Suncode, which its log tells.
 */
const OWN_KEYS = ['storage', 'quota', 'fault'] as const;
export type OwnFailureKey = (typeof OWN_KEYS)[number];

/**
 * What the column `failureKey` of a FAILED code holds, one key for each cause: the key of a text under `wechat.errors`,
 * or of our own under `codes.detail.failure`.
 */
export type FailureKey = ErrorKey | OwnFailureKey;

export function isOwnFailure(key: FailureKey): key is OwnFailureKey {
  return OWN_KEYS.some((own) => own === key);
}

/** A key that was stored, perhaps by a version that knew others. */
export function asFailureKey(stored: string | null): FailureKey | null {
  return [...OWN_KEYS, ...ERROR_KEYS].find((key) => key === stored) ?? null;
}

/** What to say of a stored key: one of another version of Suncode is an error that nobody knows. */
export function shownFailureKey(stored: string | null): FailureKey {
  return asFailureKey(stored) ?? 'unknownErrcode';
}
