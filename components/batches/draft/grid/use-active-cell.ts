'use client';

import { useTranslations } from 'next-intl';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { GridVersion } from '@/lib/batches/edit/grid-query-options';
import { useSheetRow } from './use-sheet-row';
import type { Sheet } from './use-sheet';
import { useCellProblems } from './use-sheet-cells';

/** What is to be said of the active cell; of a text that was just put only the text. */
export function useActiveCell(draft: Draft, sheet: Sheet, grid: GridVersion) {
  const t = useTranslations('batches.grid');
  const { row: at, column } = sheet.active;
  const { row, version, ...reading } = useSheetRow(grid, at);
  const { problemOf, problemsOfRow } = useCellProblems(draft);
  const over = sheet.overlay(at, column, version);
  const text = over ?? row?.cells[column] ?? '';
  const name = draft.columns[column]?.name ?? '';
  const judged = row && over === undefined ? row : null;
  const { texts, cure } = (judged && problemOf(judged, column)) ?? { texts: [], cure: null };
  return {
    ...reading,
    ...{ column: name, line: row?.line, text, cure },
    label: t('cell', { column: name, line: row?.line ?? at + 1, text: text || t('empty') }),
    was: judged?.edited?.[column]?.text,
    problems: judged ? [...texts, ...problemsOfRow(judged)] : [],
  };
}
