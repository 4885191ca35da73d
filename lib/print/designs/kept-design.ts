import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { PrintDesign } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/input/text';
import type { Design } from '@/lib/print/design';
import { designSchema } from '@/lib/print/design-schema';
import type { KeptDesign } from './kept-types';

export function readKept({
  id,
  name,
  stock,
  design,
}: Pick<PrintDesign, 'id' | 'name' | 'stock' | 'design'>): KeptDesign {
  const stored = typeof design === 'object' ? design : {};
  return { id, name, stock, design: designSchema.parse({ ...stored, key: id, name }) };
}

/**
 * The design of the team that a form names.
 * @returns null where it names one of the product
 * @throws AppError NOT_FOUND for one that was deleted, or that the actor does not know
 */
export async function keptDesign(actor: Actor, fields: URLSearchParams): Promise<Design | null> {
  const id = fields.get('design') ?? '';
  if (!isId(id)) return null;
  const row = await db().printDesign.findUnique({ where: { id, AND: seenShared(actor) } });
  if (!row) throw new AppError('NOT_FOUND');
  return readKept(row).design;
}
