import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import type { Sight } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { escapeLike, join, sql, type Sql } from '@/lib/db/sql';
import { SHORT_NUMBER, standingAlone, wordsOf } from '@/lib/lists/search-words';

/** What the database puts around Chinese characters (code_search_encode in the migrations). */
const MARK = 'ɤ';
/** A Chinese character, or three letters or digits in a row: the database finds such texts by their trigrams. */
const HAS_TRIGRAM = /[⺀-⿟぀-ヿ㐀-鿿가-힯豈-﫿]|[\p{L}\p{N}]{3}/u;

export type Search = { condition: Sql; indexed: boolean };

async function tagsNamed(q: string, sees: Sight): Promise<string[]> {
  const where = {
    name: { contains: escapeLike(q), mode: 'insensitive' as const },
    AND: seenShared({ sees }),
  };
  const found = await db().tag.findMany({ where, select: { id: true, name: true } });
  const isMeant = SHORT_NUMBER.test(q) ? new RegExp(standingAlone(q)) : /^/;
  return found.filter(({ name }) => isMeant.test(name)).map(({ id }) => id);
}

function inWords(q: string): Sql {
  if (SHORT_NUMBER.test(q)) return sql`"searchText" ~ ${standingAlone(q)}`;
  if (!q.toLowerCase().includes(MARK))
    return sql`"searchText" LIKE '%' || code_search_encode(${escapeLike(q)}) || '%'`;
  // The mark itself could be found where the database put it, so the texts are searched as they are.
  const columns = [sql`"name"`, sql`"note"`, sql`"path"`, sql`"page"`, sql`"scene"`];
  return join(
    columns.map((column) => sql`${column} ILIKE ${`%${escapeLike(q)}%`}`),
    ' OR ',
  );
}

/**
 * A code matches when each word that was typed does: by its texts (any part of its name, note, path, page or scene, whatever
 * the case; a number of one or two digits only where it stands alone) or because a tag whose name has it is on the code. `indexed` is false for one or two letters or digits, of which
 * there are no trigrams.
 * @returns a search for each word
 */
export function searchesFor(q: string, sees: Sight): Promise<Search[]> {
  return Promise.all(wordsOf(q).map((word) => searchFor(word, sees)));
}

async function searchFor(q: string, sees: Sight): Promise<Search> {
  const tags = await tagsNamed(q, sees);
  const condition =
    tags.length > 0 ? sql`(${inWords(q)} OR "tagIds" && ${tags}::text[])` : sql`(${inWords(q)})`;
  return { condition, indexed: HAS_TRIGRAM.test(q) && !q.toLowerCase().includes(MARK) };
}
