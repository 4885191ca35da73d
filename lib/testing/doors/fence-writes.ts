import { randomUUID } from 'node:crypto';
import { setAppDisabled } from '@/lib/apps/disable';
import { askPagesNow } from '@/lib/apps/pages/asked';
import { giveAppJson } from '@/lib/apps/pages/service';
import { declareParameters } from '@/lib/apps/parameters/service';
import { GOOD_DAY } from '@/lib/apps/sandbox/schema';
import { endSandboxTokens, resetSandbox, updateSandbox } from '@/lib/apps/sandbox/service';
import { deleteApp, updateApp } from '@/lib/apps/service';
import { testConnection } from '@/lib/apps/test-connection';
import { planOf } from '@/lib/batches/batch.fixture';
import { systemActor } from '@/lib/auth/actor';
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
import { startBulk, stopBulk, undoBulk } from '@/lib/bulk/start';
import { db } from '@/lib/db/client';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { promoteCode } from '@/lib/codes/generate/promote';
import { generateCode, regenerateCode, updateCode } from '@/lib/codes/generate/service';
import { outlineExport } from '@/lib/exports/scope/outline';
import { keepSelection } from '@/lib/exports/scope/selections';
import { removeExports, restoreExports } from '@/lib/exports/remove';
import { createExport, retryExport } from '@/lib/exports/service';
import { changeKey, createKey } from '@/lib/keys/service';
import { changeRobot, createRobot } from '@/lib/webhooks/robot-service';
import { newRobot } from '@/lib/webhooks/webhook.fixture';
import { changeWebhook, createWebhook } from '@/lib/webhooks/service';
import { setPrintState } from '@/lib/print/records/service';
import { dropLivePlan, setLiveTarget } from '@/lib/live/service';
import { adoptWeChatCount } from '@/lib/quota/service';
import { inviteMembers } from '@/lib/users/invitations';
import { changeSight } from '@/lib/users/sight';
import { setNewcomerRules } from '@/lib/users/sign-in-services/newcomers';
import type { Attack, Ids } from './fence-world';

const until = '2999-01-01T00:00:00.000Z';
const keyOf = (appId: string) => ({
  ...{ name: '收银', permissions: ['codes.read' as const], addresses: [], days: null },
  appIds: [appId],
});
const webhookOf = (appId: string) => ({
  ...{ name: '收银', url: 'https://hooks.example.com/c', events: ['code.ready' as const] },
  appIds: [appId],
});
async function firstWebhook(): Promise<string> {
  const known = await db().webhook.findFirst({ where: { robot: null }, orderBy: { id: 'asc' } });
  if (known) return known.id;
  return (await createWebhook(systemActor('test'), { ...webhookOf(''), appIds: null })).id;
}

/** There is one to change whatever was tried before. */
async function firstKey(): Promise<string> {
  const known = await db().apiKey.findFirst({ orderBy: { id: 'asc' } });
  if (known) return known.id;
  const data = { ...keyOf(''), appIds: null };
  return (await createKey(systemActor('test'), data)).id;
}

/** There is one to take back whatever was tried before. */
async function planOfLive(codeId: string): Promise<string> {
  const plan = await db().liveTarget.findFirst({
    where: { live: { codeId }, startsAt: { gt: new Date() } },
    select: { id: true },
  });
  return plan?.id ?? codeId;
}

const exportOf =
  (fields: (ids: Ids) => Record<string, string>): Attack =>
  (actor, ids) =>
    createExport(actor, new URLSearchParams({ format: 'csv', ...fields(ids) }));

/**
 * By the use case: every way in which it could change something of a Mini Program. `own` are ids of the Mini Program that the
 * actor sees, for what takes two.
 */
export function writesBeside(own: Ids): Record<string, Record<string, Attack>> {
  return {
    setAppDisabled: { id: (actor, { appId }) => setAppDisabled(actor, appId, true) },
    updateApp: { id: (actor, { appId }) => updateApp(actor, appId, { name: '改名' }) },
    deleteApp: { id: (actor, { appId }) => deleteApp(actor, appId) },
    testConnection: { id: (actor, { appId }) => testConnection(actor, appId) },
    giveAppJson: {
      id: (actor, { appId }) => giveAppJson(actor, appId, { text: '{"pages":["pages/a"]}' }),
    },
    declareParameters: {
      id: (actor, { appId }) =>
        declareParameters(actor, appId, { page: 'pages/a', parameters: [{ name: 'table' }] }),
    },
    askPagesNow: { id: (actor, { appId }) => askPagesNow(actor, appId) },
    updateSandbox: { id: (actor, { appId }) => updateSandbox(actor, appId, GOOD_DAY) },
    resetSandbox: { id: (actor, { appId }) => resetSandbox(actor, appId) },
    endSandboxTokens: { id: (actor, { appId }) => endSandboxTokens(actor, appId, 'expire') },
    adoptWeChatCount: { id: (actor, { appId }) => adoptWeChatCount(actor, appId) },
    generateCode: {
      id: (actor, { appId }) =>
        generateCode(actor, { miniProgramId: appId, endpoint: 'getwxacode', path: 'pages/a' }),
    },
    regenerateCode: { id: (actor, { codeId }) => regenerateCode(actor, codeId) },
    setLiveTarget: {
      id: (actor, { liveCodeId }) => setLiveTarget(actor, liveCodeId, { page: 'pages/new', parameters: {} }),
    },
    dropLivePlan: {
      id: async (actor, { liveCodeId }) => dropLivePlan(actor, liveCodeId, await planOfLive(liveCodeId)),
    },
    updateCode: { id: (actor, { codeId }) => updateCode(actor, codeId, { name: '改名', note: '' }) },
    stopBulk: { id: (actor, { bulkId }) => stopBulk(actor, bulkId) },
    undoBulk: { id: (actor, { bulkId }) => undoBulk(actor, bulkId) },
    createExport: {
      code: exportOf(({ codeId }) => ({ id: codeId })),
      selection: exportOf(({ selectionId }) => ({ selection: selectionId })),
      export: exportOf(({ exportId }) => ({ export: exportId })),
      batch: exportOf(({ batchId }) => ({ batch: batchId })),
      app: exportOf(({ appId }) => ({ app: appId })),
    },
    promoteCode: { id: (actor, { codeId }) => promoteCode(actor, codeId) },
    keepSelection: {
      codes: async (actor, { codeId }) => {
        const selection = await keepSelection(actor, [codeId]);
        return (await outlineExport(actor, new URLSearchParams({ selection }))).codes;
      },
    },
    startBulk: {
      batch: (actor, { batchId }) => {
        const scope = { filters: { ...NO_FILTERS, batch: batchId }, count: 1, until };
        return startBulk(actor, { kind: 'delete', scope });
      },
      app: (actor, { appId }) => {
        const scope = { filters: { ...NO_FILTERS, app: appId }, count: 2, until };
        return startBulk(actor, { kind: 'delete', scope });
      },
      codes: (actor, { codeId }) => startBulk(actor, { kind: 'archive', scope: { codeIds: [codeId] } }),
    },
    retryExport: { id: (actor, { exportId }) => retryExport(actor, exportId) },
    removeExports: { id: (actor, { exportId }) => removeExports(actor, [exportId]) },
    restoreExports: { id: (actor, { removedExportId }) => restoreExports(actor, [removedExportId]) },
    createDraft: {
      id: (actor, { appId }) =>
        createDraft(actor, { miniProgramId: appId, source: { kind: 'paste', text: 's=1' } }),
    },
    savePlan: { id: (actor, { draftId }) => savePlan(actor, draftId, planOf()) },
    editDraft: {
      id: (actor, { draftId }) =>
        editDraft(actor, {
          ...{ batchId: draftId, version: '0' },
          edits: [{ kind: 'put', top: 0, left: 0, cells: [['改']] }],
        }),
    },
    undoEdit: {
      id: (actor, { draftId }) => undoEdit(actor, { batchId: draftId, version: '0', way: 'undo' }),
    },
    rereadDraft: { id: (actor, { draftId }) => rereadDraft(actor, draftId, { options: {} }) },
    rereadDraftWhere: {
      id: (actor, { draftId }) => rereadDraftWhere(actor, { batchId: draftId, options: {} }, () => true),
    },
    renameBatch: { id: (actor, { batchId }) => renameBatch(actor, batchId, '改名') },
    dryRun: { id: (actor, { draftId }) => dryRun(actor, draftId, planOf()) },
    adoptPlan: {
      to: (actor, { draftId }) => adoptPlan(actor, draftId, own.batchId),
      from: (actor, { batchId }) => adoptPlan(actor, own.draftId, batchId),
    },
    adoptPreset: {
      to: (actor, { draftId }) => adoptPreset(actor, draftId, own.presetId),
      from: (actor, { presetId }) => adoptPreset(actor, own.draftId, presetId),
    },
    savePreset: { id: (actor, { draftId }) => savePreset(actor, { name: '改名', batchId: draftId }) },
    replacePreset: {
      preset: (actor, { presetId }) => replacePreset(actor, presetId, own.draftId),
      draft: (actor, { draftId }) => replacePreset(actor, own.presetId, draftId),
    },
    setPrintState: {
      id: (actor, { printId }) => setPrintState(actor, printId, { state: 'placed', note: '门口' }),
    },
    renamePreset: { id: (actor, { presetId }) => renamePreset(actor, presetId, '又改名') },
    deletePreset: { id: (actor, { presetId }) => deletePreset(actor, presetId) },
    pauseBatch: { id: (actor, { batchId }) => pauseBatch(actor, batchId) },
    resumeBatch: { id: (actor, { batchId }) => resumeBatch(actor, batchId) },
    retryRow: { id: (actor, { batchId }) => retryRow(actor, batchId, 1) },
    mendFaulty: { id: (actor, { batchId }) => mendFaulty(actor, batchId, () => '') },
    retryFailed: { id: (actor, { batchId }) => retryFailed(actor, batchId) },
    cancelBatch: { id: (actor, { batchId }) => cancelBatch(actor, batchId) },
    startBatch: { id: (actor, { draftId }) => startBatch(actor, draftId) },
    deleteDraft: { id: (actor, { draftId }) => deleteDraft(actor, draftId) },
    deleteDrafts: { id: (actor, { spareDraftId }) => deleteDrafts(actor, [spareDraftId]) },
    changeSight: {
      app: (actor, { appId, memberId }) => changeSight(actor, { id: memberId, appIds: [appId] }),
    },
    createKey: { app: (actor, { appId }) => createKey(actor, keyOf(appId)) },
    createWebhook: { app: (actor, { appId }) => createWebhook(actor, webhookOf(appId)) },
    changeWebhook: {
      app: async (actor, { appId }) =>
        changeWebhook(actor, await firstWebhook(), { ...webhookOf(appId), name: randomUUID() }),
    },
    createRobot: { app: (actor, { appId }) => createRobot(actor, { ...newRobot, appIds: [appId] }) },
    changeRobot: {
      app: async (actor, { appId }) => {
        const { id } = await createRobot(systemActor('test'), newRobot);
        return changeRobot(actor, id, { ...newRobot, appIds: [appId], name: randomUUID() });
      },
    },
    changeKey: { app: async (actor, { appId }) => changeKey(actor, await firstKey(), keyOf(appId)) },
    inviteMembers: {
      app: (actor, { appId }) =>
        inviteMembers(actor, { emails: 'new@suncode.test', role: 'VIEWER', appIds: [appId] }),
    },
    setNewcomerRules: {
      app: (actor, { appId }) =>
        setNewcomerRules(actor, { newcomers: 'member', role: 'VIEWER', appIds: [appId] }),
    },
  };
}
