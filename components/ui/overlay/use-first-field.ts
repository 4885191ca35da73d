'use client';

import { useRef } from 'react';

const TEXT_FIELD = 'input:not([type=radio], [type=checkbox], [type=hidden]), textarea';

/** `initialFocus` of a popup: where one types. On phones that would bring up the keyboard before the popup was read. */
export function useFirstField() {
  const content = useRef<HTMLDivElement>(null);
  const initialFocus = (openedBy: string) =>
    (openedBy !== 'touch' && content.current?.querySelector<HTMLElement>(TEXT_FIELD)) || true;
  return { content, initialFocus };
}
