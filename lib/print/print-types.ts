import type { ExportOutline } from '@/lib/exports/export-types';
import type { PrintOptions } from '@/lib/exports/options';
import type { NameValues } from '@/lib/exports/names/name-template';
import type { KeptDesign } from './designs/kept-types';
import type { OwnStock } from './own-stock';
import type { PieceProblem } from './place-piece';

/** A piece of the preview. `picture` is the address of its code. */
export type PrintSample = { values: NameValues; picture: string; isSquare: boolean };

/** What the page of a print begins with. */
export type PrintStart = {
  outline: ExportOutline;
  samples: PrintSample[];
  last: PrintOptions | null;
  /** Paper and labels of the team. */
  stocks: KeptStock[];
  /** What the team has designed. */
  designs: KeptDesign[];
  /** Whether the reader may keep, rename and delete both. */
  canKeep: boolean;
};

/** `canChange`: its name and whether there is one are the reader's to decide. */
export type KeptStock = { id: string; own: OwnStock; canChange: boolean; appNames: string[] };

/**
 * How many pieces have it, and the first of them. `squareCode`, `logoMissing`: it cannot be printed with this design; `lostPicture`:
 * the store has no picture of it any more, and it is left out; `logoNone`: its row names no picture, and it keeps WeChat’s logo;
 * `oldCells`: its code was replaced, and the design prints columns that may say what the former one was; `practice`: of a sandbox, and WeChat opens it never; `unreleased`: it opens the trial or development version, which customers
 * cannot. Of these two no rows are named.
 */
export type PrintProblem = {
  kind: PieceProblem['kind'] | 'squareCode' | 'lostPicture' | 'oldCells' | 'practice' | 'unreleased';
  count: number;
  rows: { row: number; text: string }[];
};

/**
 * `pieces`: what will be printed. `without`: codes that have no picture yet, and are not printed. `samples`: the first pieces
 * where another order was asked for, or some are left out.
 */
export type PrintCheck = {
  pieces: number;
  without: number;
  problems: PrintProblem[];
  samples: PrintSample[] | null;
};

/** What is printed with this design only once it is mended. */
export const REFUSING: readonly string[] = ['squareCode', 'logoMissing'];

export const isRefused = ({ problems }: Pick<PrintCheck, 'problems'>) =>
  problems.some(({ kind }) => REFUSING.includes(kind));

/** Codes whose picture the store has lost. */
export const lostOf = ({ problems }: Pick<PrintCheck, 'problems'>) =>
  problems.find(({ kind }) => kind === 'lostPicture')?.count ?? 0;

/** What the editor begins with. Its samples are the first codes of those that are to be printed. */
export type DesignStart = {
  kept: KeptDesign;
  /** Of what was read: who saves an older one is told. */
  revision: number;
  samples: PrintSample[];
  canChange: boolean;
};
