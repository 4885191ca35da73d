/** How wide the cards of the gallery are. */
export const CARD_SIZES = ['S', 'M', 'L'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

/** The columns of the table that can be chosen, in their order; picture, name and actions always stay. */
export const TABLE_COLUMNS = [
  'target',
  'endpoint',
  'status',
  'app',
  'tags',
  'folder',
  'width',
  'quotaCost',
  'scans',
  'scannedAt',
  'creator',
  'created',
  'changed',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** How somebody likes to see codes. The view itself (cards or table) has a cookie of its own, since the address may say it too. */
export type Look = { size: CardSize; columns: readonly TableColumn[] };

export const DEFAULT_LOOK: Look = {
  size: 'M',
  columns: ['target', 'endpoint', 'status', 'tags', 'creator', 'created'],
};

export const LOOK_COOKIE = 'suncode_codes_look';

/** The value of the cookie: `M.target.status`. */
export function writeLook({ size, columns }: Look): string {
  return [size, ...columns].join('.');
}

/** The inverse of `writeLook`: whatever else stands in the cookie is left out. */
export function readLook(cookie: string | undefined): Look {
  if (cookie === undefined) return DEFAULT_LOOK;
  const [first, ...rest] = cookie.split('.');
  const size = CARD_SIZES.find((known) => known === first);
  if (!size) return DEFAULT_LOOK;
  return { size, columns: TABLE_COLUMNS.filter((column) => rest.includes(column)) };
}
