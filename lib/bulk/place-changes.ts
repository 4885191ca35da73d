import 'server-only';
import { sql, type Sql } from '@/lib/db/generated/internal/prismaNamespace';
import type { PlainKind } from './kinds';
import { LIVES, NEVER, type Change } from './change';

type Put = Pick<Change, 'wanted' | 'set'>;
type Puts = Partial<Record<PlainKind, Put>>;

/** What undo has to know of a code that changes its place. */
const keep = sql`jsonb_build_object('archivedAt', c."archivedAt", 'deletedAt', c."deletedAt")`;

const ARCHIVED = sql`c."archivedAt" IS NOT NULL`;
const DELETED = sql`c."deletedAt" IS NOT NULL`;
/** Whoever is generating it would bring its picture to a code that nobody sees. */
const BUSY = sql`c."status" IN ('QUEUED', 'GENERATING')`;

const was = (column: Sql) => sql`(v."was" ->> ${column})::timestamp`;

function requirePut(puts: Puts, kind: PlainKind): Put {
  const put = puts[kind];
  if (!put) throw new Error(`${kind} is no change of columns`);
  return put;
}

/** Into the archive, the trash, or out of it. @param moment of the action, which the codes then bear */
export function putting(kind: PlainKind, moment: Date): Change {
  const puts: Puts = {
    archive: { wanted: sql`${LIVES} AND c."archivedAt" IS NULL`, set: sql`"archivedAt" = ${moment}` },
    unarchive: { wanted: sql`${LIVES} AND ${ARCHIVED}`, set: sql`"archivedAt" = NULL` },
    delete: { wanted: LIVES, set: sql`"deletedAt" = ${moment}` },
    restore: { wanted: DELETED, set: sql`"deletedAt" = NULL` },
  };
  return { ...requirePut(puts, kind), refused: kind === 'delete' ? BUSY : NEVER, keep };
}

/** The way back. @param moment of the action that is taken back: a code that bears it is as that action left it */
export function puttingBack(kind: PlainKind, moment: Date): Change {
  const puts: Puts = {
    archive: { wanted: sql`c."archivedAt" = ${moment}`, set: sql`"archivedAt" = NULL` },
    unarchive: {
      wanted: sql`c."archivedAt" IS NULL`,
      set: sql`"archivedAt" = ${was(sql`'archivedAt'`)}`,
    },
    delete: { wanted: sql`c."deletedAt" = ${moment}`, set: sql`"deletedAt" = NULL` },
    restore: { wanted: LIVES, set: sql`"deletedAt" = ${was(sql`'deletedAt'`)}` },
  };
  return { ...requirePut(puts, kind), refused: NEVER, keep };
}
