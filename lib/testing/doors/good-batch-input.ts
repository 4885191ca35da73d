import { planOf } from '@/lib/batches/batch.fixture';
import { TABLE } from '@/lib/testing/world';
import type { Given } from './given';

/** What the actions for batches take: drafts, their tables and plans, presets, and what runs. */
export function batchInputs({
  appId,
  draftId,
  batchId,
  presetId,
  name,
  nobody,
}: Given): Record<string, unknown[]> {
  const series = [{ name: '桌', prefix: 'T', suffix: '号', start: 1, count: 3, step: 1, pad: 2 }];
  const draft = (source: unknown) => ({ miniProgramId: appId, name, source });
  const table = new File([TABLE], '桌码.csv');
  const plan = planOf({
    name: { from: 'fixed', value: name },
    path: { from: 'template', template: 'p?t={名称}', encode: 'percent' },
  });
  return {
    'batches/actions#createDraftAction': [
      draft({
        kind: 'file',
        file: table,
        options: { headerRow: 1, encoding: 'utf-8', delimiter: 'comma', sheet: 'a' },
      }),
      draft({ kind: 'paste', text: TABLE, options: { headerRow: 1, kept: ['hints'] } }),
      ...[draft({ kind: 'sequence', series }), draft({ kind: 'rows', columns: ['scene'], rows: [['1']] })],
    ],
    'batches/actions#rereadDraftAction': [
      { batchId: draftId, options: { encoding: 'gb18030', sheet: 'a', skipHidden: true, isTurned: false } },
    ],
    'batches/actions#savePlanAction': [{ batchId: draftId, plan }],
    'batches/actions#adoptPlanAction': [{ batchId: draftId, fromBatchId: batchId }],
    'batches/actions#adoptPresetAction': [{ batchId: draftId, presetId }],
    'batches/actions#renameBatchAction': [{ batchId, name }],
    'batches/actions#deleteDraftAction': [{ batchId: nobody }],
    'batches/actions#deleteDraftsAction': [{ batchIds: [nobody] }],
    'batches/actions#dryRunAction': [{ batchId: draftId, plan }],
    'batches/actions#startBatchAction': [{ batchId: draftId, seen: { newRows: 999, needed: 0 } }],
    'batches/actions#savePresetAction': [{ batchId: draftId, name }],
    'batches/actions#renamePresetAction': [{ presetId, name }],
    'batches/actions#replacePresetAction': [{ presetId, batchId: draftId }],
    'batches/actions#deletePresetAction': [{ presetId: nobody }],
    'batches/edit/edit-actions#editDraftAction': [
      {
        ...{ batchId: draftId, version: '0', isContinued: false },
        edits: [
          { kind: 'put', top: 0, left: 0, cells: [['A1']], isPasted: true },
          { kind: 'fill', range: { top: 0, bottom: 0, left: 0, right: 0 }, text: 'x' },
          { kind: 'replace', search: { text: 'x', matchCase: true, wholeCell: false }, text: 'y' },
          { kind: 'remove', top: 1, bottom: 1 },
          { kind: 'add', rows: 1 },
        ],
      },
    ],
    'batches/edit/edit-actions#undoEditAction': [{ batchId: draftId, version: '0', way: 'undo' }],
    'batches/run-actions#pauseBatchAction': [{ batchId }],
    'batches/run-actions#resumeBatchAction': [{ batchId }],
    'batches/run-actions#cancelBatchAction': [{ batchId: nobody }],
    'batches/run-actions#retryFailedAction': [{ batchId, cause: 'unknownErrcode:1' }],
    'batches/run-actions#mendFaultyAction': [{ batchId }],
    'batches/run-actions#retryRowAction': [{ batchId, rowNumber: 1 }],
  };
}
