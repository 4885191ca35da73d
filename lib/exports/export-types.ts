import type { PrintState } from '@/lib/db/generated/enums';
import type { CodeFilters } from '@/lib/codes/find/filters';
import type { NameValues } from '@/lib/exports/names/name-template';
import type { Cover } from '@/lib/codes/find/covers';
import type { ExportFormat, ExportOptions, PrintOptions, ZipOptions } from './options';

// What pages and routes show of an export. Moments are ISO strings, so that a page and its route say the same.

/** Of what the filters name by id; null when they name none, or it is gone. */
export type FilterNames = Record<'app' | 'creator' | 'batch' | 'folder', string | null> & { tags: string[] };

export type ScopeSummary =
  | { kind: 'selection'; count: number }
  | { kind: 'filter'; filters: CodeFilters; names: FilterNames }
  | { kind: 'batch'; batchId: string; name: string };

/** `lost`: it was made, and the store no longer has a picture of it. */
export type ExportState = 'running' | 'finished' | 'failed' | 'lost';

/** Why it failed: its codes are gone, something broke, or (before exports were jobs) its download broke off. */
export const EXPORT_FAILURES = ['empty', 'broken', 'interrupted'] as const;
export type ExportFailure = (typeof EXPORT_FAILURES)[number];

export const EXPORT_TABS = ['all', 'running', 'ready', 'failed'] as const;
export type ExportTab = (typeof EXPORT_TABS)[number];

export type ExportItem = {
  id: string;
  format: ExportFormat;
  state: ExportState;
  scope: ScopeSummary;
  options: ExportOptions;
  /** As it is saved under. */
  fileName: string;
  /** Codes in it, and how many of them are done. */
  total: number;
  done: number;
  failure: ExportFailure | null;
  /** Pictures of its first codes. */
  covers: Cover[];
  /** The reader may take it off the list. */
  canRemove: boolean;
  createdAt: string;
  /** Null for the system, and for somebody who is gone. */
  createdBy: string | null;
  /** Pictures of a ZIP, rows of a table; null until it is finished. */
  count: number | null;
  missingCount: number | null;
  sizeBytes: number | null;
  /** What became of a print; null for what is none, or not made yet. */
  print: PrintState | null;
  /** The file that is lost. */
  lostFile: string | null;
};

/** `counts` are of what is searched, whichever tab is open. */
export type ExportPage = {
  items: ExportItem[];
  nextCursor: string | null;
  counts: Record<ExportTab, number>;
  /** Those that would stand in this list if they were not of other Mini Programs alone. */
  elsewhere: number;
};

export type NameSample = NameValues & { extension: 'jpg' | 'png' };

export type OutlineFacts = {
  /** Codes that have a picture; a batch counts rows. */
  pictures: number;
  /** All of them, those without a picture too. */
  codes: number;
  /** Of the pictures as they are stored. */
  bytes: number;
  /** How many pictures are how wide; narrowest first. */
  widths: { px: number; count: number }[];
  /** The first records, to show what their files will be called. */
  samples: NameSample[];
};

/** What is about to be exported. */
export type ExportOutline = OutlineFacts & {
  scope: ScopeSummary;
  /** Columns of the batch's table. */
  columns: string[];
  /** The same without codes that open the trial or development version; null where there are none. */
  released: OutlineFacts | null;
};

/** What the builder begins with. A table keeps choices of pictures for whoever turns to ZIP after all. */
export type StartingOptions = { format: Exclude<ExportFormat, PrintOptions['format']>; zip: ZipOptions };
