import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import type { StoredParameters } from './parameters';

/** Longer than the whole call with its repetitions may take (30 s): a row past this has lost its process. */
export const CODE_LEASE_MS = 60_000;

/** A row that is GENERATING, at the attempt that this process has claimed. */
export type ClaimedCode = Pick<
  Code,
  'id' | 'miniProgramId' | 'batchId' | 'fingerprint' | 'attempts' | 'leaseExpiresAt'
> &
  StoredParameters;

export function leaseFromNow(leaseMs = CODE_LEASE_MS): Date {
  return new Date(clock.now().getTime() + leaseMs);
}

/**
 * Whether nobody else has claimed the row since: each claim raises `attempts`. While the lease runs nobody can, so
 * nothing is asked.
 */
export async function isStillOurs({ id, attempts, leaseExpiresAt }: ClaimedCode): Promise<boolean> {
  if (leaseExpiresAt && leaseExpiresAt > clock.now()) return true;
  return (await db().code.count({ where: { id, attempts, status: 'GENERATING' } })) === 1;
}
