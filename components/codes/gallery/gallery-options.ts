import type { GalleryDefaults } from './use-gallery-params';

export type NamedOption = { id: string; name: string };

/** What the server knows about the viewer and the choices of the filters. */
export type GalleryOptions = {
  apps: NamedOption[];
  creators: NamedOption[];
  /** The batch that the address asks for. */
  batch: NamedOption | null;
  defaults: GalleryDefaults;
  viewer: { id: string; isAdmin: boolean };
  canWrite: boolean;
  /** How many cards are drawn before the browser has measured its window. */
  firstCards: number;
};
