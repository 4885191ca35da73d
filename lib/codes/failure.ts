import { ERROR_KEYS, explainErrcode, explainUncertain, type ErrorActor, type ErrorKey } from '@/lib/wechat/errors';
import type { UncertainReason } from '@/lib/wechat/outcome';

/**
 * Key under `wechat.errors`, or one of our own under `codes.detail.failure`. `storage`: WeChat made the code and we
 * failed to keep the picture. `quota`: its turn in a batch came when the permanent limit had no room; nothing was sent.
 */
export type FailureKey = ErrorKey | OwnFailureKey;
const OWN_KEYS = ['storage', 'quota'] as const;
export type OwnFailureKey = (typeof OWN_KEYS)[number];

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

const UNCERTAIN: readonly UncertainReason[] = [
  'timeout',
  'network',
  'http',
  'empty',
  'unreadable',
  'truncated',
];

/** The status is not stored by itself, only in the detail that the client writes: `HTTP 502, 120 bytes, text/html`. */
function statusOf(errmsg: string | null): number {
  return Number(/^HTTP (\d{3})\b/.exec(errmsg ?? '')?.[1] ?? 0);
}

export type StoredFailure = {
  failureReason: string | null;
  errcode: number | null;
  errmsg: string | null;
  quotaCost: number;
};

/** What the stored columns of a FAILED code say. */
export function readFailure({ failureReason, errcode, errmsg, quotaCost }: StoredFailure): Failure {
  if (failureReason === 'storage') return { key: 'storage', actor: 'administrator', made: 'yes' };
  if (failureReason === 'quota') return { key: 'quota', actor: 'administrator', made: 'no' };
  // An earlier call that was never answered keeps its place in the quota until something proves that it made nothing.
  const refused = quotaCost === 1 ? 'perhaps' : 'no';
  if (errcode !== null) return { ...pick(explainErrcode(errcode)), made: refused };
  const reason = UNCERTAIN.find((known) => known === failureReason);
  if (!reason) return { ...pick(explainUncertain({ reason: 'network', sent: false })), made: refused };
  const httpStatus = statusOf(errmsg);
  const { key, actor } = explainUncertain({ reason, sent: true, httpStatus });
  // WeChat's gateway turns a request away with 412 before anything is made.
  const made = httpStatus === 412 ? refused : 'perhaps';
  // Here an operator has nothing to correct and only repeats.
  return { key, actor: actor === 'operator' ? 'automatic' : actor, made };
}

function pick({ key, actor }: { key: ErrorKey; actor: ErrorActor }) {
  return { key, actor };
}
