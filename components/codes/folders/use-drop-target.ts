'use client';

import { useState, type DragEvent } from 'react';

/** A type of our own: a file or a link that is dropped by mistake is not taken for codes. */
const CODES = 'application/x-suncode-codes';

/** Begins to carry codes; how they look on the way is the browser's picture of the element. */
export function carryCodes(event: DragEvent, codeIds: readonly string[]) {
  event.dataTransfer.setData(CODES, codeIds.join(','));
  event.dataTransfer.effectAllowed = 'move';
}

/** What an element needs that codes can be dropped on. */
export function useDropTarget(onDrop: ((codeIds: string[]) => void) | undefined) {
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
      onDrop(event.dataTransfer.getData(CODES).split(','));
    },
  };
  return { over, handlers };
}
