import { explain, type ErrorActor } from '@/lib/wechat/errors';
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

export type Failure = {
  key: FailureKey;
  actor: ErrorActor;
  /** Whether WeChat may have made, and so counted, the code. */
  made: 'yes' | 'no' | 'perhaps';
};

/** No answer told whether WeChat made the code. */
const UNANSWERED: readonly FailureKey[] = [
  'timeout',
  'network',
  'gateway',
  'redirected',
  'httpStatus',
  'answerEmpty',
  'answerUnreadable',
  'pictureTruncated',
];

export type StoredFailure = { failureKey: string | null; quotaCost: number };

/** What the stored columns of a FAILED code say. A key of another version of Suncode is an error that nobody knows. */
export function readFailure({ failureKey, quotaCost }: StoredFailure): Failure {
  const key = asFailureKey(failureKey) ?? 'unknownErrcode';
  // An earlier call that was never answered keeps its place in the quota until something proves that it made nothing.
  const refused = quotaCost === 1 ? 'perhaps' : 'no';
  if (isOwnFailure(key)) return { key, actor: 'administrator', made: key === 'storage' ? 'yes' : refused };
  const { actor } = explain(key);
  if (!UNANSWERED.includes(key)) return { key, actor, made: refused };
  // Here an operator has nothing to correct and only repeats.
  return { key, actor: actor === 'operator' ? 'automatic' : actor, made: 'perhaps' };
}
