'use client';

import { useEffect } from 'react';

const PAUSE_MS = 120;
const KEY = 'suncodeListPlace';

/** Kept in the entry of the history, so that each visit to the list has its own; `search` tells lists of one entry apart. */
type Place = { search: string; y: number; id: string | null };

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'search' in value && 'y' in value && 'id' in value;
}

function save() {
  const id = document.activeElement?.closest<HTMLElement>('[data-code-id]')?.dataset.codeId ?? null;
  const place: Place = { search: location.search, y: window.scrollY, id };
  history.replaceState({ ...history.state, [KEY]: place }, '');
}

function restore() {
  const place: unknown = history.state?.[KEY];
  if (!isPlace(place) || place.search !== location.search) return;
  window.scrollTo(0, place.y);
  // The rows there are rendered with the scrolling.
  requestAnimationFrame(() => {
    const row =
      place.id && document.querySelector(`[data-code-id="${CSS.escape(place.id)}"] [data-row-link]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  });
}

/** Coming back to the list leads to the place in it, and to the row, where somebody left it. */
export function useListPlace() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    };
    // The list has its full height in the frame after it was measured.
    const frame = requestAnimationFrame(restore);
    window.addEventListener('scroll', later, { passive: true });
    document.addEventListener('focusin', save);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      window.removeEventListener('scroll', later);
      document.removeEventListener('focusin', save);
    };
  }, []);
}
