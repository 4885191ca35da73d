import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import type { Sight } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { all, escapeLike, join, sql, type Sql } from '@/lib/db/sql';
import { SHORT_NUMBER, standingAlone, wordsOf } from '@/lib/lists/search-words';

/** What the database puts around Chinese characters (code_search_encode in the migrations). */
const MARK = 'ɤ';
/** A Chinese character, or three letters or digits in a row: the database finds such texts by their trigrams. */
const HAS_TRIGRAM = /[⺀-⿟぀-ヿ㐀-鿿가-힯豈-﫿]|[\p{L}\p{N}]{3}/u;

export type Search = {
  condition: Sql;
  /** What the index is asked for: all rows of `condition`, and others; null where there are no trigrams. */
  sieve: Sql | null;
};

async function tagsNamed(q: string, sees: Sight): Promise<string[]> {
  const where = {
    name: { contains: escapeLike(q), mode: 'insensitive' as const },
    AND: seenShared({ sees }),
  };
  const found = await db().tag.findMany({ where, select: { id: true, name: true } });
  const isMeant = SHORT_NUMBER.test(q) ? new RegExp(standingAlone(q)) : /^/;
  return found.filter(({ name }) => isMeant.test(name)).map(({ id }) => id);
}

/**
 * What stands between signs and has trigrams. To the index one or two letters between signs are words, which most codes have:
 * for `&t=4711` it would read of all of them what it knows at once by 4711 alone.
 */
const piecesOf = (q: string) => q.split(/[^\p{L}\p{N}]+/u).filter((piece) => HAS_TRIGRAM.test(piece));

const holds = (word: string) => sql`LIKE '%' || code_search_encode(${escapeLike(word)}) || '%'`;

function inTexts(q: string): Search {
  const condition = sql`"searchText" ${holds(q)}`;
  const pieces = piecesOf(q);
  if (pieces.length === 0) return { condition, sieve: HAS_TRIGRAM.test(q) ? condition : null };
  const sieve = all(pieces.map((piece) => sql`"searchText" ${holds(piece)}`));
  // Of what is put together no index knows.
  return pieces.join() === q
    ? { condition, sieve }
    : { condition: sql`${sieve} AND "searchText" || '' ${holds(q)}`, sieve };
}

function inWords(q: string): Search {
  if (SHORT_NUMBER.test(q)) return { condition: sql`"searchText" ~ ${standingAlone(q)}`, sieve: null };
  if (!q.toLowerCase().includes(MARK)) return inTexts(q);
  // The mark itself could be found where the database put it, so the texts are searched as they are.
  const columns = [sql`"name"`, sql`"note"`, sql`"path"`, sql`"page"`, sql`"scene"`];
  const condition = join(
    columns.map((column) => sql`${column} ILIKE ${`%${escapeLike(q)}%`}`),
    ' OR ',
  );
  return { condition, sieve: null };
}

/**
 * A code matches when each word that was typed does: by its texts (any part of its name, note, path, page or scene, whatever
 * the case; a number of one or two digits only where it stands alone) or because a tag whose name has it is on the code. There are no
 * trigrams of one or two letters or digits.
 * @returns a search for each word
 */
export function searchesFor(q: string, sees: Sight): Promise<Search[]> {
  return Promise.all(wordsOf(q).map((word) => searchFor(word, sees)));
}

async function searchFor(q: string, sees: Sight): Promise<Search> {
  const tags = await tagsNamed(q, sees);
  const { condition, sieve } = inWords(q);
  const orTagged = (inText: Sql) =>
    tags.length > 0 ? sql`(${inText} OR "tagIds" && ${tags}::text[])` : sql`(${inText})`;
  return { condition: orTagged(condition), sieve: sieve && orTagged(sieve) };
}
