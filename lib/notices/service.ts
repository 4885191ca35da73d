import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordChange } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { parseInput } from '@/lib/validation';
import { NOTICE_KEPT_DAYS, NOTICE_WAYS } from './kinds';
import { choicesOf, ownNotices } from './queries';
import {
  noticeChoiceSchema,
  readNoticesSchema,
  storedChoicesSchema,
  type NoticeChoiceInput,
  type ReadNoticesInput,
} from './schema';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Marks a notice of the actor and all before it as read, and none that came since; what is not theirs is not there. */
export async function readNotices(actor: UserActor, input: ReadNoticesInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { upTo: id } = parseInput(readNoticesSchema, input);
  const own = ownNotices(actor);
  const last = await db().notice.findFirst({ where: { ...own, id }, select: { at: true } });
  if (last === null) return;
  const shown = { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lte: id } }] };
  await db().notice.updateMany({ where: { ...own, readAt: null, ...shown }, data: { readAt: clock.now() } });
}

/** As the record keeps it: the kinds that somebody is told of, for each way. */
function recorded(stored: unknown) {
  const choices = choicesOf(stored);
  const kinds = NOTICE_WAYS.map((way) => choices.filter((one) => one[way]).map(({ kind }): string => kind));
  const [inBell = [], byMail = []] = kinds;
  return { inBell, byMail };
}

/** Whether the actor is told of a kind in one way, from now on. */
export async function chooseNotices(actor: UserActor, input: NoticeChoiceInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { kind, way, isOn } = parseInput(noticeChoiceSchema, input);
  await db().$transaction(async (tx) => {
    // Two switches that are pressed at the same moment must not undo each other.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${actor.id} FOR NO KEY UPDATE`;
    const { name, noticeChoices } = await tx.user.findUniqueOrThrow({ where: { id: actor.id } });
    const before = storedChoicesSchema.parse(noticeChoices);
    if (choicesOf(before).some((one) => one.kind === kind && one[way] === isOn)) return;
    const after = { ...before, [kind]: { ...before[kind], [way]: isOn } };
    await tx.user.update({ where: { id: actor.id }, data: { noticeChoices: after }, select: { id: true } });
    const changes = changesOf(recorded(before), recorded(after));
    await recordChange(tx, actor, {
      ...{ action: 'user.chooseNotices', targetId: actor.id, targetName: name, changes },
    });
  });
}

/** Removes what was told long ago, read or not. */
export async function sweepNotices(): Promise<void> {
  const before = new Date(clock.now().getTime() - NOTICE_KEPT_DAYS * DAY_MS);
  await db().notice.deleteMany({ where: { at: { lt: before } } });
}
