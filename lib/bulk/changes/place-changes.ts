import 'server-only';
import type { PlainKind } from '@/lib/bulk/kinds';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { LIVES, NEVER, type Change } from './change';

type Put = Pick<Change, 'wanted' | 'set'>;
type Puts = Partial<Record<PlainKind, Put>>;

/** What undo has to know of a code that changes its place. */
const keep = sql`jsonb_build_object('archivedAt', c."archivedAt", 'deletedAt', c."deletedAt")`;

const ARCHIVED = sql`c."archivedAt" IS NOT NULL`;
const DELETED = sql`c."deletedAt" IS NOT NULL`;
/** Whoever is generating it would bring its picture to a code that nobody sees. */
const BUSY = sql`c."status" IN ('QUEUED', 'GENERATING')`;

const was = (column: Sql) => sql`(v."was" ->> ${column})::timestamp(3)`;

function requirePut(puts: Puts, kind: PlainKind): Put {
  const put = puts[kind];
  if (!put) throw new Error(`${kind} is no change of columns`);
  return put;
}

/** Into the archive, the trash, or out of it. @param date of the action, which the codes then bear */
export function putting(kind: PlainKind, date: Date): Change {
  const at = moment(date);
  const puts: Puts = {
    archive: { wanted: sql`${LIVES} AND c."archivedAt" IS NULL`, set: sql`"archivedAt" = ${at}` },
    unarchive: { wanted: sql`${LIVES} AND ${ARCHIVED}`, set: sql`"archivedAt" = NULL` },
    delete: { wanted: LIVES, set: sql`"deletedAt" = ${at}` },
    restore: { wanted: DELETED, set: sql`"deletedAt" = NULL` },
  };
  return { ...requirePut(puts, kind), refused: kind === 'delete' ? BUSY : NEVER, keep };
}

/** The way back. @param date of the action that is taken back: a code that bears it is as that action left it */
export function puttingBack(kind: PlainKind, date: Date): Change {
  const at = moment(date);
  const puts: Puts = {
    archive: { wanted: sql`c."archivedAt" = ${at}`, set: sql`"archivedAt" = NULL` },
    unarchive: {
      wanted: sql`c."archivedAt" IS NULL`,
      set: sql`"archivedAt" = ${was(sql`'archivedAt'`)}`,
    },
    delete: { wanted: sql`c."deletedAt" = ${at}`, set: sql`"deletedAt" = NULL` },
    restore: { wanted: LIVES, set: sql`"deletedAt" = ${was(sql`'deletedAt'`)}` },
  };
  return { ...requirePut(puts, kind), refused: NEVER, keep };
}
