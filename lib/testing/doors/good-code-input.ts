import { NO_FILTERS } from '@/lib/codes/find/filters';
import { inAnHour } from '@/lib/live/live.fixture';
import type { Given } from './given';

/** What the actions for codes take: one, many at once, what live ones lead to, purposes, and how a team keeps order. */
export function codeInputs(given: Given): Record<string, unknown[]> {
  const { appId, codeId, liveCodeId, bulkId, tagId, folderId, viewId, name, nobody } = given;
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
  const target = { page: 'a', parameters: { a: '1' }, isPaused: true, message: name, startsAt: inAnHour() };
  return {
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
    'folders/actions#createFolderAction': [{ name }],
    'folders/actions#renameFolderAction': [{ folderId, values: { name } }],
    'folders/actions#deleteFolderAction': [{ folderId: nobody }],
    'live/actions#setLiveTargetAction': [{ codeId: liveCodeId, values: target }],
    'live/actions#dropLivePlanAction': [{ codeId: liveCodeId, targetId: nobody }],
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
    'tags/actions#createTagAction': [{ name, color: 'red' }],
    'tags/actions#updateTagAction': [{ tagId, values: { name, color: 'teal' } }],
    'tags/actions#deleteTagAction': [{ tagId: nobody }],
    'views/actions#createViewAction': [{ name, query: 'q=1&tag=2', shared: false }],
    'views/actions#updateViewAction': [{ viewId, values: { name, query: 'place=trash', shared: true } }],
    'views/actions#deleteViewAction': [{ viewId: nobody }],
  };
}
