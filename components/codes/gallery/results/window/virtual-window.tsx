'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, type RefObject } from 'react';

export type Metrics = { columns: number; rowPx: number; gapPx: number; topPx: number };

/** Items `start` to `end`, and the empty space in the place of the others. */
export type Shown = { start: number; end: number; beforePx: number; afterPx: number };

/** What is kept above and below the window: enough for a turn of the wheel, and for Tab to find the next control. */
const OVERSCAN_PX = 640;
const OVERSCAN_ROWS = 4;

export type VirtualWindowProps = {
  count: number;
  metrics: Metrics;
  onShown: (shown: Shown) => void;
  /** Gets what scrolls to a row. */
  scrollToRef: RefObject<(row: number) => void>;
};

/** Follows the window and says which items are near it. Shows nothing: a list has its rows before this code is there. */
export function VirtualWindow({ count, metrics, onShown, scrollToRef }: VirtualWindowProps) {
  // The virtualizer is one object that changes inside: the compiler would keep what it said first.
  'use no memo';
  const { columns, rowPx, gapPx, topPx } = metrics;
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, as it must
  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(count / columns),
    estimateSize: () => rowPx,
    gap: gapPx,
    overscan: Math.min(OVERSCAN_ROWS, Math.ceil(OVERSCAN_PX / rowPx)),
    scrollMargin: topPx,
    useFlushSync: false,
  });
  // It keeps the sizes that it was told first until it is asked to look again.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowPx, gapPx]);
  useLayoutEffect(() => {
    scrollToRef.current = (row) => virtualizer.scrollToIndex(row, { align: 'center' });
  }, [virtualizer, scrollToRef]);

  const rows = virtualizer.getVirtualItems();
  const [first, last] = [rows.at(0), rows.at(-1)];
  const start = (first?.index ?? 0) * columns;
  const end = last ? Math.min(count, (last.index + 1) * columns) : 0;
  const beforePx = first ? first.start - topPx : 0;
  const afterPx = last ? Math.max(0, virtualizer.getTotalSize() - (last.end - topPx)) : 0;
  useLayoutEffect(() => {
    if (end > 0) onShown({ start, end, beforePx, afterPx });
  }, [onShown, start, end, beforePx, afterPx]);
  return null;
}
