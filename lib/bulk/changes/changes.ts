import 'server-only';
import type { BulkAction } from '@/lib/bulk/kinds';
import { sql, type Sql } from '@/lib/db/sql';
import { LIVES, NEVER, type Change } from './change';
import { putting, puttingBack } from './place-changes';

const WAS_TAGS = sql`(v."was" -> 'tagIds')`;

const exists = (folderId: Sql) =>
  sql`(${folderId} IS NULL OR EXISTS (SELECT 1 FROM "Folder" f WHERE f."id" = ${folderId}))`;

/** Those of `tags` that exist and that `condition` is true of, behind the code's own. */
const plusTags = (tags: string[], condition: Sql) =>
  sql`c."tagIds" || ARRAY(SELECT t."id" FROM "Tag" t WHERE t."id" = ANY(${tags}::text[]) AND ${condition} ORDER BY t."name")`;

/** The code's own without those of `tags` that `condition` is true of. */
const minusTags = (tags: string[], condition: Sql) =>
  sql`ARRAY(SELECT o."id" FROM unnest(c."tagIds") WITH ORDINALITY AS o("id", "place")
    WHERE NOT (o."id" = ANY(${tags}::text[]) AND ${condition}) ORDER BY o."place")`;

function tagging(kind: 'addTags' | 'removeTags', tags: string[]): Change {
  const tagIds =
    kind === 'addTags' ? plusTags(tags, sql`NOT t."id" = ANY(c."tagIds")`) : minusTags(tags, sql`true`);
  return {
    wanted: sql`${LIVES} AND ${tagIds} <> c."tagIds"`,
    refused: NEVER,
    keep: sql`jsonb_build_object('tagIds', c."tagIds")`,
    set: sql`"tagIds" = ${tagIds}`,
  };
}

/** Takes back the tags of the action and none that somebody has added or removed since. */
function untagging(kind: 'addTags' | 'removeTags', tags: string[]): Change {
  const tagIds =
    kind === 'addTags'
      ? minusTags(tags, sql`NOT ${WAS_TAGS} @> to_jsonb(o."id")`)
      : plusTags(tags, sql`${WAS_TAGS} @> to_jsonb(t."id") AND NOT t."id" = ANY(c."tagIds")`);
  return { ...tagging(kind, tags), wanted: sql`${tagIds} <> c."tagIds"`, set: sql`"tagIds" = ${tagIds}` };
}

const keepFolder = sql`jsonb_build_object('folderId', c."folderId")`;

function moving(folderId: string | null): Change {
  const target = sql`${folderId}::text`;
  return {
    wanted: sql`${LIVES} AND c."folderId" IS DISTINCT FROM ${target}`,
    refused: sql`NOT ${exists(target)}`,
    keep: keepFolder,
    set: sql`"folderId" = ${target}`,
  };
}

function movingBack(folderId: string | null): Change {
  const target = sql`(v."was" ->> 'folderId')`;
  return {
    wanted: sql`c."folderId" IS NOT DISTINCT FROM ${folderId}::text`,
    refused: sql`NOT ${exists(target)}`,
    keep: keepFolder,
    set: sql`"folderId" = ${target}`,
  };
}

/** To this name, in the code and in the rows that bear its name. */
const renamedTo = (name: Sql) => ({ set: sql`"name" = ${name}`, name });

const RENAMING: Change = {
  wanted: sql`${LIVES} AND c."name" <> v."name"`,
  refused: NEVER,
  keep: sql`jsonb_build_object('name', c."name", 'renamed', v."name")`,
  ...renamedTo(sql`v."name"`),
};

const RENAMING_BACK: Change = {
  ...RENAMING,
  wanted: sql`c."name" = v."was" ->> 'renamed'`,
  ...renamedTo(sql`v."was" ->> 'name'`),
};

/** What is no column of the code is changed elsewhere (retarget.ts). */
type ColumnAction = Exclude<BulkAction, { kind: 'retarget' }>;

/**
 * What the action does to each code; for an undo, what takes it back where the code still is as the action left it.
 * @param undone the moment of the action that is taken back, null when this is none
 */
export function changeOf(
  { action, createdAt }: { action: ColumnAction; createdAt: Date },
  undone: Date | null,
): Change {
  switch (action.kind) {
    case 'addTags':
    case 'removeTags':
      return (undone ? untagging : tagging)(action.kind, action.values.tagIds);
    case 'move':
      return (undone ? movingBack : moving)(action.values.folderId);
    case 'rename':
      return undone ? RENAMING_BACK : RENAMING;
    default:
      return undone ? puttingBack(action.kind, undone) : putting(action.kind, createdAt);
  }
}
