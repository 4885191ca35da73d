import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectApp } from '@/lib/apps/connect-app';
import { setAppDisabled } from '@/lib/apps/disable';
import { codesOf, listHealth } from '@/lib/apps/health';
import { listApps, getApp } from '@/lib/apps/queries';
import { getAppPages, getKnownPages, listPageCounts } from '@/lib/apps/pages/queries';
import { askPagesNow } from '@/lib/apps/pages/asked';
import { giveAppJson } from '@/lib/apps/pages/service';
import { getDeclaredPages } from '@/lib/apps/parameters/queries';
import { declareParameters } from '@/lib/apps/parameters/service';
import { GOOD_DAY } from '@/lib/apps/sandbox/schema';
import { endSandboxTokens, getSandboxView, resetSandbox, updateSandbox } from '@/lib/apps/sandbox/service';
import { createApp, deleteApp, updateApp } from '@/lib/apps/service';
import { testConnection } from '@/lib/apps/test-connection';
import { listTokenEvents } from '@/lib/apps/token/token-events';
import { auditCsv } from '@/lib/audit/audit-csv';
import { readAuditFilters } from '@/lib/audit/filters';
import { appHistory, batchHistory, codeHistory } from '@/lib/audit/history';
import { getAuditKeep, setAuditKeep } from '@/lib/audit/keep';
import { listAudit, listAuditPeople } from '@/lib/audit/queries';
import { getBackups } from '@/lib/backup/kept/queries';
import { startBackup } from '@/lib/backup/kept/service';
import { findBatchName } from '@/lib/batches/batch-name';
import { getDryRunRows } from '@/lib/batches/check/dry-run';
import { findInGrid, getGridRows } from '@/lib/batches/edit/grid-rows';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { listPresets } from '@/lib/batches/plan/presets';
import { errorList } from '@/lib/batches/report/errors-csv';
import {
  getBatch,
  getBatchProgress,
  listActiveBatches,
  listBatches,
  openBatch,
} from '@/lib/batches/report/queries';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { getBulk, listRunningBulks } from '@/lib/bulk/queries';
import { sampleNames, sampleTargets } from '@/lib/bulk/sample';
import { countMatching } from '@/lib/bulk/scope';
import { startBulk, stopBulk, undoBulk } from '@/lib/bulk/start';
import { countCodes } from '@/lib/codes/find/count';
import { countFacet } from '@/lib/codes/find/facets';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { getVector } from '@/lib/print/vector/queries';
import {
  getCode,
  getMade,
  getPicture,
  getReplacement,
  listCodes,
  listCreators,
} from '@/lib/codes/find/queries';
import { listOtherVersions, promoteCode } from '@/lib/codes/generate/promote';
import { generateCode, regenerateCode, updateCode } from '@/lib/codes/generate/service';
import { getThumbnail } from '@/lib/codes/picture/thumbnail';
import { db } from '@/lib/db/client';
import { getExport, listExports, startingOptions } from '@/lib/exports/queries';
import { outlineExport } from '@/lib/exports/scope/outline';
import { resolveScope } from '@/lib/exports/scope/scope';
import { keepSelection } from '@/lib/exports/scope/selections';
import { removeExports, restoreExports } from '@/lib/exports/remove';
import { createExport, fetchExport, retryExport } from '@/lib/exports/service';
import { listKeys } from '@/lib/keys/queries';
import { changeKey, createKey, revokeKey, rotateKey } from '@/lib/keys/service';
import { countUnread, listNoticeChoices, listNotices } from '@/lib/notices/queries';
import { chooseNotices, readNotices } from '@/lib/notices/service';
import { STEPS, takersOfActors } from '@/lib/testing/doors/use-cases';
import { WEBHOOK_USES } from '@/lib/webhooks/webhook.fixture';
import { listFolders } from '@/lib/folders/queries';
import { createFolder, deleteFolder, renameFolder } from '@/lib/folders/service';
import { getFirstSteps, makeExample } from '@/lib/overview/first-steps';
import { listRunning } from '@/lib/overview/running';
import { listToDos } from '@/lib/overview/to-dos';
import { codesPerDay, codesPutAway } from '@/lib/overview/trend';
import { getLive } from '@/lib/live/queries';
import { SCAN_FIGURES, SCAN_FILE, SCAN_KEEP } from '@/lib/live/scans/scans.fixture';
import { dropLivePlan, setLiveTarget } from '@/lib/live/service';
import { listQuotas } from '@/lib/quota/queries';
import { designSample, listDesigns, openDesign } from '@/lib/print/designs/queries';
import { onePixel } from '@/lib/print/pictures/one-pixel.fixture';
import { getPrintPicture } from '@/lib/print/pictures/queries';
import { addPicture } from '@/lib/print/pictures/service';
import { createDesign, deleteDesign, renameDesign, saveDesign } from '@/lib/print/designs/service';
import { blankDesign } from '@/lib/print/design-pieces';
import { checkPrint } from '@/lib/print/check';
import { preparePrint } from '@/lib/print/queries';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { getPrint, listPrints, listPrintsOfCode } from '@/lib/print/records/queries';
import { setPrintState } from '@/lib/print/records/service';
import { deleteStock, listStocks, renameStock, saveStock } from '@/lib/print/stocks/service';
import { adoptWeChatCount } from '@/lib/quota/service';
import { getPurpose, listPurposes } from '@/lib/purposes/queries';
import { orderPurposes, removePurpose, savePurpose, setPurposeHidden } from '@/lib/purposes/service';
import { listTags } from '@/lib/tags/queries';
import { createTag, deleteTag, updateTag } from '@/lib/tags/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';
import { inviteMembers, listInvitations, revokeInvitation } from '@/lib/users/invitations';
import { changeRole, deactivateMember, listMembers, reactivateMember } from '@/lib/users/members';
import { createResetLink } from '@/lib/users/password-reset';
import { listPasskeys } from '@/lib/users/passkeys/queries';
import {
  addPasskey,
  askForOwnPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
} from '@/lib/users/passkeys/service';
import { resetSecondStep, setSecondStepRequired } from '@/lib/users/second-step/members';
import { getSecondStep } from '@/lib/users/second-step/queries';
import {
  confirmSecondStep,
  renewRecoveryCodes,
  startSecondStep,
  turnOffSecondStep,
} from '@/lib/users/second-step/service';
import { ASKS_OF_MANAGERS, ASKS_OF_MEMBERS } from '@/lib/users/sign-in-services/asks.fixture';
import { changePassword, keepPreferences, updateProfile } from '@/lib/users/service';
import { changeSight } from '@/lib/users/sight';
import { endSessions, listSessions } from '@/lib/users/sessions';
import { listViews } from '@/lib/views/queries';
import { createView, deleteView, updateView } from '@/lib/views/service';
import { getSystem } from '@/lib/watch/system';
import type { UserActor } from './actor';
import { ASKS_OF_BATCH_MAKERS } from './batch-asks.fixture';
import { PERMISSIONS, type Permission } from './permissions';
import {
  ID,
  app,
  settings,
  live,
  view,
  passwords,
  proof,
  passkey,
  key,
  tag,
  folder,
  purpose,
  fields,
  scope,
  everything,
  code,
} from './use-cases.fixture';

useDatabase();

type UseCase = (actor: UserActor) => Promise<unknown>;

async function exportOfAnother(): Promise<string> {
  const data = { ...({ format: 'csv', scope: {}, options: {} } as const), fileTime: new Date() };
  return (await db().export.create({ data })).id;
}

/** Written out a second time on purpose: whoever takes a question away says here that it was meant. */
const ASKS: Record<Permission, Record<string, UseCase>> = {
  'account.manage': {
    listSessions: (actor) => listSessions(actor, 'zh-CN'),
    endSessions: (actor) => endSessions(actor, { id: ID }, { proof, site: null }),
    changePassword: (actor) => changePassword(actor, passwords),
    keepPreferences: (actor) => keepPreferences(actor, { theme: 'dark' }),
    countUnread,
    listNotices: (actor) => listNotices(actor, 'zh-CN'),
    listNoticeChoices: (actor) => listNoticeChoices(actor),
    readNotices: (actor) => readNotices(actor, { upTo: ID }),
    chooseNotices: (actor) => chooseNotices(actor, { kind: 'batch.finished', way: 'mail', isOn: true }),
    updateProfile: (actor) => updateProfile(actor, { ...actor, currentPassword: '' }),
    getSecondStep: (actor) => getSecondStep(actor),
    startSecondStep: (actor) => startSecondStep(actor),
    confirmSecondStep: (actor) => confirmSecondStep(actor, proof, ID),
    renewRecoveryCodes: (actor) => renewRecoveryCodes(actor, proof, null),
    turnOffSecondStep: (actor) => turnOffSecondStep(actor, proof, null),
    listPasskeys: (actor) => listPasskeys(actor),
    startPasskey: (actor) => startPasskey(actor, proof, null),
    askForOwnPasskey: (actor) => askForOwnPasskey(actor, null),
    addPasskey: (actor) =>
      addPasskey(actor, { name: 'x', answer: passkey }, { site: null, keptSessionId: ID }),
    renamePasskey: (actor) => renamePasskey(actor, { id: ID, name: 'x' }),
    removePasskey: (actor) => removePasskey(actor, { id: ID, proof }, { site: null, keptSessionId: ID }),
    ...ASKS_OF_MEMBERS,
  },
  'apps.read': {
    listApps: (actor) => listApps(actor),
    getApp: (actor) => getApp(actor, ID),
    listHealth: (actor) => listHealth(actor),
    getKnownPages: (actor) => getKnownPages(actor, ID),
    getDeclaredPages: (actor) => getDeclaredPages(actor, ID),
    getAppPages: (actor) => getAppPages(actor, ID),
    listPageCounts: (actor) => listPageCounts(actor),
  },
  'apps.manage': {
    connectApp: (actor) => connectApp(actor, live),
    setAppDisabled: (actor) => setAppDisabled(actor, ID, true),
    createApp: (actor) => createApp(actor, app),
    updateApp: (actor) => updateApp(actor, ID, settings),
    deleteApp: (actor) => deleteApp(actor, ID),
    testConnection: (actor) => testConnection(actor, ID),
    listTokenEvents: (actor) => listTokenEvents(actor),
    getSandboxView: (actor) => getSandboxView(actor, ID),
    updateSandbox: (actor) => updateSandbox(actor, ID, GOOD_DAY),
    resetSandbox: (actor) => resetSandbox(actor, ID),
    endSandboxTokens: (actor) => endSandboxTokens(actor, ID, 'expire'),
    appHistory: (actor) => appHistory(actor, ID),
    adoptWeChatCount: (actor) => adoptWeChatCount(actor, ID),
  },
  'codes.read': {
    listCodes: (actor) => listCodes(actor, NO_FILTERS),
    listPrintsOfCode: (actor) => listPrintsOfCode(actor, ID),
    getCode: (actor) => getCode(actor, ID),
    getMade: (actor) => getMade(actor, ID),
    getReplacement: (actor) => getReplacement(actor, ID),
    listOtherVersions: (actor) => listOtherVersions(actor, ID),
    getLive: (actor) => getLive(actor, ID),
    codeHistory: (actor) => codeHistory(actor, ID),
    getPicture: (actor) => getPicture(actor, ID),
    getVector: (actor) => getVector(actor, ID, {}),
    listCreators: (actor) => listCreators(actor),
    countCodes: (actor) => countCodes(actor, NO_FILTERS),
    countFacet: (actor) => countFacet(actor, 'tag', NO_FILTERS),
    getThumbnail: (actor) => getThumbnail(actor, ID, 96),
    codesOf: (actor) => codesOf(actor, ID),
    getFirstSteps: (actor) => getFirstSteps(actor),
    listToDos: (actor) => listToDos(actor),
    codesPerDay: (actor) => codesPerDay(actor, 'all', new Date()),
    codesPutAway: (actor) => codesPutAway(actor, 'all', new Date()),
    ...SCAN_FIGURES,
    countMatching: (actor) => countMatching(actor, NO_FILTERS),
    getBulk: (actor) => getBulk(actor, ID),
    listRunningBulks: (actor) => listRunningBulks(actor),
    listPurposes: (actor) => listPurposes(actor, 'zh-CN'),
    listTags: (actor) => listTags(actor),
    listFolders: (actor) => listFolders(actor),
    listViews: (actor) => listViews(actor),
    createView: (actor) => createView(actor, view),
    updateView: (actor) => updateView(actor, ID, view),
    deleteView: (actor) => deleteView(actor, ID),
  },
  'codes.write': {
    makeExample: (actor) => makeExample(actor, '示例'),
    generateCode: (actor) => generateCode(actor, code),
    giveAppJson: (actor) => giveAppJson(actor, ID, { text: '{"pages":["a"]}' }),
    askPagesNow: (actor) => askPagesNow(actor, ID),
    declareParameters: (actor) =>
      declareParameters(actor, ID, { page: 'pages/a', parameters: [{ name: 'table' }] }),
    regenerateCode: (actor) => regenerateCode(actor, ID),
    promoteCode: (actor) => promoteCode(actor, ID),
    updateCode: (actor) => updateCode(actor, ID, { name: '门口', note: '' }),
    startBulk: (actor) => startBulk(actor, { kind: 'archive', scope }),
    undoBulk: (actor) => undoBulk(actor, ID),
    stopBulk: (actor) => stopBulk(actor, ID),
    sampleNames: (actor) => sampleNames(actor, scope),
    sampleTargets: (actor) => sampleTargets(actor, scope),
    setLiveTarget: (actor) => setLiveTarget(actor, ID, { page: '', parameters: {} }),
    dropLivePlan: (actor) => dropLivePlan(actor, ID, ID),
    setPrintState: (actor) => setPrintState(actor, ID, { state: 'sent', note: '' }),
    saveStock: (actor) => saveStock(actor, { ...USUAL_OWN, name: '三列' }),
    renameStock: (actor) => renameStock(actor, ID, '三列'),
    deleteStock: (actor) => deleteStock(actor, ID),
    addPicture: (actor) => addPicture(actor, { designId: ID, file: onePixel() }),
    createDesign: (actor) => createDesign(actor, { from: 'blank', name: '新', locale: 'zh-CN' }),
    saveDesign: (actor) => saveDesign(actor, ID, { revision: 1, stock: 'a4', design: blankDesign() }),
    renameDesign: (actor) => renameDesign(actor, ID, '新'),
    deleteDesign: (actor) => deleteDesign(actor, ID),
    createTag: (actor) => createTag(actor, tag),
    updateTag: (actor) => updateTag(actor, ID, tag),
    deleteTag: (actor) => deleteTag(actor, ID),
    createFolder: (actor) => createFolder(actor, folder),
    renameFolder: (actor) => renameFolder(actor, ID, folder),
    deleteFolder: (actor) => deleteFolder(actor, ID),
    'createView, shared': (actor) => createView(actor, { ...view, shared: true }),
    'updateView, shared': (actor) => updateView(actor, ID, { ...view, shared: true }),
  },
  'codes.export': {
    ...SCAN_FILE,
    'listRunning, of exports': (actor) => listRunning(actor),
    createExport: (actor) => createExport(actor, fields),
    retryExport: (actor) => retryExport(actor, ID),
    getExport: (actor) => getExport(actor, ID),
    removeExports: (actor) => removeExports(actor, [ID]),
    restoreExports: (actor) => restoreExports(actor, [ID]),
    fetchExport: (actor) => fetchExport(actor, ID),
    listExports: (actor) => listExports(actor, everything),
    startingOptions: (actor) => startingOptions(actor, null),
    keepSelection: (actor) => keepSelection(actor, [ID]),
    resolveScope: (actor) => resolveScope(actor, fields),
    outlineExport: (actor) => outlineExport(actor, fields),
    listStocks: (actor) => listStocks(actor),
    getPrintPicture: (actor) => getPrintPicture(actor, ID),
    listDesigns: (actor) => listDesigns(actor),
    designSample: (actor) => designSample(actor),
    openDesign: (actor) => openDesign(actor, ID, fields),
    listPrints: (actor) => listPrints(actor, { app: 'all', tab: 'all', q: '' }),
    getPrint: (actor) => getPrint(actor, ID, -1),
    preparePrint: (actor) => preparePrint(actor, fields),
    checkPrint: (actor) => checkPrint(actor, fields),
  },
  'purposes.manage': {
    getPurpose: (actor) => getPurpose(actor, ID, 'zh-CN'),
    savePurpose: (actor) => savePurpose(actor, null, { definition: purpose, pages: {} }),
    setPurposeHidden: (actor) => setPurposeHidden(actor, ID, true),
    orderPurposes: (actor) => orderPurposes(actor, ['table']),
    removePurpose: (actor) => removePurpose(actor, ID),
  },
  'exports.manage': {
    'removeExports, of others': async (actor) => removeExports(actor, [await exportOfAnother()]),
  },
  'batches.read': {
    'listToDos, of batches': (actor) => listToDos(actor),
    listRunning: (actor) => listRunning(actor),
    listBatches: (actor) => listBatches(actor, everything),
    listActiveBatches,
    getBatch: (actor) => getBatch(actor, ID),
    openBatch: (actor) => openBatch(actor, ID),
    getBatchProgress: (actor) => getBatchProgress(actor, ID),
    batchHistory: (actor) => batchHistory(actor, ID),
    listBatchRows: (actor) => listBatchRows(actor, ID, {}),
    errorList: (actor) => errorList(actor, ID, () => ''),
    getGridRows: (actor) => getGridRows(actor, ID, { version: '0', from: 0 }),
    findInGrid: (actor) =>
      findInGrid(actor, ID, {
        ...{ version: '0', search: { text: 'A', matchCase: false, wholeCell: false } },
        after: { row: 0, column: 0 },
      }),
    findBatchName: (actor) => findBatchName(actor, ID),
    listPresets: (actor) => listPresets(actor),
    getDraft: (actor) => getDraft(actor, ID),
    getDryRunRows: (actor) => getDryRunRows(actor, ID, {}),
  },
  'batches.write': ASKS_OF_BATCH_MAKERS,
  'quota.read': {
    listQuotas: (actor) => listQuotas(actor),
  },
  'members.manage': {
    listMembers: (actor) => listMembers(actor),
    changeRole: (actor) => changeRole(actor, { id: ID, role: 'VIEWER' }),
    changeSight: (actor) => changeSight(actor, { id: ID, appIds: null }),
    deactivateMember: (actor) => deactivateMember(actor, ID, null),
    reactivateMember: (actor) => reactivateMember(actor, ID),
    listInvitations: (actor) => listInvitations(actor),
    inviteMembers: (actor) => inviteMembers(actor, { emails: '', role: 'VIEWER' }),
    revokeInvitation: (actor) => revokeInvitation(actor, ID),
    createResetLink: (actor) => createResetLink(actor, ID),
    resetSecondStep: (actor) => resetSecondStep(actor, ID),
    setSecondStepRequired: (actor) => setSecondStepRequired(actor, true),
    ...ASKS_OF_MANAGERS,
  },
  'webhooks.manage': WEBHOOK_USES,
  'keys.manage': {
    listKeys: (actor) => listKeys(actor),
    createKey: (actor) => createKey(actor, key),
    changeKey: (actor) => changeKey(actor, ID, key),
    rotateKey: (actor) => rotateKey(actor, ID, 0),
    revokeKey: (actor) => revokeKey(actor, ID),
  },
  'audit.read': {
    listAudit: (actor) => listAudit(actor, readAuditFilters({})),
    listAuditPeople: (actor) => listAuditPeople(actor),
    auditCsv: (actor) => auditCsv(actor, readAuditFilters({}), String),
    getAuditKeep: (actor) => getAuditKeep(actor),
    setAuditKeep: (actor) => setAuditKeep(actor, { days: 365 }),
  },
  'system.manage': {
    ...SCAN_KEEP,
    getBackups: (actor) => getBackups(actor),
    getSystem: (actor) => getSystem(actor),
    startBackup: (actor) => startBackup(actor),
  },
};

const table = { ...PERMISSIONS };
let actor: UserActor;

beforeAll(async () => {
  actor = await insertActor('ADMIN');
});

afterEach(() => {
  Object.assign(PERMISSIONS, table);
});

test('each function that takes an actor is one of these', () => {
  const known = new Set([...Object.values(ASKS).flatMap((asks) => Object.keys(asks)), ...STEPS]);
  expect(takersOfActors().filter((name) => !known.has(name))).toEqual([]);
});

describe.each(Object.entries(ASKS))('without %s nobody gets through', (permission, useCases) => {
  test.each(Object.entries(useCases))('%s', async (_name, useCase) => {
    Object.assign(PERMISSIONS, { [permission]: [] });
    await expect(useCase(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
