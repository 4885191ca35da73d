'use client';

import { useEffect, useRef, useState, type ChangeEvent } from 'react';

const PAUSE_MS = 200;

/**
 * The text of a search box, which searches after a pause in typing. While an input method composes, the letters on the
 * screen are not yet the word.
 * @param value what is searched now
 */
export function useTypedSearch(value: string, onSearch: (q: string) => void) {
  const timer = useRef<number | undefined>(undefined);
  const [draft, setDraft] = useState<{ text: string; waits: boolean } | null>(null);
  // Until the search and as long as it is what is searched, a space at its end left aside; then the address has the say,
  // so that back and forward show in the box.
  const isShown = draft !== null && (draft.waits || draft.text.trim() === value.trim());
  const text = isShown ? draft.text : value;

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const commit = (next: string, afterMs = 0) => {
    window.clearTimeout(timer.current);
    setDraft({ text: next, waits: true });
    timer.current = window.setTimeout(() => {
      onSearch(next);
      setDraft({ text: next, waits: false });
    }, afterMs);
  };

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
    if (composing) setDraft({ text: event.target.value, waits: true });
    else commit(event.target.value, PAUSE_MS);
  };

  return { text, commit, onChange, onComposed: (next: string) => commit(next, PAUSE_MS) };
}
