import 'server-only';
import { z } from 'zod';
import type { KeyActor } from '@/lib/auth/actor';
import type { SeenCheck } from '@/lib/batches/run/start';
import { AppError } from '@/lib/errors';
import { readSigned, sign } from '@/lib/keys/signed';

// Between the dry run and the start stands a person. What they were shown is signed; it starts that draft as it was then, by that
// key, and costs no more. A draft starts once, and so no token is good for a second start.

const KIND = 'mcp-start';
const WRONG = { field: 'confirmationToken', key: 'errors.issues.invalid', values: {} } as const;
const DAY_SECONDS = 24 * 60 * 60;

const agreedSchema = z.object({
  keyId: z.string(),
  batchId: z.string(),
  newRows: z.int(),
  needed: z.int(),
  updatedAt: z.coerce.date(),
});

type Shown = Required<SeenCheck> & { batchId: string };

export const newConfirmation = (actor: KeyActor, shown: Shown): string =>
  sign(KIND, { ...shown, keyId: actor.id }, DAY_SECONDS);

/** @returns what was agreed to @throws AppError INVALID_INPUT for another batch or key, and for what is none, or none any more */
export function readConfirmation(actor: KeyActor, batchId: string, token: string): Required<SeenCheck> {
  const agreed = readSigned(KIND, agreedSchema, token);
  if (typeof agreed === 'string' || agreed.keyId !== actor.id || agreed.batchId !== batchId)
    throw new AppError('INVALID_INPUT', { issues: [WRONG] });
  const { newRows, needed, updatedAt } = agreed;
  return { newRows, needed, updatedAt };
}
