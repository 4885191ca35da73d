import { systemActor } from '@/lib/auth/actor';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { savePlan } from '@/lib/batches/draft/drafts';
import { DEFAULT_LOOK } from '@/lib/batches/plan/plan';

/** A draft of `count` codes of endpoint B with the scenes `<prefix>1`, `<prefix>2` … @returns its id */
export async function draftOf(miniProgramId: string, prefix: string, count: number): Promise<string> {
  const actor = systemActor('bench');
  const series = [{ name: 'scene', prefix, start: 1, count, step: 1, pad: 0, suffix: '' }];
  const id = await createDraft(actor, { miniProgramId, source: { kind: 'sequence', series } });
  await savePlan(actor, id, {
    endpoint: 'getwxacodeunlimit',
    fields: { scene: { from: 'column', column: 0 } },
    look: DEFAULT_LOOK,
    policy: 'all',
  });
  return id;
}
