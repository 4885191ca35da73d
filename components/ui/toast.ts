import type { ExternalToast } from 'sonner';

type Kind = 'success' | 'error' | 'info';

/** sonner is 10 kB, and nobody waits for a notice before doing something: it is fetched with the first one. */
function show(kind: Kind) {
  return (message: string, options?: ExternalToast): void =>
    void import('sonner').then(({ toast: notices }) => notices[kind](message, options));
}

/** Short notices at the edge of the screen; `Toaster` draws them. */
export const toast = { success: show('success'), error: show('error'), info: show('info') };
