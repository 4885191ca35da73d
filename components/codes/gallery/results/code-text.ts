import type { CodeItem } from '@/lib/codes/find/query-options';
import { THUMBNAIL_WIDTHS } from '@/lib/codes/picture/thumbnail-widths';

/** What the code leads to: the scene of endpoint B, else the path. */
export function targetOf(item: Pick<CodeItem, 'scene' | 'path'>): string {
  return item.scene ?? item.path ?? '';
}

/** With the values of a packed scene by their names before it. */
export function shownTargetOf(item: Pick<CodeItem, 'scene' | 'path' | 'said'>): string {
  return item.said ? `${item.said} · ${targetOf(item)}` : targetOf(item);
}

/** The same with the page that the scene is given to, for the tooltip. */
export function fullTargetOf(item: Pick<CodeItem, 'scene' | 'path' | 'page' | 'said'>): string {
  return item.page ? `${item.page} · ${shownTargetOf(item)}` : shownTargetOf(item);
}

/** Null until there is a picture. The hash makes the address change with the picture. */
export function pictureUrl(item: Pick<CodeItem, 'id' | 'imageSha256'>): string | null {
  return item.imageSha256 && `/api/codes/${item.id}/image?v=${item.imageSha256}`;
}

/** The thumbnails of a picture for `srcset`: the browser takes the one that fits the place and the screen. */
export function thumbnailSet(url: string): string {
  return THUMBNAIL_WIDTHS.map((width) => `${url}&w=${width} ${width}w`).join(', ');
}

export function downloadUrl(item: Pick<CodeItem, 'id'>): string {
  return `/api/codes/${item.id}/image?download`;
}

export function isWorking(item: Pick<CodeItem, 'status'>): boolean {
  return item.status === 'GENERATING' || item.status === 'QUEUED';
}
