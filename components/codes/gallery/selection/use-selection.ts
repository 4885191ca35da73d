'use client';

import { useState } from 'react';
import { between } from '@/components/data/use-ticks';
import type { BulkTarget } from '@/components/codes/bulk/target';
import type { BulkScope } from '@/lib/bulk/kinds';
import type { CodeFilters } from '@/lib/codes/find/filters';
import type { CodeItem } from '@/lib/codes/find/query-options';

/** All that match, as the server counted them: how many, and of which moment that is true. */
export type Matching = { filters: CodeFilters; count: number; until: string };

type State = { listKey: string; ids: ReadonlySet<string>; anchor: string | null; matching: Matching | null };

const idsOf = (items: readonly CodeItem[]) => items.map(({ id }) => id);

function toTarget(items: CodeItem[], matching: Matching | null): BulkTarget {
  return matching
    ? { scope: matching, count: matching.count, items, isMatching: true }
    : { scope: { codeIds: idsOf(items) }, count: items.length, items, isMatching: false };
}

/**
 * Which rows are ticked, or that all are that match. Rows that leave the list leave the selection, and another list begins
 * with none. Unticking one of all that match leaves those that are on the screen.
 * @param listKey names the list; its filters
 */
export function useSelection(items: readonly CodeItem[], listKey: string) {
  'use memo';
  const none: State = { listKey, ids: new Set(), anchor: null, matching: null };
  const [state, setState] = useState(none);
  const { ids, matching } = state.listKey === listKey ? state : none;
  const isSelected = (id: string) => matching !== null || ids.has(id);
  const selected = items.filter(({ id }) => isSelected(id));

  // From the state of the moment and not of the last paint: one key may tick two rows, one after the other.
  const toggle = (id: string, { checked, range }: { checked: boolean; range: boolean }) =>
    setState((now) => {
      const from = now.listKey === listKey ? now : none;
      const next = new Set(from.matching ? idsOf(items) : from.ids);
      for (const each of range ? between(items, from.anchor, id) : [id]) {
        if (checked) next.add(each);
        else next.delete(each);
      }
      return { listKey, ids: next, anchor: id, matching: null };
    });

  return {
    items: selected,
    /** What an action on the selection is about. */
    target: toTarget(selected, matching),
    isSelected,
    all: items.length > 0 && selected.length === items.length,
    some: selected.length > 0 && selected.length < items.length,
    toggle,
    toggleAll: (checked: boolean) => setState({ ...none, ids: new Set(checked ? idsOf(items) : []) }),
    selectMatching: (found: Matching) => setState({ ...none, matching: found }),
    clear: () => setState(none),
  };
}

export type Selection = ReturnType<typeof useSelection>;

/** What a row shows of the selection. Of a row without a tick nothing changes with the ticks of others: it need not render. */
export type RowTick = {
  selected: boolean;
  /** What is dragged with a row that is one of several; null when it is dragged alone. */
  carried: BulkScope | null;
  onToggle: Selection['toggle'];
};

export function tickOf({ isSelected, target, toggle }: Selection, { id }: CodeItem): RowTick {
  const selected = isSelected(id);
  return { selected, carried: selected ? target.scope : null, onToggle: toggle };
}
