import type {
  BatchSource,
  BatchState,
  EnvVersion,
  MiniProgramMode,
  RowVerdict,
} from '@/lib/db/generated/enums';
import type { Cover } from '@/lib/codes/find/covers';
import type { FailureKey } from '@/lib/codes/generate/failure-key';
import type { FieldIssue } from '@/lib/errors';
import type { ErrorActor } from '@/lib/wechat/errors';
import type { Unreleased } from './unreleased';

// What pages and routes show of a batch. Moments are ISO strings, so that a page and its route say the same.

/** Rows by what became of them; all of them together are `total`. */
export type BatchCounts = {
  total: number;
  /** Codes that this batch made. */
  made: number;
  /** Rows that share a code which was there before. */
  reused: number;
  failed: number;
  /** At WeChat, or about to be sent. */
  running: number;
  /** Their turn will come, or would come if the batch were not paused. */
  waiting: number;
  /** Invalid rows and duplicates that were left out from the beginning. */
  skipped: number;
  /** Rows of a cancelled batch whose turn had not come. */
  notMade: number;
};

export type BatchSummary = {
  id: string;
  name: string;
  source: BatchSource;
  state: BatchState;
  miniProgram: { id: string; name: string; mode: MiniProgramMode };
  createdBy: { id: string; name: string } | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** All zero but `total` while it is a DRAFT. */
  counts: BatchCounts;
};

/** `covers`: pictures of the codes that it made first. */
export type BatchItem = BatchSummary & { covers: Cover[] };

export const BATCH_TABS = ['all', 'active', 'drafts', 'done'] as const;
export type BatchTab = (typeof BATCH_TABS)[number];

/** `counts` are of what is searched, whichever tab is open. */
export type BatchPage = {
  items: BatchItem[];
  nextCursor: string | null;
  counts: Record<BatchTab, number>;
  /**
   * Of other Mini Programs, which the list leaves out: `total` would stand in this list, `waiting` wait for somebody
   * (drafts and paused ones), whatever is searched.
   */
  elsewhere: { total: number; waiting: number };
};

/** A code that came in, for the wall of a run. */
export type Arrival = { codeId: string; name: string; imageSha256: string; isTransparent: boolean };

/** So many codes that came in last are sent with the progress, whatever the size of the batch. */
export const ARRIVALS_MAX = 36;

/** Rows that failed for one and the same cause. */
export type BatchError = {
  /** Names the group; `retryFailed` and `listBatchRows` take it. */
  cause: string;
  /** Of its texts: `wechat.errors.<key>.title|cause|remedy`, or `codes.detail.failure.<key>.…` for one of our own. */
  key: FailureKey;
  actor: ErrorActor;
  errcode: number | null;
  count: number;
  /** The first row of the group, with WeChat's own words; `page` as that of the row. */
  example: {
    rowNumber: number;
    line: number;
    name: string;
    codeId: string;
    errmsg: string | null;
    page: string | null;
  };
};

export type BatchProgress = BatchCounts & {
  state: BatchState;
  /** Codes a minute that are being made now; null when nothing has been made lately, and before that is known. */
  ratePerMinute: number | null;
  /** Until the last row is through at this rate; null when nobody can say. */
  secondsLeft: number | null;
  /**
   * Calls go on by themselves after this moment: WeChat said "too many calls" (45009, 45011), or cannot be reached;
   * `waitingFor` says which. Null when nothing is held up.
   */
  waitingUntil: string | null;
  waitingFor: FailureKey | null;
  /** It runs, and yet nothing has come to an end since this moment; null when it goes on. */
  standingSince: string | null;
  /**
   * Why it was paused by itself: something that every further row would run into as well, such as a wrong AppSecret.
   * Null when a person paused it, and once somebody resumed it.
   */
  stoppedBy: FailureKey | null;
  /** Most frequent first. */
  errors: BatchError[];
  /** The codes that came in last, newest first; at most ARRIVALS_MAX. */
  arrivals: Arrival[];
};

/** `editedCells`, `removedRows`: what people changed in the table before the start. */
export type BatchDetail = Omit<BatchSummary, 'counts'> & {
  progress: BatchProgress;
  editedCells: number;
  removedRows: number;
};

/** As its page shows it. */
export type OpenedBatch = BatchDetail & { unreleased: Unreleased };

export const ROW_STATUSES = ['made', 'failed', 'running', 'waiting', 'reused', 'skipped', 'notMade'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

export type BatchRowItem = {
  rowNumber: number;
  line: number;
  name: string;
  /** Scene or path as it is sent; empty for rows that were left out. */
  target: string;
  status: RowStatus;
  verdict: RowVerdict;
  /** Cells that a person edited before the start. */
  edited: { column: string; before: string; after: string }[];
  /** What its code held that was replaced since; null where none was. */
  replaced: string | null;
  /** What its live code was made to lead to, which may lead elsewhere by now; null for other codes. */
  live: { page: string; parameters: [string, string][] } | null;
  /** Why it was left out. */
  issues: FieldIssue[];
  codeId: string | null;
  /** Of the picture, for its address; null while there is none. */
  imageSha256: string | null;
  /** The version of the Mini Program that its code opens; null for one that knows none, and without a code. */
  envVersion: EnvVersion | null;
  /** Its picture has a transparent background. */
  isTransparent: boolean;
  /** Why it failed. */
  failure: { key: FailureKey; errcode: number | null; errmsg: string | null } | null;
  /** The page that it asks for beside its scene; null for one that asks for none, or has it in its path. */
  page: string | null;
};

export type BatchRowPage = {
  items: BatchRowItem[];
  /** Pass as `after` for the next page. */
  nextAfter: number | null;
};

export type BatchRowFilter = {
  status?: RowStatus | undefined;
  cause?: string | undefined;
  q?: string | undefined;
};
