import { explain, type ErrorActor } from '@/lib/wechat/errors';
import { isOwnFailure, shownFailureKey, type FailureKey } from './failure-key';

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

/** What the stored columns of a FAILED code say. */
export function readFailure({ failureKey, quotaCost }: StoredFailure): Failure {
  const key = shownFailureKey(failureKey);
  // An earlier call that was never answered keeps its place in the quota until something proves that it made nothing.
  const refused = quotaCost === 1 ? 'perhaps' : 'no';
  if (isOwnFailure(key)) return { key, actor: 'administrator', made: key === 'storage' ? 'yes' : refused };
  const { actor } = explain(key);
  if (!UNANSWERED.includes(key)) return { key, actor, made: refused };
  // Here an operator has nothing to correct and only repeats.
  return { key, actor: actor === 'operator' ? 'automatic' : actor, made: 'perhaps' };
}
