import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { sql, type Sql } from '@/lib/db/sql';
import { together } from '@/lib/db/together';

/** Tables that a code points to: by the name that a `select` has for them, and the column that points. */
const RELATED = [
  ['folder', 'Folder', 'folderId'],
  ['miniProgram', 'MiniProgram', 'miniProgramId'],
  ['createdBy', 'User', 'createdById'],
  ['createdByKey', 'ApiKey', 'createdByKeyId'],
  ['batch', 'Batch', 'batchId'],
] as const;

type Relation = (typeof RELATED)[number][0];
type CodeSelect = { [name in Exclude<keyof Prisma.CodeSelect, Relation>]?: true } & {
  [name in Relation]?: { select: Record<string, true> };
};

/** All names in it are ours. */
function statementOf(select: CodeSelect): { columns: Sql; joins: Sql } {
  const columns = Object.entries(select).flatMap(([name, wanted]) =>
    wanted === true ? `code."${name}"` : [],
  );
  const joins: string[] = [];
  for (const [name, table, key] of RELATED) {
    const fields = Object.keys(select[name]?.select ?? {}).map((field) => `'${field}', "${name}"."${field}"`);
    if (fields.length === 0) continue;
    const value = `json_build_object(${fields.join(', ')})`;
    columns.push(`CASE WHEN code."${key}" IS NULL THEN NULL ELSE ${value} END AS "${name}"`);
    joins.push(`LEFT JOIN "${table}" AS "${name}" ON "${name}"."id" = code."${key}"`);
  }
  return { columns: Prisma.raw(columns.join(', ')), joins: Prisma.raw(joins.join(' ')) };
}

/**
 * Reads a code with the names of what it belongs to, as the database client would give them for this `select`, which asks for
 * each kind of name in a statement of its own. Those that are asked for at once are read by one statement, and nobody changes
 * what others may have been given too.
 */
export function codeReader<Select extends CodeSelect & { id: true }>(select: Select) {
  type Read = Readonly<Prisma.CodeGetPayload<{ select: Select }>>;
  const { columns, joins } = statementOf(select);
  return together(async (ids: readonly string[]) => {
    const codes = await db().$queryRaw<(Read & { id: string })[]>(
      sql`SELECT ${columns} FROM "Code" AS code ${joins} WHERE code."id" = ANY(${ids})`,
    );
    return new Map<string, Read>(codes.map((code) => [code.id, code]));
  });
}
