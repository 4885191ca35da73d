/**
 * A migration that a working installation does not feel: its file begins with this comment. Each statement runs by itself,
 * outside of a transaction, so that `CREATE INDEX CONCURRENTLY` can; what was cut off goes on at the statement that it was in.
 */
const ONLINE = /^-- online\b/;

/** Before a statement over all rows of a large table, which has `$from` and `$to` in it: `-- portions of 5000 by "Code"."id"`. */
const PORTIONS = /^-- portions of (\d+) by "(\w+)"\."(\w+)"$/m;

export type Portions = { size: number; table: string; key: string };
export type Statement = {
  sql: string;
  portions: Portions | null;
  /** That it makes beside the work of others, and of which table; a half-made one is in the way. */
  index: { name: string; table: string } | null;
};

export const isOnline = (script: string): boolean => ONLINE.test(script);

/** Texts, names, bodies of functions and comments, in none of which a semicolon ends anything. */
const PIECES = /'(?:[^']|'')*'|"[^"]*"|(\$\w*\$)[\s\S]*?\1|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'"$;/-]+|[\s\S]/g;

/** The statements of a script, each with the comments before it. */
function split(script: string): string[] {
  const statements = [''];
  for (const [piece] of script.matchAll(PIECES)) {
    if (piece === ';') statements.push('');
    else statements[statements.length - 1] += piece;
  }
  return statements.map((text) => text.trim());
}

const withoutComments = (text: string) => text.replace(/^\s*--[^\n]*$/gm, '').trim();

/** @returns the statements in their order, with what is said of them */
export function statementsOf(script: string): Statement[] {
  return split(script).flatMap((text) => {
    const sql = withoutComments(text);
    if (sql === '') return [];
    const [, size, table = '', key = ''] = PORTIONS.exec(text) ?? [];
    const [, name, of = ''] =
      /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?"(\w+)"\s+ON\s+(?:ONLY )?"(\w+)"/i.exec(
        sql,
      ) ?? [];
    const index = name === undefined ? null : { name, table: of };
    return [{ sql, index, portions: size === undefined ? null : { size: Number(size), table, key } }];
  });
}
