import { randomUUID } from 'node:crypto';
import { GOOD_DAY } from '@/lib/apps/sandbox/schema';
import { planOf } from '@/lib/batches/batch.fixture';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { onePixel } from '@/lib/print/pictures/one-pixel.fixture';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { blankDesign } from '@/lib/print/design-pieces';
import { inAnHour } from '@/lib/live/live.fixture';
import { TABLE, type World } from '@/lib/testing/world';
import { programInputs } from './good-program-input';

/** Every field of an address that our routes and pages read, with a value that is right. */
export function goodFields(world: World): Record<string, Record<string, string>> {
  const filters = {
    ...{
      q: '桌 1',
      app: 'all',
      endpoint: 'getwxacode',
      status: 'READY',
      cause: 'quota',
      creator: world.actor.id,
    },
    ...{ batch: world.batchId, from: '2026-01-01', to: '2026-12-31', tag: world.tagId },
    ...{ folder: 'none', place: 'trash', sort: 'name', view: 'table' },
  };
  const audit = { who: world.actor.id, area: 'codes', from: '2026-01-01', to: '2026-12-31', q: '桌' };
  const scans = {
    ...{ app: world.appId, batch: world.batchId, folder: 'none', tag: world.tagId, kind: 'press' },
    ...{ period: '7', from: '2026-01-01', to: '2026-01-31', age: '30', printed: '1' },
  };
  const scope = { id: world.codeId, selection: world.selectionId, export: world.exportId };
  return {
    'api/apps/[appId]/history': {},
    'api/apps/[appId]/pages': {},
    'api/apps/[appId]/parameters': {},
    'api/audit': { ...audit, cursor: '' },
    'api/audit/csv': audit,
    'api/batches': { app: world.appId, tab: 'drafts', q: '桌', cursor: '' },
    'api/batches/[batchId]': {},
    'api/batches/[batchId]/check': { verdict: 'invalid', after: '1' },
    'api/batches/[batchId]/errors': {},
    'api/batches/[batchId]/grid': { version: '0', from: '0' },
    'api/batches/[batchId]/grid/find': {
      version: '0',
      text: 'a',
      row: '0',
      column: '0',
      case: '1',
      whole: '1',
    },
    'api/batches/[batchId]/history': {},
    'api/batches/[batchId]/rows': { status: 'failed', cause: 'unknownErrcode:1', after: '1' },
    'api/bulks': {},
    'api/bulks/[bulkId]': {},
    'api/codes': { ...filters, cursor: '' },
    'api/codes/count': { ...filters, exact: '1' },
    'api/codes/facets': { ...filters, facet: 'tag' },
    'api/codes/[codeId]/history': {},
    'api/codes/[codeId]/image': { w: '96', download: '', v: 'x' },
    'api/codes/[codeId]/vector': { type: 'svg' },
    'api/exports': { app: world.appId, tab: 'ready', q: '桌', cursor: '' },
    'api/exports/[exportId]': {},
    'api/exports/[exportId]/file': {},
    'api/folders': {},
    'api/print/check': {
      ...scope,
      ...filters,
      ...{ design: 'shelf', stock: 'L7160', startAt: '1', copies: '1', ink: 'rgb', order: 'name' },
    },
    'api/print/pictures': { id: world.pictureId },
    'api/prints': { app: world.appId, tab: 'placed', q: '桌', cursor: '' },
    'api/running': {},
    'api/scans/csv': scans,
    'api/notices': {},
    'api/notices/unread': {},
    'api/health': {},
    'api/ready': {},
    metrics: {},
    'api/tags': {},
    'api/views': {},
    '(console)/(overview)': {},
    '(console)/batches/(list)': { app: world.appId, tab: 'drafts', q: '桌' },
    '(console)/batches/[batchId]': {},
    '(console)/batches/new': { from: world.batchId },
    '(console)/codes/(gallery)': filters,
    '(console)/codes/[codeId]': {},
    '(console)/codes/new': { from: world.codeId, endpoint: 'getwxacode', purpose: 'table' },
    '(console)/exports/(list)': { app: world.appId, tab: 'ready', q: '桌' },
    '(console)/exports/new': { ...scope, ...filters },
    '(console)/print/(list)': { app: world.appId, tab: 'placed', q: '桌' },
    '(console)/print/[printId]': { after: '0' },
    '(console)/print/designs/(list)': {},
    '(console)/print/designs/[designId]': { ...scope, ...filters },
    '(console)/print/new': { ...scope, ...filters },
    '(console)/quota': {},
    '(console)/scans': scans,
    '(console)/settings': {},
    '(console)/settings/account': { refused: 'SERVICE_TAKEN', service: 'oidc' },
    '(console)/settings/apps/(list)': {},
    '(console)/settings/apps/connect': {},
    '(console)/settings/apps/[appId]/pages': {},
    '(console)/settings/apps/[appId]/sandbox': {},
    '(console)/settings/audit': audit,
    '(console)/settings/system': {},
    '(console)/settings/keys': {},
    '(console)/settings/webhooks/(list)': {},
    '(console)/settings/webhooks/[webhookId]': {},
    '(console)/settings/members': {},
    '(console)/settings/notices': {},
    '(console)/settings/sign-in': {},
    '(console)/settings/purposes/(list)': {},
    '(console)/settings/purposes/[purposeKey]': {},
    '(console)/tasks': {},
    'dev/ui': {},
    '(public)/join': { token: 'a-token' },
    '(public)/forgot': {},
    '(public)/reset': { token: 'a-token' },
    '(public)/second-step': { from: '/codes?q=1' },
    '(public)/setup': { token: 'a-token' },
    '(public)/sign-in': { from: '/codes?q=1', step: 'code' },
  };
}

/** What each server action takes; some of each that lead into the database. */
export function goodInputs(world: World): Record<string, unknown[]> {
  const { appId, codeId, draftId, batchId, presetId, tagId, folderId } = world;
  const { viewId, bulkId, exportId, printId, keyId, webhookId, robotId, liveCodeId } = world;
  const nobody = randomUUID();
  const name = '新名称';
  const app = { name, tokenMode: 'external', tokenUrl: 'https://token.invalid/x', tokenHeaderName: 'x-key' };
  const settings = { ...app, tokenHeaderValue: 'k', pathMaxBytes: 128, quotaFloor: 1, ratePerMinute: 60 };
  const live = { mode: 'LIVE', appId: 'wx0123456789abcdef', appSecret: 's', ...settings };
  const series = [{ name: '桌', prefix: 'T', suffix: '号', start: 1, count: 3, step: 1, pad: 2 }];
  const draft = (source: unknown) => ({ miniProgramId: appId, name, source });
  const table = new File([TABLE], '桌码.csv');
  const plan = planOf({
    name: { from: 'fixed', value: name },
    path: { from: 'template', template: 'p?t={名称}', encode: 'percent' },
  });
  const filters = { ...NO_FILTERS, q: '桌', tag: [tagId], from: '2026-01-01' };
  const pairs: unknown[][] = [['shop', '一店']];
  const retarget = { page: 'pages/new', parameters: pairs, isPaused: true, message: '稍后' };
  const scopes = [{ codeIds: [codeId, nobody] }, { filters, count: 1, until: '2026-11-26T00:00:00.000Z' }];
  const looks = { width: 430, autoColor: false, lineColor: { r: 0, g: 0, b: 0 }, isHyaline: false };
  const purpose = { key: 'table', values: { shop: '一店', table: '12' }, printCm: 8 };
  const code = {
    miniProgramId: appId,
    endpoint: 'getwxacode',
    path: '',
    live: { page: '', parameters: { a: '1' } },
    name,
    note: '备注',
    purpose,
    ...looks,
  };
  const field = { key: 'room', label: '房号', example: '1', parameter: 'r', required: true, counts: true };
  const made = { name, summary: '一房一码', endpoint: 'getwxacodeunlimit', printCm: 5 };
  const definition = { ...made, fields: [field], nameTemplate: '{room} 号' };
  const options = { format: 'zip', names: '{name}', picture: 'print', widthCm: '2', dpi: '72', type: 'png' };
  const label = { width: '100', height: '60', left: '5', top: '5', columns: '1', rows: '1' };
  const own = { ...label, kind: 'labels', labelWidth: '60', labelHeight: '40', gapX: '0', gapY: '0' };
  const ownFields = Object.fromEntries(Object.entries(own).map(([key, value]) => [`own.${key}`, value]));
  const print = { format: 'pdf', design: 'filling', stock: 'own', ...ownFields };
  const { key: _key, ...drawn } = blankDesign();
  const target = { page: 'a', parameters: { a: '1' }, isPaused: true, message: name, startsAt: inAnHour() };
  const user = { name, email: 'a@suncode.test', password: '' };
  const passkey = {
    ...{ id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {} },
    response: { clientDataJSON: 'x', attestationObject: 'x' },
  };
  return {
    'apps/actions#createAppAction': [live, { ...live, mode: 'SANDBOX' }],
    'apps/actions#updateAppAction': [{ id: appId, values: { appSecret: 's', ...settings } }],
    // At a token server that nobody has: nothing outside is asked.
    'apps/actions#connectAppAction': [{ ...live, untested: false }],
    'apps/actions#setAppDisabledAction': [{ id: appId, isDisabled: false }],
    'apps/actions#deleteAppAction': [{ id: nobody }],
    'apps/actions#testConnectionAction': [{ id: nobody }],
    'apps/actions#switchAppAction': [{ id: appId }, { id: null }],
    'apps/pages/actions#giveAppJsonAction': [
      { id: appId, values: { text: '{"pages":["pages/a"]}', version: '1.0' } },
    ],
    'apps/pages/actions#askPagesNowAction': [{ id: appId }],
    'apps/parameters/actions#declareParametersAction': [
      { id: appId, values: { page: 'pages/a', parameters: [{ name: 'table', short: 't', type: 'number' }] } },
    ],
    'apps/sandbox/actions#updateSandboxAction': [{ id: appId, values: GOOD_DAY }],
    'apps/sandbox/actions#resetSandboxAction': [{ id: appId }],
    'apps/sandbox/actions#endSandboxTokensAction': [{ id: appId, how: 'expire' }],
    'audit/actions#setAuditKeepAction': [{ days: 365 }],
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
    'batches/actions#savePlanAction': [{ batchId: draftId, plan }],
    'batches/actions#adoptPlanAction': [{ batchId: draftId, fromBatchId: batchId }],
    'batches/actions#adoptPresetAction': [{ batchId: draftId, presetId }],
    'backup/kept/actions#startBackupAction': [{}],
    'live/scans/actions#setScanKeepAction': [{ hours: 90, days: 366 }],
    'batches/actions#renameBatchAction': [{ batchId, name }],
    'batches/actions#deleteDraftAction': [{ batchId: nobody }],
    'batches/actions#deleteDraftsAction': [{ batchIds: [nobody] }],
    'batches/actions#dryRunAction': [{ batchId: draftId, plan }],
    'batches/actions#startBatchAction': [{ batchId: draftId, seen: { newRows: 999, needed: 0 } }],
    'batches/actions#savePresetAction': [{ batchId: draftId, name }],
    'batches/actions#renamePresetAction': [{ presetId, name }],
    'batches/actions#replacePresetAction': [{ presetId, batchId: draftId }],
    'batches/actions#deletePresetAction': [{ presetId: nobody }],
    'batches/run-actions#pauseBatchAction': [{ batchId }],
    'batches/run-actions#resumeBatchAction': [{ batchId }],
    'batches/run-actions#cancelBatchAction': [{ batchId: nobody }],
    'batches/run-actions#retryFailedAction': [{ batchId, cause: 'unknownErrcode:1' }],
    'batches/run-actions#mendFaultyAction': [{ batchId }],
    'batches/run-actions#retryRowAction': [{ batchId, rowNumber: 1 }],
    'bulk/actions#countMatchingAction': [{ filters }],
    'bulk/actions#sampleNamesAction': scopes.map((scope) => ({ scope })),
    'bulk/actions#sampleTargetsAction': scopes.map((scope) => ({ scope, startsAt: '' })),
    'bulk/actions#startBulkAction': scopes.flatMap((scope) => [
      { kind: 'addTags', values: { tagIds: [tagId] }, scope },
      { kind: 'move', values: { folderId }, scope },
      { kind: 'rename', values: { pattern: '{name} {seq:000}', start: 1 }, scope },
      { kind: 'retarget', values: retarget, scope },
      { kind: 'archive', values: {}, scope },
    ]),
    'bulk/actions#undoBulkAction': [{ bulkId }],
    'bulk/actions#stopBulkAction': [{ bulkId }],
    // The path is empty, so that what is good about the rest calls nobody.
    'codes/actions#generateCodeAction': [
      code,
      { ...code, endpoint: 'getwxacodeunlimit', scene: '', page: 'a', checkPath: true },
    ],
    'codes/actions#regenerateCodeAction': [{ codeId }],
    'codes/actions#promoteCodeAction': [{ codeId }],
    'codes/actions#updateCodeAction': [{ codeId, values: { name, note: '备注\n二' } }],
    'exports/actions#createExportAction': [
      { id: codeId },
      { export: exportId },
      { batch: batchId, format: 'csv' },
      { id: codeId, ...print },
    ].map((scope) => ({ fields: Object.entries({ ...options, ...scope }) })),
    'exports/actions#retryExportAction': [{ exportId: nobody }],
    'exports/actions#removeExportsAction': [{ exportIds: [nobody] }],
    'exports/actions#restoreExportsAction': [{ exportIds: [nobody] }],
    'exports/actions#keepSelectionAction': [{ codeIds: [codeId, nobody] }],
    'folders/actions#createFolderAction': [{ name }],
    'folders/actions#renameFolderAction': [{ folderId, values: { name } }],
    'folders/actions#deleteFolderAction': [{ folderId: nobody }],
    ...programInputs({ appId, keyId, webhookId, robotId, nobody, name }),
    'overview/actions#makeExampleAction': [{}],
    'overview/actions#hideGuideAction': [{ isHidden: true }],
    'print/designs/actions#createDesignAction': [
      { from: 'blank', name, locale: 'en' },
      { from: nobody, name, locale: 'zh-CN' },
    ],
    'print/designs/actions#saveDesignAction': [
      { designId: world.designId, values: { revision: 1, stock: 'a4', design: drawn } },
    ],
    'print/designs/actions#renameDesignAction': [{ designId: nobody, name }],
    'print/designs/actions#deleteDesignAction': [{ designId: nobody }],
    'print/pictures/actions#addPictureAction': [{ designId: world.designId, file: onePixel() }],
    'live/actions#setLiveTargetAction': [{ codeId: liveCodeId, values: target }],
    'live/actions#dropLivePlanAction': [{ codeId: liveCodeId, targetId: nobody }],
    'print/records/actions#setPrintStateAction': [
      { exportId: printId, values: { state: 'placed', note: '门口\n二' } },
    ],
    'print/stocks/actions#saveStockAction': [{ ...USUAL_OWN, name }],
    'print/stocks/actions#renameStockAction': [{ stockId: nobody, name }],
    'print/stocks/actions#deleteStockAction': [{ stockId: nobody }],
    'purposes/actions#savePurposeAction': [
      { key: null, values: { definition, pages: { [appId]: 'pages/a' } } },
      { key: 'table', values: { definition, pages: {} } },
    ],
    'purposes/actions#setPurposeHiddenAction': [
      { key: 'product', hidden: true },
      { key: nobody, hidden: false },
    ],
    'purposes/actions#orderPurposesAction': [{ keys: ['product', 'table', nobody] }],
    'purposes/actions#removePurposeAction': [{ key: 'employee' }, { key: nobody }],
    'quota/actions#adoptWeChatCountAction': [{ id: appId }],
    // No password: hashing one takes as long as a hundred refusals.
    'setup/actions#completeSetupAction': [{ token: 'a-token', values: user }],
    'tags/actions#createTagAction': [{ name, color: 'red' }],
    'tags/actions#updateTagAction': [{ tagId, values: { name, color: 'teal' } }],
    'tags/actions#deleteTagAction': [{ tagId: nobody }],
    'notices/actions#chooseNoticesAction': [{ kind: 'batch.finished', way: 'mail', isOn: true }],
    'notices/actions#readNoticesAction': [{ upTo: nobody }],
    'users/actions#changePasswordAction': [{ currentPassword: 'a', newPassword: 'b', repeatPassword: 'b' }],
    'users/actions#keepPreferencesAction': [{ locale: 'en' }, { theme: 'system' }],
    'users/actions#endSessionAction': [{ id: nobody, proof: { currentPassword: 'a', code: '' } }],
    'users/actions#endOtherSessionsAction': [{ currentPassword: 'a', code: '' }],
    'users/passkeys/actions#askForPasskeyAction': [{}],
    'users/passkeys/actions#askForOwnPasskeyAction': [{}],
    'users/passkeys/actions#startPasskeyAction': [{ currentPassword: 'a', code: '123456' }],
    'users/passkeys/actions#addPasskeyAction': [{ name, answer: passkey }],
    'users/passkeys/actions#renamePasskeyAction': [{ id: nobody, name }],
    'users/passkeys/actions#removePasskeyAction': [
      { id: nobody, proof: { currentPassword: 'a', code: '123456' } },
    ],
    'users/second-step/actions#startSecondStepAction': [null],
    'users/second-step/actions#confirmSecondStepAction': [{ currentPassword: 'a', code: '123456' }],
    'users/second-step/actions#renewRecoveryCodesAction': [{ currentPassword: 'a', code: '123456' }],
    'users/second-step/actions#turnOffSecondStepAction': [{ currentPassword: 'a', code: 'abcd-efgh' }],
    'users/second-step/actions#resetSecondStepAction': [{ id: nobody }, { id: world.actor.id }],
    'users/second-step/actions#setSecondStepRequiredAction': [{ required: false }],
    'users/sign-in-services/actions#setNewcomerRulesAction': [
      { newcomers: 'member', role: 'OPERATOR', appIds: [appId] },
    ],
    'users/sign-in-services/actions#answerJoinRequestAction': [{ id: nobody, isLetIn: true }],
    'users/sign-in-services/actions#beginConnectingAction': [{ id: 'oidc', currentPassword: 'a' }],
    'users/sign-in-services/actions#disconnectServiceAction': [{ id: 'oidc' }],
    'users/sign-in-services/actions#checkServiceAction': [{ id: 'oidc' }],
    'users/member-actions#inviteMembersAction': [
      { emails: '张三 <z@suncode.test>; b@suncode.test', role: 'VIEWER', appIds: [appId] },
    ],
    'users/member-actions#revokeInvitationAction': [{ id: nobody }],
    // The last administrator, who stays one.
    'users/member-actions#changeRoleAction': [{ id: world.actor.id, role: 'VIEWER' }],
    'users/member-actions#changeSightAction': [
      { id: world.actor.id, appIds: [appId] },
      { id: nobody, appIds: null },
    ],
    'users/member-actions#deactivateMemberAction': [
      { id: nobody, heirId: null },
      { id: world.actor.id, heirId: nobody },
    ],
    'users/member-actions#reactivateMemberAction': [{ id: world.actor.id }],
    'users/member-actions#createResetLinkAction': [{ id: world.actor.id }],
    'users/member-actions#acceptInvitationAction': [{ token: 'a-token', values: { name, password: '' } }],
    'users/member-actions#requestResetAction': [{ email: 'nobody@suncode.test' }],
    'users/actions#updateProfileAction': [{ name, email: 'somebody@suncode.test', currentPassword: 'p' }],
    'users/member-actions#resetPasswordAction': [
      { token: 'a-token', values: { newPassword: 'b', repeatPassword: 'b' } },
    ],
    'views/actions#createViewAction': [{ name, query: 'q=1&tag=2', shared: false }],
    'views/actions#updateViewAction': [{ viewId, values: { name, query: 'place=trash', shared: true } }],
    'views/actions#deleteViewAction': [{ viewId: nobody }],
  };
}
