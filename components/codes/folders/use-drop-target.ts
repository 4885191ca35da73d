'use client';

import { useState, type DragEvent } from 'react';
import type { BulkScope } from '@/lib/bulk/kinds';

/** A type of our own: a file or a link that is dropped by mistake is not taken for codes. */
const CODES = 'application/x-suncode-codes';

/** Begins to carry codes. @param shown what is seen under the pointer on the way */
export function carryCodes(event: DragEvent, scope: BulkScope, shown: Element) {
  event.dataTransfer.setData(CODES, JSON.stringify(scope));
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setDragImage(shown, 16, 16);
}

/** What an element needs that codes can be dropped on. */
export function useDropTarget(onDrop: ((scope: BulkScope) => void) | undefined) {
  const [over, setOver] = useState(false);
  if (!onDrop) return { over: false, handlers: {} };
  const carries = (event: DragEvent) => event.dataTransfer.types.includes(CODES);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(false);
      // Written by `carryCodes`; the server checks it as it checks everything.
      const scope: BulkScope = JSON.parse(event.dataTransfer.getData(CODES));
      onDrop(scope);
    },
  };
  return { over, handlers };
}
