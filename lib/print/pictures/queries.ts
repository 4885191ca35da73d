import 'server-only';
import pMap from 'p-map';
import { seenShared } from '@/lib/apps/shared-things';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { readPicture } from '@/lib/codes/picture/picture';
import { db } from '@/lib/db/client';
import type { PrintPicture } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import type { Design } from '@/lib/print/design';
import type { Mark } from '@/lib/print/place-piece';

const READ_AT_ONCE = 8;

/** @throws AppError FORBIDDEN, NOT_FOUND for one that is not there, or no longer as it was kept */
export async function getPrintPicture(actor: Actor, pictureId: string) {
  requirePermission(actor, 'codes.export');
  const row = await db().printPicture.findUnique({ where: { id: pictureId, AND: seenShared(actor) } });
  const bytes = row && (await readPicture({ imageKey: row.imageKey, imageSha256: row.sha256 }));
  if (!row || !bytes) throw new AppError('NOT_FOUND');
  return { bytes, type: row.mediaType, etag: row.sha256 };
}

/** Those that all pieces show. */
const sharedIds = ({ elements }: Pick<Design, 'elements'>) =>
  elements.flatMap((one) => {
    if (one.kind === 'picture') return [one.picture];
    return one.kind === 'code' && one.logo ? [one.logo] : [];
  });

export function pictureIds(design: Pick<Design, 'elements'>): string[] {
  const ofRows = design.elements.flatMap((one) =>
    one.kind === 'code' ? (one.logos?.files ?? []).map(({ picture }) => picture) : [],
  );
  return [...new Set([...sharedIds(design), ...ofRows])];
}

type Kept = Pick<PrintPicture, 'imageKey' | 'sha256'>;

/** @throws AppError NOT_FOUND */
async function keptPictures(ids: string[]): Promise<Map<string, Kept>> {
  const select = { id: true, imageKey: true, sha256: true };
  const rows = ids.length > 0 ? await db().printPicture.findMany({ where: { id: { in: ids } }, select }) : [];
  if (rows.length < ids.length) throw new AppError('NOT_FOUND');
  return new Map(rows.map(({ id, ...kept }) => [id, kept]));
}

/** @throws AppError DESIGN_PICTURE_LOST when the store has no intact one */
async function read({ imageKey, sha256 }: Kept): Promise<Buffer> {
  const bytes = await readPicture({ imageKey, imageSha256: sha256 });
  if (!bytes) throw new AppError('DESIGN_PICTURE_LOST');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** All pictures of a design are there as they were kept. @throws AppError NOT_FOUND, DESIGN_PICTURE_LOST */
export async function requireIntactPictures(design: Pick<Design, 'elements'>): Promise<void> {
  await pMap((await keptPictures(pictureIds(design))).values(), read, { concurrency: READ_AT_ONCE });
}

/** What somebody puts into a design is there, and known to them. @throws AppError NOT_FOUND, DESIGN_PICTURE_LOST */
export async function requirePictures(actor: Actor, design: Pick<Design, 'elements'>): Promise<void> {
  const ids = pictureIds(design);
  if (ids.length === 0) return;
  const known = await db().printPicture.count({ where: { id: { in: ids }, AND: seenShared(actor) } });
  if (known < ids.length) throw new AppError('NOT_FOUND');
  await requireIntactPictures(design);
}

/** @throws AppError DESIGN_PICTURE_LOST */
export type PictureOf = (id: string) => Promise<Buffer>;

/**
 * The pictures of a design by their ids. Those that all pieces show are read once; those of rows when their row comes, so that
 * memory holds few of them however many there are.
 * @throws AppError NOT_FOUND, DESIGN_PICTURE_LOST
 */
export async function openPictures(design: Pick<Design, 'elements'>): Promise<PictureOf> {
  const kept = await keptPictures(pictureIds(design));
  const shared = new Map<string, Buffer>();
  const pictureOf = async (id: string) => {
    const row = kept.get(id);
    if (!row) throw new AppError('NOT_FOUND');
    return shared.get(id) ?? read(row);
  };
  for (const id of sharedIds(design)) shared.set(id, await pictureOf(id));
  return pictureOf;
}

export function picturesIn(marks: readonly Mark[]): string[] {
  return [...new Set(marks.flatMap((mark) => (mark.kind === 'picture' ? [mark.picture] : [])))];
}
