import 'server-only';
import type { Tx } from '@/lib/db/client';
import { sql, type Sql } from '@/lib/db/sql';
import type { FieldIssue } from '@/lib/errors';
import type { DeclaredParameter } from './declaration';
import { declareIssue } from './keep';

type Place = { miniProgramId: string; page: string };
type Asked = { key: string; isRead: Sql };

/** Whether a plain value is one of this type, as pack.ts reads it. */
function fits({ type, choices }: DeclaredParameter): Sql {
  if (type === 'text') return sql`TRUE`;
  if (type === 'number') return sql`"value" ~ '^(0|-?[1-9][0-9]{0,14})$'`;
  if (type === 'switch') return sql`"value" IN ('0', '1', 'true', 'false')`;
  return sql`"value" = ANY(${choices}::text[])`;
}

/** The scene of a code of this page whose value of a key is not read as it was meant; null where there is none. */
async function misread(tx: Tx, place: Place, { key, isRead }: Asked): Promise<string | null> {
  const rows = await tx.$queryRaw<{ scene: string }[]>(sql`
    SELECT "scene" FROM (
      SELECT "scene", substring("scene" FROM ${`(?:^|&)${key}=([^&]*)`}) AS "value" FROM "Code"
      WHERE "miniProgramId" = ${place.miniProgramId} AND "endpoint" = 'getwxacodeunlimit' AND "page" = ${place.page}
    ) AS "found" WHERE "value" IS NOT NULL AND NOT (${isRead}) LIMIT 1`);
  return rows[0]?.scene ?? null;
}

/** Codes that were made before a parameter was declared must be read as they were meant: those that would not be, forbid it. */
export async function printedIssues(
  tx: Tx,
  place: Place,
  fresh: readonly { at: number; parameter: DeclaredParameter }[],
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = [];
  for (const { at, parameter } of fresh) {
    const { name, short, isCompact } = parameter;
    const plain = fits(parameter);
    const asked = [
      ['name', name, plain],
      ['short', short, isCompact ? sql`FALSE` : plain],
    ] as const;
    for (const [part, key, isRead] of asked) {
      const isSame = key === '' || (part === 'short' && short === name);
      const scene = isSame ? null : await misread(tx, place, { key, isRead });
      if (scene !== null)
        issues.push(declareIssue(`parameters.${at}.${part}`, 'printed', { name: key, scene }));
    }
  }
  return issues;
}
