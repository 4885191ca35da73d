'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState } from 'react';

/** What the server renders, and the browser before it has measured: one page. */
const FIRST_ITEMS = 24;
/** Rows kept above and below the window: enough for a turn of the wheel, and for Tab to find the next control. */
const OVERSCAN_ROWS = 4;

type Metrics = { columns: number; rowPx: number; gapPx: number; topPx: number };

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

/**
 * The part of a long list that is worth rendering: items `start` to `end`, with empty space before and after in the place of
 * the rest. All rows are of one height; grids tell their columns by their own CSS, so that the server needs to know none.
 * The items carry `data-code-id`; the first of the two that are returned is the ref of their parent.
 */
export function useVirtualSlice(count: number) {
  // The virtualizer is one object that changes inside: the compiler would keep what it said first.
  'use no memo';
  const [metrics, setMetrics] = useState(NOT_MEASURED);
  const { columns, rowPx, gapPx, topPx } = metrics;
  const measured = rowPx > 0;
  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(count / columns),
    estimateSize: () => rowPx,
    gap: gapPx,
    overscan: OVERSCAN_ROWS,
    scrollMargin: topPx,
    enabled: measured,
    useFlushSync: false,
  });

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

  // It keeps the sizes that it was told first until it is asked to look again.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPx, gapPx]);

  const rows = measured ? virtualizer.getVirtualItems() : [];
  const [first, last] = [rows.at(0), rows.at(-1)];
  const all = { start: 0, end: Math.min(count, FIRST_ITEMS), beforePx: 0, afterPx: 0 };
  const slice =
    first && last
      ? {
          start: first.index * columns,
          end: Math.min(count, (last.index + 1) * columns),
          beforePx: first.start - topPx,
          afterPx: Math.max(0, virtualizer.getTotalSize() - (last.end - topPx)),
        }
      : all;

  const around = {
    ...slice,
    columns,
    /** Brings an item that may not be rendered into the window. */
    reveal: (index: number) => virtualizer.scrollToIndex(Math.floor(index / columns), { align: 'center' }),
  };
  return [watch, around] as const;
}

export type VirtualSlice = ReturnType<typeof useVirtualSlice>[1];
