import type { ExternalToast } from 'sonner';

type Kind = 'success' | 'error' | 'info';
type Notice = [kind: Kind, message: string, options: ExternalToast | undefined];
type Drawer = { draw: (...notice: Notice) => void; dismiss: (id: string) => void };

/** Set by `Toaster`, which comes after the first paint with sonner (10 kB); what is said before waits for it. */
let drawer: Drawer | undefined;
const waiting: Notice[] = [];

export function drawToasts(by: Drawer): void {
  drawer = by;
  for (const notice of waiting.splice(0)) by.draw(...notice);
}

function show(kind: Kind) {
  return (message: string, options?: ExternalToast): void => {
    if (drawer) drawer.draw(kind, message, options);
    else waiting.push([kind, message, options]);
  };
}

/** Short notices at the edge of the screen; `dismiss` takes one away that was given that `id`. */
export const toast = {
  success: show('success'),
  error: show('error'),
  info: show('info'),
  dismiss: (id: string): void => drawer?.dismiss(id),
};
