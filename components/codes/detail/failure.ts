import type { CodeDetail } from '@/lib/codes/queries';
import { explainErrcode, explainUncertain, type ErrorActor, type ErrorKey } from '@/lib/wechat/errors';
import type { UncertainReason } from '@/lib/wechat/outcome';

export type Failure = {
  /** Key under `wechat.errors`, or `storage`: WeChat made the code and we failed to keep the picture. */
  key: ErrorKey | 'storage';
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

/** What the stored columns of a FAILED code say. */
export function readFailure({
  failureReason,
  errcode,
  errmsg,
}: Pick<CodeDetail, 'failureReason' | 'errcode' | 'errmsg'>): Failure {
  if (failureReason === 'storage') return { key: 'storage', actor: 'administrator', made: 'yes' };
  if (errcode !== null) return { ...pick(explainErrcode(errcode)), made: 'no' };
  const reason = UNCERTAIN.find((known) => known === failureReason);
  if (!reason) return { ...pick(explainUncertain({ reason: 'network', sent: false })), made: 'no' };
  const httpStatus = statusOf(errmsg);
  // WeChat's gateway turns a request away with 412 before anything is made.
  return {
    ...pick(explainUncertain({ reason, sent: true, httpStatus })),
    made: httpStatus === 412 ? 'no' : 'perhaps',
  };
}

function pick({ key, actor }: { key: ErrorKey; actor: ErrorActor }) {
  return { key, actor };
}
