import 'server-only';
import { db } from '@/lib/db/client';
import { ARRIVALS_MAX, type Arrival } from './run-types';

/**
 * The codes of a batch that came in last, newest first; those in the trash are left out. Read from the end of the index of
 * batch, status and moment, so the size of the batch does not matter.
 */
export async function listArrivals(batchId: string): Promise<Arrival[]> {
  const found = await db().code.findMany({
    where: { batchId, status: 'READY', deletedAt: null, imageSha256: { not: null } },
    select: { id: true, name: true, scene: true, path: true, imageSha256: true, isHyaline: true },
    orderBy: [{ generatedAt: 'desc' }, { id: 'desc' }],
    take: ARRIVALS_MAX,
  });
  return found.flatMap(({ id, name, scene, path, imageSha256, isHyaline }) =>
    imageSha256 === null
      ? []
      : [{ codeId: id, name: name || (scene ?? path ?? ''), imageSha256, isTransparent: isHyaline ?? false }],
  );
}
