import type { RowVerdict } from '@/lib/db/generated/enums';
import type { FieldIssue } from '@/lib/errors';
import type { RowField } from '@/lib/batches/plan/plan';
import type { Trap } from '@/lib/wechat/rules/traps';

/** In the order of interest: what is wrong first. */
export const VERDICTS = ['invalid', 'duplicate', 'reused', 'new'] as const satisfies RowVerdict[];

/** What the start would cost of the permanent 100,000; all zero but `used…` for endpoint B, which is not limited. */
export type BatchCost = {
  isLimited: boolean;
  /** Rows that take one of the 100,000. */
  needed: number;
  /** Rows that are reused, or whose parameters were counted before. */
  counted: number;
  usedBefore: number;
  usedAfter: number;
  limit: number;
  /** Kept free by the administrator; `fits` minds it. */
  floor: number;
  fits: boolean;
};

/**
 * Rows that fail for one and the same cause. `isExample`: the values are those of the first row, and others have others.
 * `left` are the rows of which no press mends it; a check kept by an earlier version does not say how many.
 */
export type ProblemGroup = FieldIssue & {
  rows: number;
  firstLine: number;
  isExample?: boolean;
  left?: number;
};

/**
 * Rows of which one press mends a field, or has mended it; `before` and `after` are those of the first row. `dropped` is
 * the query that the first such page loses, `droppedRows` how many lose one.
 */
export type MendGroup = {
  field: RowField;
  rows: number;
  firstLine: number;
  before: string;
  after: string;
  dropped: string;
  droppedRows: number;
};

/** A trap that rows run into; it warns and does not stop. */
export type WarningGroup = Trap & { rows: number; firstLine: number };

/** Rows that share a code of another name; the names are those of the first row. */
export type OtherNames = { rows: number; firstLine: number; name: string; known: string };

export type DryRunRow = {
  rowNumber: number;
  line: number;
  verdict: RowVerdict;
  name: string;
  /** The scene or path as it would be sent, also of an invalid row. */
  target: string;
  cells: string[];
  issues: FieldIssue[];
  /** The code that a reused row shares. */
  codeId: string | null;
};

export type DryRunRowPage = {
  items: DryRunRow[];
  /** Pass as `after` for the next page. */ nextAfter: number | null;
};

/** Why a batch cannot start as it is. */
export type StartObstacle = 'badRows' | 'nothing' | 'quota';

export type DryRun = {
  rowCount: number;
  counts: Record<RowVerdict, number>;
  cost: BatchCost;
  /** At the rate that the Mini Program is set to, when nothing else runs. */
  estimatedSeconds: number;
  /** Names of the first rows that would be made or reused. */
  sampleNames: string[];
  /** ISO moment of the check. */
  checkedAt: string;
  /** The most frequent causes first, at most 20. */
  problems: ProblemGroup[];
  warnings: WarningGroup[];
  /** A check kept by an earlier version says nothing of it. */
  otherNames?: OtherNames | null;
  /** Rows that could only be live codes: their scene is too long, or has characters that WeChat refuses and no press mends. */
  unfit?: { rows: number; firstLine: number } | null;
  /** What one press would mend or has mended, by field; a check kept by an earlier version has none. */
  mends?: MendGroup[];
  /** The first page of invalid and duplicate rows. */
  badRows: DryRunRowPage;
  /** Null when it may start. */
  obstacle: StartObstacle | null;
};
