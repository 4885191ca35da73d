import 'server-only';
import { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { readPicture } from '@/lib/codes/picture/picture';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { PRINT_CM, VECTOR_TYPES } from '@/lib/exports/options';
import { parseInput } from '@/lib/validation';
import { percentOf } from './vector';
import { vectorFile } from './vector-file';
import { vectorOf } from './vectors';

const vectorSchema = z.object({ type: z.enum(VECTOR_TYPES).default('svg') });
const MM_PER_CM = 10;

/**
 * A code as shapes instead of dots, compared with WeChat's picture before it is given out.
 * @throws AppError NOT_FOUND; NO_PICTURE when the store has none that is intact; VECTOR_UNLIKE, VECTOR_UNREADABLE when the
 * shapes would not be the code
 */
export async function getVector(actor: Actor, codeId: string, input: object) {
  requirePermission(actor, 'codes.read');
  const { type } = parseInput(vectorSchema, input);
  const select = { name: true, endpoint: true, imageKey: true, imageSha256: true } as const;
  const code = await db().code.findUnique({ where: { id: codeId, AND: seenRows(actor) }, select });
  if (!code) throw new AppError('NOT_FOUND');
  const bytes = await readPicture(code);
  if (!bytes) throw new AppError('NO_PICTURE');
  const outcome = await vectorOf({ bytes, endpoint: code.endpoint });
  if (outcome.vector)
    return {
      ...(await vectorFile(outcome.vector, { type, widthMm: PRINT_CM.usual * MM_PER_CM })),
      name: code.name,
    };
  if (outcome.reason === 'unreadable') throw new AppError('VECTOR_UNREADABLE');
  throw new AppError('VECTOR_UNLIKE', { values: { percent: percentOf(outcome.difference ?? 1) } });
}
