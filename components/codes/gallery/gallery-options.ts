import type { GalleryDefaults } from './use-gallery-params';

export type AppOption = { id: string; name: string; mode: 'LIVE' | 'SANDBOX' };
export type CreatorOption = { id: string; name: string };

/** What the server knows about the viewer and the choices of the filters. */
export type GalleryOptions = {
  apps: AppOption[];
  creators: CreatorOption[];
  defaults: GalleryDefaults;
  canWrite: boolean;
};
