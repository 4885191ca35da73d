'use client';

import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import type { Metrics, Shown } from './virtual-window';

/** After the list itself: it is a fifth of what the gallery adds to the first load. */
const VirtualWindow = dynamic(() => import('./virtual-window').then((room) => room.VirtualWindow), {
  ssr: false,
});

const NOT_MEASURED: Metrics = { columns: 1, rowPx: 0, gapPx: 0, topPx: 0 };

const sameMetrics = (a: Metrics, b: Metrics) =>
  a.columns === b.columns && a.rowPx === b.rowPx && a.gapPx === b.gapPx && a.topPx === b.topPx;

function measure(list: HTMLElement): Metrics {
  const style = getComputedStyle(list);
  const tracks = style.display === 'grid' ? style.gridTemplateColumns.split(' ').length : 1;
  const row = list.querySelector('[data-code-id]')?.getBoundingClientRect().height ?? 0;
  const gapPx = style.display === 'grid' ? Number.parseFloat(style.rowGap) || 0 : 0;
  return {
    columns: tracks,
    rowPx: row,
    gapPx,
    topPx: Math.round(list.getBoundingClientRect().top + window.scrollY),
  };
}

/** Before it is known what the window shows. The end of the list is as far away as it will be: it asks for more when it is near. */
function firstSlice(end: number, count: number, { columns, rowPx, gapPx }: Metrics): Shown {
  const rowsLeft = Math.ceil(count / columns) - Math.ceil(end / columns);
  return { start: 0, end, beforePx: 0, afterPx: rowsLeft * (rowPx + gapPx) };
}

/**
 * The part of a long list that is worth rendering: items `start` to `end`, with empty space before and after in the place of
 * the rest. All rows are of one height; grids tell their columns by their own CSS, so that the server needs to know none.
 * The items carry `data-code-id`. Returned are the ref of their parent, the slice, and an element to render beside it.
 * @param first how many the server renders, and the browser before it has measured: as many as fill a large screen
 */
export function useVirtualSlice(count: number, first: number) {
  'use memo';
  const [metrics, setMetrics] = useState(NOT_MEASURED);
  const [shown, setShown] = useState<Shown | null>(null);
  const scrollTo = useRef<(row: number) => void>(() => undefined);
  const { columns, rowPx } = metrics;

  const [watch] = useState(() => (list: HTMLElement | null) => {
    if (!list) return;
    const read = () => {
      const next = measure(list);
      if (next.rowPx > 0) setMetrics((last) => (sameMetrics(last, next) ? last : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(list);
    observer.observe(document.body);
    return () => observer.disconnect();
  });

  // Another list may be shorter than what was shown of the last one.
  const known = shown && shown.start < count ? shown : null;
  const slice = {
    ...(known ?? firstSlice(Math.min(count, first), count, metrics)),
    columns,
    /** Brings an item that may not be rendered into the window. */
    reveal: (index: number) => scrollTo.current(Math.floor(index / columns)),
  };
  const follower =
    rowPx > 0 ? <VirtualWindow {...{ count, metrics }} scrollToRef={scrollTo} onShown={setShown} /> : null;
  return [watch, slice, follower] as const;
}

export type VirtualSlice = ReturnType<typeof useVirtualSlice>[1];
