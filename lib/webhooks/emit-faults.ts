import 'server-only';
import { clock } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import { emit } from './emit';

const nameOf = async (tx: Tx, id: string) =>
  (await tx.miniProgram.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;

/** A Mini Program that gets no token since now; within an hour once for each cause: a bad line fails and works by turns. */
export async function emitFailing(tx: Tx, id: string, failureKey: string): Promise<void> {
  const hour = clock.now().toISOString().slice(0, 13);
  await emit(tx, {
    ...{ event: 'connection.failing', eventId: `connection_${id}_${failureKey}_${hour}`, appIds: [id] },
    data: { miniProgramId: id, name: await nameOf(tx, id), failureKey },
  });
}

/** Another system has replaced the token; once a day for each Mini Program: two systems can do so to each other all day long. */
export async function emitReplaced(tx: Tx, id: string): Promise<void> {
  const day = clock.now().toISOString().slice(0, 10);
  await emit(tx, {
    ...{ event: 'token.replaced', eventId: `token_${id}_${day}`, appIds: [id] },
    data: { miniProgramId: id, name: await nameOf(tx, id) },
  });
}

/** Pages that codes in use open and that are no longer in the released Mini Program. */
export async function emitGonePages(tx: Tx, id: string, pages: readonly string[]): Promise<void> {
  await emit(tx, {
    ...{ event: 'pages.gone', eventId: `pages_${id}_${clock.now().getTime()}`, appIds: [id] },
    data: { miniProgramId: id, name: await nameOf(tx, id), pages: pages.length, page: pages[0] ?? '' },
  });
}

/** A backup that failed, or was given up. */
export async function emitBackup(tx: Tx, id: string, failure: string): Promise<void> {
  await emit(tx, { event: 'backup.failed', eventId: `backup_${id}`, appIds: [], data: { id, failure } });
}
