import type { RefusedOutcome, UncertainOutcome } from '@/lib/wechat/call/outcome';
import type { FailureKey } from './failure-key';
import type { ClaimedCode } from './lease';
import type { StoredPicture } from '@/lib/codes/picture/picture';

export type Unmade = { outcome: RefusedOutcome | UncertainOutcome; failureKey: FailureKey };

/** WeChat made the code. `late`: another process has claimed the row since, so nothing was stored. */
export type MadeResult = {
  kind: 'made';
  code: ClaimedCode;
  picture: StoredPicture | 'failed' | 'late';
  numUsed: number | null;
};

/**
 * `unanswered`: WeChat may have made the code in an attempt before the one that `outcome` is of. `isPassing`: the database was
 * out of order, which says nothing of the code.
 */
export type UnmadeResult = {
  kind: 'unmade';
  code: ClaimedCode;
  unanswered: boolean;
  isPassing?: boolean;
} & Unmade;

/** What came of calling WeChat for a row, at the attempt that `code` was claimed with. */
export type Result = MadeResult | UnmadeResult;
