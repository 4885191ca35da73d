import 'server-only';
import { systemActor } from '@/lib/auth/actor';
import { regenerateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { isAppError } from '@/lib/errors';
import type { BrokenPicture } from './check';

const actor = systemActor('check');

/** `wouldCost`: the ledger does not know its parameters, so WeChat might count them; else why it could not be fetched. */
export type Repaired = { kind: 'fetched' } | { kind: 'wouldCost' } | { kind: 'failed'; reason: string };

/** WeChat counts equal parameters once, and those of endpoint B never. */
async function isFree({ endpoint, miniProgramId, fingerprint }: BrokenPicture): Promise<boolean> {
  if (endpoint === 'getwxacodeunlimit') return true;
  return (await db().quotaEntry.count({ where: { miniProgramId, fingerprint } })) > 0;
}

/** Fetches the picture of a code again where that costs nothing; the code keeps everything else. */
export async function fetchAgain(code: BrokenPicture): Promise<Repaired> {
  if (!(await isFree(code))) return { kind: 'wouldCost' };
  try {
    await regenerateCode(actor, code.id);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { kind: 'failed', reason: error.code };
  }
  const { status, failureKey } = await db().code.findUniqueOrThrow({
    where: { id: code.id },
    select: { status: true, failureKey: true },
  });
  return status === 'READY' ? { kind: 'fetched' } : { kind: 'failed', reason: failureKey ?? 'unknown' };
}
