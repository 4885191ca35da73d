import type { ExternalToast } from 'sonner';

type Kind = 'success' | 'error' | 'info';
type Notice = [kind: Kind, message: string, options: ExternalToast | undefined];
type Draw = (...notice: Notice) => void;

/** Set by `Toaster`, which comes after the first paint with sonner (10 kB); what is said before waits for it. */
let draw: Draw | undefined;
const waiting: Notice[] = [];

export function drawToasts(by: Draw): void {
  draw = by;
  for (const notice of waiting.splice(0)) by(...notice);
}

function show(kind: Kind) {
  return (message: string, options?: ExternalToast): void => {
    if (draw) draw(kind, message, options);
    else waiting.push([kind, message, options]);
  };
}

/** Short notices at the edge of the screen. */
export const toast = { success: show('success'), error: show('error'), info: show('info') };
