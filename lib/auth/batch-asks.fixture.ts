import type { UserActor } from './actor';
import { planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { createDraft } from '@/lib/batches/draft/create-draft';
import {
  deleteDraft,
  deleteDrafts,
  renameBatch,
  rereadDraft,
  rereadDraftWhere,
  savePlan,
} from '@/lib/batches/draft/drafts';
import { editDraft, undoEdit } from '@/lib/batches/edit/edit-draft';
import { adoptPlan, adoptPreset } from '@/lib/batches/plan/adopt-plan';
import { deletePreset, renamePreset, replacePreset, savePreset } from '@/lib/batches/plan/presets';
import { mendFaulty } from '@/lib/batches/draft/mend-faulty';
import { cancelBatch, pauseBatch, resumeBatch, retryFailed, retryRow } from '@/lib/batches/run/control';
import { startBatch } from '@/lib/batches/run/start';
import { ID, draft } from './use-cases.fixture';

// Each use case of who makes batches once, for the test that nobody gets through without the permission.

export const ASKS_OF_BATCH_MAKERS: Record<string, (actor: UserActor) => Promise<unknown>> = {
  editDraft: (actor) =>
    editDraft(actor, { batchId: ID, version: '0', edits: [{ kind: 'remove', top: 0, bottom: 0 }] }),
  undoEdit: (actor) => undoEdit(actor, { batchId: ID, version: '0', way: 'undo' }),
  createDraft: (actor) => createDraft(actor, draft),
  savePlan: (actor) => savePlan(actor, ID, planOf()),
  rereadDraftWhere: (actor) => rereadDraftWhere(actor, { batchId: ID, options: {} }, () => true),
  rereadDraft: (actor) => rereadDraft(actor, ID, { options: {} }),
  renameBatch: (actor) => renameBatch(actor, ID, '桌码'),
  deleteDraft: (actor) => deleteDraft(actor, ID),
  deleteDrafts: (actor) => deleteDrafts(actor, [ID]),
  dryRun: (actor) => dryRun(actor, ID, planOf()),
  adoptPlan: (actor) => adoptPlan(actor, ID, ID),
  adoptPreset: (actor) => adoptPreset(actor, ID, ID),
  savePreset: (actor) => savePreset(actor, { name: '桌贴', batchId: ID }),
  replacePreset: (actor) => replacePreset(actor, ID, ID),
  renamePreset: (actor) => renamePreset(actor, ID, '桌贴'),
  deletePreset: (actor) => deletePreset(actor, ID),
  startBatch: (actor) => startBatch(actor, ID),
  pauseBatch: (actor) => pauseBatch(actor, ID),
  resumeBatch: (actor) => resumeBatch(actor, ID),
  cancelBatch: (actor) => cancelBatch(actor, ID),
  retryFailed: (actor) => retryFailed(actor, ID),
  mendFaulty: (actor) => mendFaulty(actor, ID, () => ''),
  retryRow: (actor) => retryRow(actor, ID, 1),
};
