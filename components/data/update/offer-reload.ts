import { toast } from '@/components/ui/overlay/toast';

/** Said to the window when what is typed must outlive the page: `kept-fields.ts`, which comes after the first paint, hears it. */
export const KEEP_TYPED = 'suncode:keep-typed';

/** A notice that stays, with a button that loads the page anew. What is in the fields comes back then. */
export function offerReload(text: string, label: string): void {
  window.dispatchEvent(new Event(KEEP_TYPED));
  toast.error(text, {
    id: 'update',
    duration: Number.POSITIVE_INFINITY,
    action: { label, onClick: () => window.location.reload() },
  });
}
