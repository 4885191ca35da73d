import 'server-only';
import { z } from 'zod';
import { requireAllOfIt, seenShared, widenPictures } from '@/lib/apps/shared-things';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { sha256 } from '@/lib/codes/picture/picture';
import { pictureExtension } from '@/lib/codes/picture/picture-name';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import { putObject } from '@/lib/storage/storage';
import { parseInput } from '@/lib/validation';
import type { AddedPicture } from './limits';
import { readUpload, SIDE_MAX_PX } from './read-upload';

const addSchema = z.object({
  designId: idSchema,
  file: z.instanceof(File),
  use: z.enum(['design', 'row']).default('design'),
});
export type AddPictureInput = z.input<typeof addSchema>;

/**
 * Keeps a picture for a design. The same picture is kept once, and for good: what was printed with it can be printed again.
 * @param input `use`: `row` for one of many that stand in the circles of codes, and are kept smaller
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID_INPUT that says what is wrong with the picture; then nothing was kept
 */
export async function addPicture(actor: Actor, input: AddPictureInput): Promise<AddedPicture> {
  requirePermission(actor, 'codes.write');
  const { designId, file, use } = parseInput(addSchema, input);
  const design = await db().printDesign.findUnique({
    where: { id: designId, AND: seenShared(actor) },
    select: { name: true, appIds: true },
  });
  if (!design) throw new AppError('NOT_FOUND');
  requireAllOfIt(actor, design.appIds);
  const { appIds } = design;
  const { bytes, ...picture } = await readUpload(file, SIDE_MAX_PX[use]);
  const digest = sha256(bytes);
  const imageKey = `print/${digest}.${pictureExtension(picture.mediaType)}`;
  await putObject(imageKey, bytes, picture.mediaType);
  return db().$transaction(async (tx) => {
    const createdById = actor.kind === 'user' ? actor.id : null;
    const { id, widthPx, heightPx } = await tx.printPicture.upsert({
      where: { sha256: digest },
      create: { ...picture, sha256: digest, imageKey, createdById, appIds },
      update: {},
    });
    await widenPictures(tx, [id], appIds);
    await recordAudit(tx, actor, {
      action: 'design.addPicture',
      targetId: designId,
      details: { name: design.name },
    });
    return { id, widthPx, heightPx };
  });
}
