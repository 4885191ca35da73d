import 'server-only';
import pMap from 'p-map';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import { TRASH_DAYS } from '@/lib/bulk/kinds';
import { clock } from '@/lib/clock';
import { ownPicture } from '@/lib/codes/picture/picture';
import { thumbnailKeys } from '@/lib/codes/picture/thumbnail';
import type { Code } from '@/lib/db/generated/client';
import { db, type Tx } from '@/lib/db/client';
import { deleteObject } from '@/lib/storage/storage';
import type { Tally } from './apply';

const TRASH_MS = TRASH_DAYS * 24 * 60 * 60 * 1000;
const PURGE_AT_ONCE = 200;
const FILES_AT_ONCE = 200;
const FILES_TOGETHER = 8;

type Removed = Pick<Code, 'id' | 'miniProgramId' | 'imageKey' | 'imageSha256'>;

function filesOf(code: Removed): string[] {
  const picture = ownPicture(code);
  return picture === null ? [] : [picture, ...(code.imageSha256 ? thumbnailKeys(code.imageSha256) : [])];
}

/**
 * Removes codes for ever that are in the trash: rows now, files afterwards (`deleteDiscardedFiles`). Their quota stays
 * spent, as it does at WeChat; rows of batches stay without a code and are never made again.
 */
export async function purgeCodes(tx: Tx, ids: string[]): Promise<Tally> {
  const codes = await tx.$queryRaw<Removed[]>`
    SELECT "id", "miniProgramId", "imageKey", "imageSha256" FROM "Code"
    WHERE "id" = ANY(${ids}::text[]) AND "deletedAt" IS NOT NULL FOR UPDATE`;
  if (codes.length === 0) return { changed: 0, failed: 0 };
  const gone = { in: codes.map(({ id }) => id) };
  await tx.batchRow.updateMany({ where: { codeId: gone }, data: { purgedAt: clock.now() } });
  await tx.code.deleteMany({ where: { id: gone } });
  const files = codes.flatMap(filesOf).map((key) => ({ key }));
  await tx.discardedFile.createMany({ data: files, skipDuplicates: true });
  return { changed: codes.length, failed: 0 };
}

/** Deletes files whose codes are gone. Done again after a crash, it finds what is left. @returns how many */
export async function deleteDiscardedFiles(): Promise<number> {
  let deleted = 0;
  for (;;) {
    const files = await db().discardedFile.findMany({ take: FILES_AT_ONCE });
    await pMap(files, ({ key }) => deleteObject(key), { concurrency: FILES_TOGETHER });
    await db().discardedFile.deleteMany({ where: { key: { in: files.map(({ key }) => key) } } });
    deleted += files.length;
    if (files.length < FILES_AT_ONCE) return deleted;
  }
}

/** Purges what has been in the trash for 30 days, a few hundred codes at a time. @returns how many */
export async function purgeOldTrash(): Promise<number> {
  const before = new Date(clock.now().getTime() - TRASH_MS);
  let purged = 0;
  for (;;) {
    const old = await db().code.findMany({
      where: { deletedAt: { lt: before } },
      select: { id: true },
      orderBy: { deletedAt: 'asc' },
      take: PURGE_AT_ONCE,
    });
    if (old.length > 0)
      await db().$transaction((tx) =>
        purgeCodes(
          tx,
          old.map(({ id }) => id),
        ),
      );
    purged += old.length;
    if (old.length < PURGE_AT_ONCE) break;
  }
  if (purged > 0)
    await recordAudit(db(), systemActor('trash'), { action: 'trash.expire', details: { count: purged } });
  await deleteDiscardedFiles();
  return purged;
}
