import type { BatchSource } from '@/lib/db/generated/enums';
import type { AppSummary } from '@/lib/apps/queries';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import type { Guess } from '@/lib/batches/plan/explain-guess';
import type { BatchPlan, RowField } from '@/lib/batches/plan/plan';
import type {
  DraftColumn,
  Finding,
  PasteOptions,
  ReadOptions,
  Series,
  TableEdits,
  TableOrigin,
  TableRow,
} from '@/lib/batches/table/table';

/** The ways in. */
export type DraftSource =
  | { kind: 'file'; file: File; options?: ReadOptions | undefined }
  | { kind: 'paste'; text: string; options?: PasteOptions | undefined }
  | { kind: 'sequence'; series: Series[] }
  | { kind: 'rows'; columns: RowField[]; rows: string[][] };

export type CreateDraftInput = {
  miniProgramId: string;
  /** Empty: the file's name, or the day. */
  name?: string | undefined;
  source: DraftSource;
};

/** A batch that is still being mapped, as its page shows it. */
export type Draft = {
  id: string;
  name: string;
  miniProgram: Pick<AppSummary, 'id' | 'name' | 'mode' | 'pathMaxBytes'>;
  source: BatchSource;
  origin: TableOrigin;
  /** What is remarkable about the table, such as numbers that a spreadsheet has rounded. */
  findings: Finding[];
  rowCount: number;
  /** Of the table; another one after each change. */
  version: string;
  edits: TableEdits;
  columns: DraftColumn[];
  /** The first rows, for samples of what a template makes (lib/batches/plan/template.ts). */
  sampleRows: TableRow[];
  /** What the last codes of its Mini Program open, the latest first. */
  recentPages: string[];
  /** What was stored last, or what headers and values suggest. */
  plan: BatchPlan;
  /** What headers and values suggest, whatever was stored since, and why. */
  guess: Guess;
  /** Whether `plan` is only a suggestion that nobody has stored. */
  isGuess: boolean;
  /** The last dry run of exactly this plan, if there was one. */
  lastCheck: DryRun | null;
  /** ISO moment. */
  createdAt: string;
};

export type { DraftColumn };

/** Mapping and settings under a name. `columns` are those of the table that it was made with (see `applyPreset`). */
export type Preset = {
  id: string;
  name: string;
  plan: BatchPlan;
  columns: string[];
  createdBy: { id: string; name: string } | null;
  /** ISO moment. */
  updatedAt: string;
};
