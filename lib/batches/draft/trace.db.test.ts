import { beforeEach, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { fileDraft, planOf } from '@/lib/batches/batch.fixture';
import { cancelBatch } from '@/lib/batches/run/control';
import { startBatch } from '@/lib/batches/run/start';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { createDraft } from './create-draft';
import { rereadDraft, savePlan } from './drafts';

useDatabase();

let actor: UserActor;
let miniProgramId: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  miniProgramId = (await insertApp()).id;
});

test('what becomes of a batch is written down, step by step, with who did it', async () => {
  const id = await createDraft(actor, fileDraft(miniProgramId, 'path\npages/a\npages/b\npages/a\n'));
  await rereadDraft(actor, id, { options: { headerRow: null } });
  const path = { from: 'column', column: 0 } as const;
  await savePlan(actor, id, planOf({ scene: undefined, path }, { endpoint: 'getwxacode' }));
  await startBatch(actor, id);
  const counts = await db().batch.findUniqueOrThrow({ where: { id } });
  expect(counts).toMatchObject({ rowCount: 4, newCount: 3, reusedCount: 0, skippedCount: 1 });
  await cancelBatch(actor, id);
  const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(events.every(({ actorId }) => actorId === actor.id)).toBe(true);
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ['batch.draft', { source: 'file', rows: 3 }],
    ['batch.reread', { rows: 4 }],
    ['batch.start', { endpoint: 'getwxacode', rows: 4, new: 3, quotaNeeded: 3 }],
    ['batch.cancel', null],
  ]);
});

test('a batch that costs more of the limit than was shown is not started', async () => {
  const id = await createDraft(actor, fileDraft(miniProgramId, 'path\npages/a\npages/b\n'));
  const path = { from: 'column', column: 0 } as const;
  await savePlan(actor, id, planOf({ scene: undefined, path }, { endpoint: 'getwxacode' }));
  const changed = { code: 'BATCH_CHANGED', values: { count: 2, needed: 2 } };
  await expect(startBatch(actor, id, { newRows: 2, needed: 1 })).rejects.toMatchObject(changed);
  await expect(startBatch(actor, id, { newRows: 1, needed: 2 })).rejects.toMatchObject(changed);
  await startBatch(actor, id, { newRows: 2, needed: 2 });
});
