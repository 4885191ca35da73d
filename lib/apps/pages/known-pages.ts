import type { Trap, TrapInput } from '@/lib/wechat/rules/traps';

/** The newest app.json that somebody gave of a Mini Program. */
export type KnownPages = {
  /** What they called the release; empty for nothing. */
  version: string;
  /** ISO moment. */
  givenAt: string;
  pages: string[];
  /** What opens without a page. */
  entryPage: string;
};

/** So many are shown of those that fit what was typed. */
export const MATCHES_MAX = 20;

/** The page of a path: without parameters and leading slashes. */
export function pageOfPath(path: string): string {
  const [page = ''] = path.split('?');
  return page.trim().replace(/^\/+/, '');
}

/** The same path with another page: its parameters stay. */
export function withPageOfPath(path: string, page: string): string {
  const at = path.indexOf('?');
  return at < 0 ? page : page + path.slice(at);
}

/** Pages that hold what was typed, those that begin with it (as a whole or in a part) first. */
export function matchingPages(pages: readonly string[], typed: string): string[] {
  const wanted = pageOfPath(typed).toLowerCase();
  const placed = pages.flatMap((page) => {
    const at = `/${page.toLowerCase()}`.indexOf(`/${wanted}`);
    if (at >= 0) return [{ page, rank: at === 0 ? 0 : 1 }];
    return page.toLowerCase().includes(wanted) ? [{ page, rank: 2 }] : [];
  });
  return placed
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MATCHES_MAX)
    .map(({ page }) => page);
}

/** A page that the app.json does not name. It warns: the list may be older than the page. */
export function unknownPageTraps(input: TrapInput, known: KnownPages | null | undefined): Trap[] {
  const field = input.endpoint === 'getwxacodeunlimit' ? 'page' : 'path';
  const page = pageOfPath(input[field] ?? '');
  if (!known || page === '' || known.pages.includes(page)) return [];
  const values = { page, release: known.version, givenAt: Date.parse(known.givenAt) };
  return [{ field, key: 'pageUnknown', values }];
}

const NEAR = 2;

/** How many letters have to be changed, put in or taken out, as far as `NEAR`. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > NEAR) return NEAR + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > NEAR) return NEAR + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The page that was probably meant by one that is not there; null for one that is, or is like none. */
export function nearestPage(pages: readonly string[], page: string): string | null {
  if (page === '' || pages.includes(page)) return null;
  const wanted = page.toLowerCase();
  const near = pages
    .map((known) => ({ known, far: distance(wanted, known.toLowerCase()) }))
    .filter(({ far }) => far <= NEAR)
    .toSorted((a, b) => a.far - b.far);
  return near[0]?.known ?? null;
}
