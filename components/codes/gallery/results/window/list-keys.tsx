'use client';

import { useEffect, useRef } from 'react';
import { useShortcuts } from '@/components/layout/keys/use-shortcuts';
import type { CodeItem } from '@/lib/codes/find/query-options';
import type { Selection } from '@/components/codes/gallery/selection/use-selection';
import type { VirtualSlice } from './use-virtual-slice';

type Walk = Pick<ListKeysProps, 'items' | 'slice'>;

export type ListKeysProps = {
  items: readonly CodeItem[];
  selection: Pick<Selection, 'isSelected' | 'toggle'>;
  slice: Pick<VirtualSlice, 'columns' | 'reveal' | 'start' | 'end'>;
  onPreview: (id: string) => void;
};

const NOBODY = ':not(*)';

function focusedId(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-code-id]')?.dataset.codeId;
}

function focusRow(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-code-id="${CSS.escape(id)}"] [data-row-link]`);
  link?.focus();
  return link !== null;
}

function clickFocused() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.click();
}

/** The focus itself is the cursor. A row that scrolled out of the list is remembered, so that the walk goes on from there. */
function useWalk({ items, slice }: Walk) {
  const last = useRef<string | null>(null);
  const wanted = useRef<string | null>(null);

  // The row that a key led to may be rendered only after the list has scrolled there.
  useEffect(() => {
    if (wanted.current && focusRow(wanted.current)) wanted.current = null;
  }, [slice.start, slice.end]);

  const currentIndex = () => {
    const id = focusedId() ?? last.current;
    return items.findIndex((item) => item.id === id);
  };

  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(items.length - 1, index));
    const item = items[to];
    if (!item) return null;
    last.current = item.id;
    if (!focusRow(item.id)) {
      wanted.current = item.id;
      slice.reveal(to);
    }
    return item;
  };

  return { currentIndex, goTo, current: () => items[currentIndex()] };
}

/** Walking through the list, selecting and opening without a mouse. Shows nothing; its keys wait for the list's. */
export function ListKeys({ items, selection, slice, onPreview }: ListKeysProps) {
  const { currentIndex, goTo, current } = useWalk({ items, slice });

  // Arrows scroll the page until somebody has entered the list.
  const inList = () => focusedId() !== undefined;
  const step = (event: KeyboardEvent, by: number) => {
    if (event.key.startsWith('Arrow') && !inList()) return false;
    const index = currentIndex();
    return goTo(index < 0 ? slice.start : index + by);
  };

  const extend = (event: KeyboardEvent, direction: 1 | -1) => {
    const from = current();
    if (!from) return step(event, direction);
    const by = /Arrow(?:Up|Down)/.test(event.key) ? slice.columns * direction : direction;
    selection.toggle(from.id, { checked: true, range: false });
    const to = goTo(currentIndex() + by);
    if (to) selection.toggle(to.id, { checked: true, range: true });
    return true;
  };

  /** Does something with the row that the walk is at, unless what has the focus wants the key for itself. */
  const withCurrent = (owners: string, act: (item: CodeItem) => void) => {
    const item = current();
    if (!item || document.activeElement?.matches(owners)) return false;
    act(item);
    return true;
  };

  const flip = ({ id }: CodeItem) =>
    selection.toggle(id, { checked: !selection.isSelected(id), range: false });

  useShortcuts({
    next: (event) => step(event, 1),
    previous: (event) => step(event, -1),
    below: (event) => step(event, slice.columns),
    above: (event) => step(event, -slice.columns),
    selectDown: (event) => extend(event, 1),
    selectUp: (event) => extend(event, -1),
    select: () => withCurrent(NOBODY, flip),
    // A name is a link, and opens by itself.
    open: () => withCurrent('a, button, input, select', (item) => focusRow(item.id) && clickFocused()),
    preview: () => inList() && withCurrent('button, input', (item) => item.imageSha256 && onPreview(item.id)),
  });
  return null;
}
