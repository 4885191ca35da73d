import type { PrintState } from '@/lib/db/generated/enums';
import type { ExportItem } from '@/lib/exports/export-types';
import type { VectorFacts } from '@/lib/print/vector/vector';

// What pages and routes show of a print's record. Moments are ISO strings.

/** In the order in which they usually follow each other. */
export const PRINT_STATES = ['made', 'sent', 'placed', 'retired'] as const satisfies readonly PrintState[];
export const PRINT_TABS = ['all', ...PRINT_STATES] as const;
export type PrintTab = (typeof PRINT_TABS)[number];

export const PRINT_NOTE_MAX_CHARS = 500;

/** What is with the print shop or hangs somewhere is not taken off the list. */
export const isOut = (state: PrintState | null) => state === 'sent' || state === 'placed';

/** `counts` are of what is searched, whichever tab is open. */
export type PrintPage = {
  items: ExportItem[];
  nextCursor: string | null;
  counts: Record<PrintTab, number>;
  /** Those that would stand in this list if they were not of other Mini Programs alone. */
  elsewhere: number;
};

/** Somebody said what became of it. */
export type PrintStepItem = { id: string; state: PrintState; note: string; at: string; by: string | null };

/** `replaced`: its picture was made anew since; `deleted`: it lies in the trash, or is gone. */
export type PrintedCodeItem = {
  /** On the print, from 0. */
  position: number;
  codeId: string;
  row: number;
  name: string;
  became: 'same' | 'replaced' | 'deleted';
  /** Where shapes were asked for: how it was drawn, and how far that is from WeChat's picture. */
  drawnAs: VectorFacts['drawnAs'] | null;
  differencePercent: number | null;
};

export type PrintRecord = {
  item: ExportItem;
  /** Of the file; null for one of an earlier version. */
  sha256: string | null;
  /** Newest first. */
  steps: PrintStepItem[];
  /** A page of them, in the order of the print. */
  codes: PrintedCodeItem[];
  /** Of the last one, when there are more. */
  nextAfter: number | null;
  codeCount: number;
  replaced: number;
  deleted: number;
  /** Of a print of shapes: codes that stand on it as pictures, since theirs were not close enough. */
  asPictures: number;
  canChange: boolean;
};

/** A print on which a code went out. */
export type PrintOfCode = {
  exportId: string;
  state: PrintState;
  /** Its key, or the name that the team gave it. */
  design: string;
  at: string;
  /** The picture that was printed is not the code's any more. */
  isReplaced: boolean;
};
