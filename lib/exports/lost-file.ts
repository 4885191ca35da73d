import 'server-only';
import { db } from '@/lib/db/client';
import { isAppError } from '@/lib/errors';

/**
 * Writes down which file an export can no longer give, so that the history says so.
 * @returns the error that told it, to throw on
 */
export async function noteLost(exportId: string, error: unknown): Promise<unknown> {
  const lostFile = isAppError(error) && error.code === 'EXPORT_CHANGED' ? String(error.values.file) : null;
  if (lostFile) await db().export.update({ where: { id: exportId }, data: { lostFile } });
  return error;
}

/** What was lost is back. */
export async function noteFound(exportId: string): Promise<void> {
  await db().export.update({ where: { id: exportId }, data: { lostFile: null } });
}
