export const PAGE_ROWS = 200;
/** Nobody waits for two hundred rows before the first byte. */
export const FIRST_PAGE_ROWS = 16;

type Page<Row, Place> = { rows: Row[]; next: Place | null };
export type Find<Row, Place> = (after: Place | null, take: number) => Promise<Page<Row, Place>>;

/**
 * Rows page by page. The next page is on its way while one is used; the second one only from the middle of the first on,
 * so that the first rows wait for no other.
 */
export async function* pages<Row, Place>(find: Find<Row, Place>): AsyncGenerator<Row> {
  let coming = find(null, FIRST_PAGE_ROWS);
  for (let isFirst = true; ; isFirst = false) {
    const { rows, next } = await coming;
    const early = isFirst ? Math.floor(rows.length / 2) : 0;
    // Whoever leaves early never awaits it.
    const goOn = () => next && (coming = find(next, PAGE_ROWS)).catch(() => undefined);
    for (const [at, row] of rows.entries()) {
      if (at === early) void goOn();
      yield row;
    }
    if (rows.length === 0) void goOn();
    if (!next) return;
  }
}
