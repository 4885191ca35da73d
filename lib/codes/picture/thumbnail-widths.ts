/** The widths in pixels that thumbnails are made in. Few, so that each picture costs few files and its addresses stay cached. */
export const THUMBNAIL_WIDTHS = [96, 192, 320, 640] as const;

export type ThumbnailWidth = (typeof THUMBNAIL_WIDTHS)[number];

export function isThumbnailWidth(width: number): width is ThumbnailWidth {
  return THUMBNAIL_WIDTHS.some((known) => known === width);
}
