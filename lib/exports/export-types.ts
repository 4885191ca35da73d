import type { CodeFilters } from '@/lib/codes/find/filters';
import type { NameValues } from '@/lib/exports/names/name-template';
import type { ExportFormat, ExportOptions, ZipOptions } from './options';

// What pages and routes show of an export. Moments are ISO strings, so that a page and its route say the same.

/** Of what the filters name by id; null when they name none, or it is gone. */
export type FilterNames = Record<'app' | 'creator' | 'batch' | 'folder', string | null> & { tags: string[] };

export type ScopeSummary =
  | { kind: 'selection'; count: number }
  | { kind: 'filter'; filters: CodeFilters; names: FilterNames }
  | { kind: 'batch'; batchId: string; name: string };

/** `lost`: the store no longer has a picture of it; `unfinished`: it has not gone out whole yet. */
export type ExportState = 'finished' | 'lost' | 'unfinished';

export type ExportItem = {
  id: string;
  format: ExportFormat;
  state: ExportState;
  scope: ScopeSummary;
  options: ExportOptions;
  createdAt: string;
  /** Null for the system, and for somebody who is gone. */
  createdBy: string | null;
  /** Pictures of a ZIP, rows of a table; null until it is finished. */
  count: number | null;
  missingCount: number | null;
  sizeBytes: number | null;
  /** The file that is lost. */
  lostFile: string | null;
};

export type ExportPage = {
  items: ExportItem[];
  nextCursor: string | null;
  /** Those of other Mini Programs alone, which the list leaves out. */
  elsewhere: number;
};

export type NameSample = NameValues & { extension: 'jpg' | 'png' };

/** What is about to be exported. */
export type ExportOutline = {
  scope: ScopeSummary;
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
  /** Columns of the batch's table. */
  columns: string[];
};

/** What the builder begins with. A table keeps choices of pictures for whoever turns to ZIP after all. */
export type StartingOptions = { format: ExportFormat; zip: ZipOptions };
