/** Of a picture as it is chosen. */
export const PICTURE_MAX_MB = 20;
export const isTooBig = ({ size }: { size: number }): boolean => size > PICTURE_MAX_MB * 1024 * 1024;
/** Of a picture as it was taken: the largest that phones and cameras of shops take. */
export const PICTURE_MAX_MEGAPIXELS = 60;
/** Whoever adds a picture whose longer side has fewer is told that it prints blurred. */
export const PICTURE_SMALL_PX = 100;

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

export type AddedPicture = { id: string; widthPx: number; heightPx: number };

/** Where a browser reads it. */
export const pictureAddress = (id: string) => `/api/print/pictures?id=${id}`;
