'use client';

import { useState } from 'react';
import type { CodeItem } from '@/lib/codes/query-options';

type State = { listKey: string; ids: ReadonlySet<string>; anchor: string | null };

/** From the last ticked row to this one, in the order of the screen. */
function between(items: readonly CodeItem[], anchor: string | null, id: string): string[] {
  const from = items.findIndex((item) => item.id === anchor);
  const to = items.findIndex((item) => item.id === id);
  if (from < 0 || to < 0) return [id];
  return items.slice(Math.min(from, to), Math.max(from, to) + 1).map((item) => item.id);
}

/**
 * Which rows are ticked. Rows that leave the list leave the selection, and another list begins with none.
 * @param listKey names the list; its filters
 */
export function useSelection(items: readonly CodeItem[], listKey: string) {
  const none: State = { listKey, ids: new Set(), anchor: null };
  const [state, setState] = useState(none);
  const { ids } = state.listKey === listKey ? state : none;
  const selected = items.filter((item) => ids.has(item.id));

  // From the state of the moment and not of the last paint: one key may tick two rows, one after the other.
  const toggle = (id: string, { checked, range }: { checked: boolean; range: boolean }) =>
    setState((now) => {
      const from = now.listKey === listKey ? now : none;
      const next = new Set(from.ids);
      for (const each of range ? between(items, from.anchor, id) : [id]) {
        if (checked) next.add(each);
        else next.delete(each);
      }
      return { listKey, ids: next, anchor: id };
    });

  return {
    items: selected,
    isSelected: (id: string) => ids.has(id),
    all: items.length > 0 && selected.length === items.length,
    some: selected.length > 0 && selected.length < items.length,
    toggle,
    toggleAll: (checked: boolean) =>
      setState({ listKey, ids: new Set(checked ? items.map(({ id }) => id) : []), anchor: null }),
    clear: () => setState(none),
  };
}

export type Selection = ReturnType<typeof useSelection>;
