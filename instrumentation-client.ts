import { noteTyped } from '@/components/data/typed/typed-early';
import { LEAVING } from '@/components/layout/way/leaving';

noteTyped();

/** Next calls it when a press leads to another page, before anything is asked of the server. */
export function onRouterTransitionStart(address: string): void {
  window.dispatchEvent(new CustomEvent(LEAVING, { detail: address }));
}
