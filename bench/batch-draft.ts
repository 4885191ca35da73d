import { systemActor } from '@/lib/auth/actor';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { DEFAULT_LOOK } from '@/lib/batches/plan/plan';

/**
 * A draft of `count` codes with the scenes `<prefix>1`, `<prefix>2` …; a prefix that names a page is of permanent codes with
 * these paths.
 * @returns its id
 */
export async function draftOf(miniProgramId: string, prefix: string, count: number): Promise<string> {
  const actor = systemActor('bench');
  const isPermanent = prefix.startsWith('pages/');
  const target = isPermanent ? 'path' : 'scene';
  const series = [{ name: target, prefix, start: 1, count, step: 1, pad: 0, suffix: '' }];
  const id = await createDraft(actor, { miniProgramId, source: { kind: 'sequence', series } });
  await savePlan(actor, id, {
    endpoint: isPermanent ? 'getwxacode' : 'getwxacodeunlimit',
    fields: { [target]: { from: 'column', column: 0 } },
    look: DEFAULT_LOOK,
    policy: 'all',
  });
  return id;
}
