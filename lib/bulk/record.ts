import 'server-only';
import { changesOf, type AuditValue } from '@/lib/audit/changes';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { clock, minuteOf } from '@/lib/clock';
import type { Tx } from '@/lib/db/client';
import type { Bulk } from '@/lib/db/generated/client';
import { readCurrent } from '@/lib/live/current';
import { parametersText } from '@/lib/live/parameters-text';
import { beginning, type Retarget } from '@/lib/live/retarget';
import { liveRules, rulesText } from '@/lib/live/rules';
import { toldTarget, toTarget } from '@/lib/live/target';
import type { BulkAction, BulkScope } from './kinds';
import { storedBulk } from './stored';

async function namesOfTags(tx: Tx, ids: string[]): Promise<string[]> {
  const where = { id: { in: ids } };
  const tags = await tx.tag.findMany({ where, select: { name: true }, orderBy: { name: 'asc' } });
  return tags.map(({ name }) => name);
}

/** What an action changes of a code, in the words of people. */
type Look = { name: string; [field: string]: AuditValue };

async function lookAtLabels(tx: Tx, codeId: string): Promise<Look | null> {
  const select = { name: true, tagIds: true, folder: { select: { name: true } } } as const;
  const code = await tx.code.findUnique({ where: { id: codeId }, select });
  if (!code) return null;
  const tags = await namesOfTags(tx, code.tagIds);
  return { name: code.name, folder: code.folder?.name ?? null, tags };
}

async function lookAtTarget(tx: Tx, codeId: string, values: Retarget): Promise<Look | null> {
  const select = { name: true, live: { select: { key: true } } } as const;
  const code = await tx.code.findUnique({ where: { id: codeId }, select });
  if (!code) return null;
  const [now] = code.live
    ? await readCurrent(tx, [code.live.key], beginning(values.startsAt, clock.now()))
    : [];
  return { name: code.name, ...(now ? toldTarget(toTarget(now)) : {}) };
}

const lookAt = (tx: Tx, action: BulkAction, codeId: string) =>
  action.kind === 'retarget' ? lookAtTarget(tx, codeId, action.values) : lookAtLabels(tx, codeId);

const plannedFor = (startsAt: string): Record<string, string> =>
  startsAt === '' ? {} : { startsAt: minuteOf(new Date(startsAt)) };

/** What is changed, and nothing of what stays. */
const wordsOfTarget = ({ page, parameters, isPaused, message, rules, startsAt }: Retarget) => ({
  ...(page !== null && { page }),
  ...(parameters.length > 0 && { parameters: parametersText(Object.fromEntries(parameters)) }),
  ...(isPaused !== null && { isPaused }),
  ...(isPaused && message !== '' && { message }),
  ...(rules !== null && { rules: rulesText(liveRules(rules)) }),
  ...plannedFor(startsAt),
});

/** What is done to all of them. */
async function wordsOf(tx: Tx, action: BulkAction): Promise<Record<string, AuditValue>> {
  switch (action.kind) {
    case 'addTags':
    case 'removeTags':
      return { tags: await namesOfTags(tx, action.values.tagIds) };
    case 'move': {
      const id = action.values.folderId;
      const folder =
        id === null ? null : await tx.folder.findUnique({ where: { id }, select: { name: true } });
      return { folder: folder?.name ?? '' };
    }
    case 'rename':
      return { pattern: action.values.pattern };
    case 'retarget':
      return wordsOfTarget(action.values);
    default:
      return {};
  }
}

const detailsOf = (bulkId: string, action: BulkAction) => ({
  bulkId,
  ...(action.kind === 'retarget' ? plannedFor(action.values.startsAt) : {}),
});

/**
 * Takes the first step of an action and records it. Of one code the record says so itself, and what became of it; of many
 * the action's own row knows which.
 */
export async function recordBulk(
  tx: Tx,
  actor: Actor,
  { bulk, scope, step }: { bulk: Bulk; scope: BulkScope; step: () => Promise<Bulk> },
): Promise<Bulk> {
  const { id, kind, total } = bulk;
  const done = storedBulk(bulk).action;
  const action = `code.${kind}` as const;
  const only = 'codeIds' in scope && scope.codeIds.length === 1 ? scope.codeIds[0] : undefined;
  if (only === undefined) {
    const details = { count: total, ...(await wordsOf(tx, done)) };
    await recordAudit(tx, actor, { action, targetId: id, targetKind: 'bulk', details });
    return step();
  }
  const before = await lookAt(tx, done, only);
  const stepped = await step();
  // It was so already, or could not be done.
  if (stepped.state === 'FINISHED' && stepped.changedCount === 0) return stepped;
  const after = await lookAt(tx, done, only);
  const changes = before && after ? changesOf(before, after) : undefined;
  const targetName = before?.name ?? '';
  await recordAudit(tx, actor, { action, targetId: only, targetName, changes, details: detailsOf(id, done) });
  return stepped;
}
