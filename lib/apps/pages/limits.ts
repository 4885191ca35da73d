/** Of an app.json. Large Mini Programs have some hundred pages in 30 kB. */
export const APP_JSON_MAX_KB = 256;
export const PAGES_MAX = 3000;
export const PAGE_MAX_BYTES = 256;
/** So many are kept of each Mini Program; the oldest goes when another one comes. */
export const RELEASES_MAX = 20;
export const VERSION_MAX_CHARS = 40;
