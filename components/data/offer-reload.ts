import { toast } from '@/components/ui/overlay/toast';
import { keepTyped } from './kept-fields';

/** A notice that stays, with a button that loads the page anew. What is in the fields comes back then. */
export function offerReload(text: string, label: string): void {
  keepTyped();
  toast.error(text, {
    id: 'update',
    duration: Number.POSITIVE_INFINITY,
    action: { label, onClick: () => window.location.reload() },
  });
}
