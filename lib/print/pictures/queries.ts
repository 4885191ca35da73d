import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { readPicture } from '@/lib/codes/picture/picture';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { Design } from '@/lib/print/design';

/** @throws AppError FORBIDDEN, NOT_FOUND for one that is not there, or no longer as it was kept */
export async function getPrintPicture(actor: Actor, pictureId: string) {
  requirePermission(actor, 'codes.export');
  const row = await db().printPicture.findUnique({ where: { id: pictureId, AND: seenShared(actor) } });
  const bytes = row && (await readPicture({ imageKey: row.imageKey, imageSha256: row.sha256 }));
  if (!row || !bytes) throw new AppError('NOT_FOUND');
  return { bytes, type: row.mediaType, etag: row.sha256 };
}

export function pictureIds({ elements }: Pick<Design, 'elements'>): string[] {
  const ids = elements.flatMap((one) => {
    if (one.kind === 'picture') return [one.picture];
    return one.kind === 'code' && one.logo ? [one.logo] : [];
  });
  return [...new Set(ids)];
}

/** What somebody puts into a design is there, and known to them. @throws AppError NOT_FOUND, DESIGN_PICTURE_LOST */
export async function requirePictures(actor: Actor, design: Pick<Design, 'elements'>): Promise<void> {
  const ids = pictureIds(design);
  if (ids.length === 0) return;
  const known = await db().printPicture.count({ where: { id: { in: ids }, AND: seenShared(actor) } });
  if (known < ids.length) throw new AppError('NOT_FOUND');
  await picturesOf(design);
}

/** The pictures of a design by their ids. @throws AppError NOT_FOUND, DESIGN_PICTURE_LOST when the store has no intact one */
export async function picturesOf(design: Pick<Design, 'elements'>): Promise<Map<string, Buffer>> {
  const ids = pictureIds(design);
  const rows = ids.length > 0 ? await db().printPicture.findMany({ where: { id: { in: ids } } }) : [];
  if (rows.length < ids.length) throw new AppError('NOT_FOUND');
  const pictures = new Map<string, Buffer>();
  for (const { id, imageKey, sha256 } of rows) {
    const bytes = await readPicture({ imageKey, imageSha256: sha256 });
    if (!bytes) throw new AppError('DESIGN_PICTURE_LOST');
    pictures.set(id, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  return pictures;
}
