import type { KeyboardEvent } from 'react';
import { presses } from './shortcuts';

/** For `onKeyDown` of a form. Enter sends from a one-line field; Ctrl or ⌘ with Enter sends from anywhere. */
export function submitOnShortcut(event: KeyboardEvent<HTMLFormElement>) {
  if (!presses(event.nativeEvent, 'submit') || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
