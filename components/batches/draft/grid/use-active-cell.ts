'use client';

import { useTranslations } from 'next-intl';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { GridRow } from '@/lib/batches/edit/edit-types';
import type { GridVersion } from '@/lib/batches/edit/grid-query-options';
import { useSheetRow } from './use-sheet-row';
import type { Sheet } from './use-sheet';
import { useCellProblems } from './use-sheet-cells';

/** What is to be said of the active cell; of a text that was just put only the text. */
export function useActiveCell(draft: Draft, sheet: Sheet, grid: GridVersion) {
  const t = useTranslations('batches.grid');
  const { row: at, column } = sheet.active;
  const { row, version, ...reading } = useSheetRow(grid, at);
  const problems = useCellProblems(draft);
  const over = sheet.overlay(at, column, version);
  const judged = row && over === undefined ? sayingOf(row, column, problems) : NOTHING;
  const { cells, line } = row ?? NO_ROW;
  const text = textIn(cells, column, over);
  const name = draft.columns[column]?.name ?? '';
  return {
    ...{ ...reading, ...judged, column: name, line, text },
    label: t('cell', { column: name, line: line ?? at + 1, text: text || t('empty') }),
  };
}

/** Null while the row is on its way. */
function textIn(cells: string[], column: number, over: string | undefined): string | null {
  return over ?? cells[column] ?? null;
}

type Saying = { was: string | undefined; problems: string[]; cure: string | null };

const NO_ROW = { cells: [], line: undefined };
const NOTHING: Saying = { was: undefined, problems: [], cure: null };

function sayingOf(
  row: GridRow,
  column: number,
  { problemOf, problemsOfRow }: ReturnType<typeof useCellProblems>,
): Saying {
  const { texts, cure } = problemOf(row, column) ?? { texts: [], cure: null };
  return { was: row.edited?.[column]?.text, problems: [...texts, ...problemsOfRow(row)], cure };
}
