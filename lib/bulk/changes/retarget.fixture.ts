import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { newLiveKey } from '@/lib/live/key';
import type { LiveParameters } from '@/lib/live/parameters-text';
import { Resolver } from '@/lib/live/resolve';
import type { Retarget } from '@/lib/live/retarget';
import { insertLive } from '@/lib/live/service';
import { insertCode } from '@/lib/testing/factories';

/** A change that changes nothing. */
export const KEEP: Retarget = {
  ...{ page: null, parameters: [], isPaused: null, message: '', rules: null, startsAt: '' },
};

/** Leads to `pages/old`. */
export async function insertLiveAt(actor: Actor, miniProgramId: string, parameters: LiveParameters) {
  const key = newLiveKey();
  const { id } = await insertCode({ miniProgramId, scene: key });
  await db().$transaction((tx) =>
    insertLive(tx, actor, { codeId: id, key, live: { page: 'pages/old', parameters } }),
  );
  return { id, key };
}

/** What a scan gets now, told by nothing that was remembered. */
export const answerOf = async (key: string, lot = 0) => (await new Resolver().resolve(key, lot)).answer;
