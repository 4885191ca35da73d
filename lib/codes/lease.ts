import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';

/** Longer than the whole call with its repetitions may take (30 s): a row past this has lost its process. */
const LEASE_MS = 60_000;

export function leaseFromNow(leaseMs = LEASE_MS): Date {
  return new Date(clock.now().getTime() + leaseMs);
}

type Claimed = Pick<Code, 'id' | 'attempts' | 'leaseExpiresAt'>;

/**
 * Whether nobody else has claimed the row since: each claim raises `attempts`. While the lease runs nobody can, so
 * nothing is asked.
 */
export async function isStillOurs({ id, attempts, leaseExpiresAt }: Claimed): Promise<boolean> {
  if (leaseExpiresAt && leaseExpiresAt > clock.now()) return true;
  return (await db().code.count({ where: { id, attempts, status: 'GENERATING' } })) === 1;
}
