import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { countCodes, type CodeCount } from '@/lib/codes/find/count';
import { NO_FILTERS, SEARCH_MAX_CHARS, type CodeFilters } from '@/lib/codes/find/filters';

/** A page, and how many codes in use name it; the filters show them. */
export type PageCodes = { page: string; codes: CodeCount; filters: CodeFilters };

/** In the order of the pages. */
export function findPageCodes(
  actor: Actor,
  miniProgramId: string,
  pages: readonly string[],
): Promise<PageCodes[]> {
  return Promise.all(
    pages.map(async (page): Promise<PageCodes> => {
      const q = page.slice(0, SEARCH_MAX_CHARS);
      const filters: CodeFilters = { ...NO_FILTERS, app: miniProgramId, status: ['READY'], q };
      return { page, codes: await countCodes(actor, filters), filters };
    }),
  );
}
