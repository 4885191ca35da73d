import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import type { Sight } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { escapeLike, join, sql, type Sql } from '@/lib/db/sql';

/** What the database puts around Chinese characters (code_search_encode in the migrations). */
const MARK = 'ɤ';
/** A Chinese character, or three letters or digits in a row: the database finds such texts by their trigrams. */
const HAS_TRIGRAM = /[⺀-⿟぀-ヿ㐀-鿿가-힯豈-﫿]|[\p{L}\p{N}]{3}/u;

/** "7" is table 7 for who types it, not 57: so short a number stands alone, with or without zeros before it. */
const SHORT_NUMBER = /^\d{1,2}$/;

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

/** A pattern of JavaScript and of PostgreSQL alike. */
function standingAlone(number: string): string {
  return `(^|[^0-9])0*${Number(number)}([^0-9]|$)`;
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

/**
 * What stands between spaces, the wide one of Chinese keyboards and the dot of names included. Between a Chinese character and
 * a digit there is an end too: who looks for `静安寺店 · 7 号桌` types 静安寺店7号桌.
 */
const WORD_END = /[\s·]+|(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/u;

function wordsOf(q: string): string[] {
  return q.split(WORD_END).filter((word) => word !== '');
}

async function searchFor(q: string, sees: Sight): Promise<Search> {
  const tags = await tagsNamed(q, sees);
  const condition =
    tags.length > 0 ? sql`(${inWords(q)} OR "tagIds" && ${tags}::text[])` : sql`(${inWords(q)})`;
  return { condition, indexed: HAS_TRIGRAM.test(q) && !q.toLowerCase().includes(MARK) };
}
