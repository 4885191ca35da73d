'use client';

import { useState } from 'react';

type Item = { id: string };

/** From the last ticked row to this one, in the order of the screen. */
export function between(items: readonly Item[], anchor: string | null, id: string): string[] {
  const from = items.findIndex((item) => item.id === anchor);
  const to = items.findIndex((item) => item.id === id);
  if (from < 0 || to < 0) return [id];
  return items.slice(Math.min(from, to), Math.max(from, to) + 1).map((item) => item.id);
}

type State = { listKey: string; ids: ReadonlySet<string>; anchor: string | null };

/**
 * Which rows of a list are ticked. Rows that leave the list leave the selection, and another list begins with none.
 * @param items those that can be ticked
 * @param listKey names the list: its tab and search
 */
export function useTicks(items: readonly Item[], listKey: string) {
  const none: State = { listKey, ids: new Set(), anchor: null };
  const [state, setState] = useState(none);
  const now = state.listKey === listKey ? state : none;
  const ids = items.flatMap(({ id }) => (now.ids.has(id) ? [id] : []));
  const toggle = (id: string, { checked, range }: { checked: boolean; range: boolean }) =>
    setState(() => {
      const next = new Set(ids);
      for (const each of range ? between(items, now.anchor, id) : [id]) {
        if (checked) next.add(each);
        else next.delete(each);
      }
      return { listKey, ids: next, anchor: id };
    });
  return {
    /** In the order of the screen. */
    ids,
    isTicked: (id: string) => now.ids.has(id),
    all: items.length > 0 && ids.length === items.length,
    some: ids.length > 0 && ids.length < items.length,
    toggle,
    toggleAll: (checked: boolean) =>
      setState({ ...none, ids: new Set(checked ? items.map(({ id }) => id) : []) }),
    clear: () => setState(none),
  };
}

export type Ticks = ReturnType<typeof useTicks>;
