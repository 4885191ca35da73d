import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { insertCode } from '@/lib/testing/factories';
import { newLiveKey } from './key';
import { insertLive, setLiveTarget } from './service';

export const inAnHour = () => new Date(Date.now() + 60 * 60 * 1000).toISOString();

/** With a plan, so that there is one to take back. */
export async function insertLiveCode(actor: Actor, miniProgramId: string, mark: string) {
  const key = newLiveKey();
  const { id: codeId } = await insertCode({ miniProgramId, name: `${mark}活码`, scene: key });
  const live = { page: '', parameters: { shop: mark } };
  await db().$transaction((tx) => insertLive(tx, actor, { codeId, key, live }));
  await setLiveTarget(actor, codeId, { page: `pages/${mark}`, parameters: {}, startsAt: inAnHour() });
  const plan = await db().liveTarget.findFirstOrThrow({ where: { key }, orderBy: { startsAt: 'desc' } });
  return { liveKey: key, liveCodeId: codeId, livePlanId: plan.id };
}
