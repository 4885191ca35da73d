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
  // What is being typed; null while the address has the say, so that back and forward show in the box.
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? value;

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const commit = (next: string, afterMs = 0) => {
    window.clearTimeout(timer.current);
    setDraft(next);
    timer.current = window.setTimeout(() => {
      onSearch(next);
      setDraft(null);
    }, afterMs);
  };

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
    if (composing) setDraft(event.target.value);
    else commit(event.target.value, PAUSE_MS);
  };

  return { text, commit, onChange, onComposed: (next: string) => commit(next, PAUSE_MS) };
}
