import { codesOf, listHealth } from '@/lib/apps/health';
import { getApp, listApps } from '@/lib/apps/queries';
import { getAppPages, getKnownPages, listPageCounts } from '@/lib/apps/pages/queries';
import { getDeclaredPages } from '@/lib/apps/parameters/queries';
import { getSandboxView } from '@/lib/apps/sandbox/service';
import { listTokenEvents } from '@/lib/apps/token/token-events';
import { appHistory, batchHistory, codeHistory } from '@/lib/audit/history';
import { findBatchName } from '@/lib/batches/batch-name';
import { getDryRunRows } from '@/lib/batches/check/dry-run';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { findInGrid, getGridRows } from '@/lib/batches/edit/grid-rows';
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
import { countCodes } from '@/lib/codes/find/count';
import { countFacet } from '@/lib/codes/find/facets';
import { FACETS, NO_FILTERS, type CodeFilters } from '@/lib/codes/find/filters';
import {
  getCode,
  getMade,
  getReplacement,
  getPicture,
  listCodes,
  listCreators,
} from '@/lib/codes/find/queries';
import { listOtherVersions } from '@/lib/codes/generate/promote';
import { getVector } from '@/lib/print/vector/queries';
import { getThumbnail } from '@/lib/codes/picture/thumbnail';
import { getExport, listExports, startingOptions } from '@/lib/exports/queries';
import { db } from '@/lib/db/client';
import { outlineExport } from '@/lib/exports/scope/outline';
import { resolveScope } from '@/lib/exports/scope/scope';
import { fetchExport } from '@/lib/exports/service';
import { countUnread, listNotices } from '@/lib/notices/queries';
import { getFirstSteps } from '@/lib/overview/first-steps';
import { listRunning } from '@/lib/overview/running';
import { listToDos } from '@/lib/overview/to-dos';
import { codesPerDay, codesPutAway } from '@/lib/overview/trend';
import { designSample, openDesign } from '@/lib/print/designs/queries';
import { checkPrint } from '@/lib/print/check';
import { preparePrint } from '@/lib/print/queries';
import { getPrint, listPrints, listPrintsOfCode } from '@/lib/print/records/queries';
import { getPurpose, listPurposes } from '@/lib/purposes/queries';
import { getLive } from '@/lib/live/queries';
import { SCAN_FIGURES, SCAN_FILE } from '@/lib/live/scans/scans.fixture';
import { listQuotas } from '@/lib/quota/queries';
import { PRINT, type Attack } from './fence-world';

const list = { app: 'all', tab: 'all', q: '' } as const;

/** What the gallery can be asked for, of everything and of what the ids are of. */
const FILTERS: Record<string, (ids: { appId: string; batchId: string }) => Partial<CodeFilters>> = {
  all: () => ({}),
  'the Mini Program': ({ appId }) => ({ app: appId }),
  'the batch': ({ batchId }) => ({ batch: batchId }),
  'a word': () => ({ q: '乙牌' }),
  failures: () => ({ status: ['FAILED'] }),
  trash: () => ({ place: 'trash' }),
  archive: () => ({ place: 'archived' }),
  'last uses': () => ({ place: 'recent' }),
  'by name': () => ({ sort: 'name' }),
  'by change': () => ({ sort: 'changed' }),
  'by scans': () => ({ sort: 'scans' }),
  'oldest first': () => ({ sort: 'oldest' }),
};

/** The own one; codes that it is looked at with may be of others. */
const anyDesign = async () =>
  (await db().printDesign.findFirstOrThrow({ select: { id: true }, orderBy: { createdAt: 'asc' } })).id;

type Ask = (actor: Parameters<Attack>[0], filters: CodeFilters) => Promise<unknown>;

function ofEachFilter(ask: Ask): Record<string, Attack> {
  return Object.fromEntries(
    Object.entries(FILTERS).map(([name, filters]) => [
      name,
      (actor, ids) => ask(actor, { ...NO_FILTERS, ...filters(ids) }),
    ]),
  );
}

/** Everything that names codes to be exported or printed. */
function ofEachScope(
  ask: (actor: Parameters<Attack>[0], fields: URLSearchParams) => Promise<unknown>,
): Record<string, Attack> {
  const by = (fields: (ids: Parameters<Attack>[1]) => Record<string, string>): Attack => {
    return (actor, ids) => ask(actor, new URLSearchParams(fields(ids)));
  };
  return {
    code: by(({ codeId }) => ({ id: codeId })),
    selection: by(({ selectionId }) => ({ selection: selectionId })),
    export: by(({ exportId }) => ({ export: exportId })),
    batch: by(({ batchId }) => ({ batch: batchId })),
    app: by(({ appId }) => ({ app: appId })),
    all: by(() => ({ app: 'all' })),
  };
}

const withDesign = (fields: URLSearchParams) =>
  new URLSearchParams({ ...Object.fromEntries(fields), ...PRINT });

/** By the use case: every way in which it could tell something of a Mini Program. */
export const READS: Record<string, Record<string, Attack>> = {
  listApps: { all: (actor) => listApps(actor) },
  getApp: { id: (actor, { appId }) => getApp(actor, appId) },
  appHistory: { id: (actor, { appId }) => appHistory(actor, appId) },
  getKnownPages: { id: (actor, { appId }) => getKnownPages(actor, appId) },
  getDeclaredPages: { id: (actor, { appId }) => getDeclaredPages(actor, appId) },
  getAppPages: { id: (actor, { appId }) => getAppPages(actor, appId) },
  listPageCounts: { all: (actor) => listPageCounts(actor) },
  listHealth: { all: (actor) => listHealth(actor) },
  countUnread: { all: (actor) => countUnread(actor) },
  listNotices: { all: (actor) => listNotices(actor, 'zh-CN') },
  listTokenEvents: { all: (actor) => listTokenEvents(actor) },
  getSandboxView: { id: (actor, { appId }) => getSandboxView(actor, appId) },
  codesOf: { id: (actor, { appId }) => codesOf(actor, appId) },
  listCodes: ofEachFilter((actor, filters) => listCodes(actor, filters)),
  countCodes: ofEachFilter((actor, filters) => countCodes(actor, filters)),
  'countCodes, to the last': ofEachFilter((actor, filters) => countCodes(actor, filters, { exact: true })),
  countFacet: ofEachFilter(async (actor, filters) =>
    Promise.all(FACETS.map((facet) => countFacet(actor, facet, filters))),
  ),
  countMatching: ofEachFilter(async (actor, filters) => (await countMatching(actor, filters)).count),
  getCode: { id: (actor, { codeId }) => getCode(actor, codeId) },
  getMade: { id: (actor, { codeId }) => getMade(actor, codeId) },
  getReplacement: { id: (actor, { replacedId }) => getReplacement(actor, replacedId) },
  listOtherVersions: { id: (actor, { codeId }) => listOtherVersions(actor, codeId) },
  getLive: { id: (actor, { liveCodeId }) => getLive(actor, liveCodeId) },
  ...Object.fromEntries(
    Object.entries({ ...SCAN_FIGURES, ...SCAN_FILE }).map(([name, ask]) => [
      name,
      {
        all: (actor: Parameters<Attack>[0]) => ask(actor),
        app: (actor: Parameters<Attack>[0], { appId: app }: Parameters<Attack>[1]) => ask(actor, { app }),
      },
    ]),
  ),
  codeHistory: { id: (actor, { codeId }) => codeHistory(actor, codeId) },
  getPicture: { id: (actor, { codeId }) => getPicture(actor, codeId) },
  getVector: { id: async (actor, { codeId }) => (await getVector(actor, codeId, {})).name },
  getThumbnail: { id: (actor, { codeId }) => getThumbnail(actor, codeId, 96) },
  listCreators: { all: (actor) => listCreators(actor) },
  getBulk: { id: (actor, { bulkId }) => getBulk(actor, bulkId) },
  listRunningBulks: { all: (actor) => listRunningBulks(actor) },
  sampleNames: {
    codes: (actor, { codeId }) => sampleNames(actor, { codeIds: [codeId] }),
    ...ofEachFilter((actor, filters) =>
      sampleNames(actor, { filters, count: 1, until: '2999-01-01T00:00:00.000Z' }),
    ),
  },
  sampleTargets: {
    codes: (actor, { liveCodeId }) => sampleTargets(actor, { codeIds: [liveCodeId] }),
    ...ofEachFilter((actor, filters) =>
      sampleTargets(actor, { filters, count: 1, until: '2999-01-01T00:00:00.000Z' }),
    ),
  },
  listPurposes: { all: (actor) => listPurposes(actor, 'zh-CN') },
  getPurpose: { all: (actor) => getPurpose(actor, 'table', 'zh-CN') },
  getFirstSteps: { all: (actor) => getFirstSteps(actor) },
  listToDos: { all: (actor) => listToDos(actor) },
  codesPerDay: {
    all: (actor) => codesPerDay(actor, 'all', new Date()),
    app: (actor, { appId }) => codesPerDay(actor, appId, new Date()),
  },
  codesPutAway: {
    all: (actor) => codesPutAway(actor, 'all', new Date()),
    app: (actor, { appId }) => codesPutAway(actor, appId, new Date()),
  },
  listRunning: { all: (actor) => listRunning(actor) },
  getExport: { id: (actor, { exportId }) => getExport(actor, exportId) },
  fetchExport: { id: async (actor, { exportId }) => (await fetchExport(actor, exportId)).fileName },
  listExports: {
    all: (actor) => listExports(actor, list),
    app: (actor, { appId }) => listExports(actor, { ...list, app: appId }),
    word: (actor) => listExports(actor, { ...list, q: '乙牌' }),
  },
  listPrints: {
    all: (actor) => listPrints(actor, list),
    app: (actor, { appId }) => listPrints(actor, { ...list, app: appId }),
    word: (actor) => listPrints(actor, { ...list, q: '乙牌' }),
  },
  getPrint: { id: (actor, { printId }) => getPrint(actor, printId, -1) },
  listPrintsOfCode: { id: (actor, { codeId }) => listPrintsOfCode(actor, codeId) },
  startingOptions: {
    id: (actor, { exportId }) => startingOptions(actor, exportId),
    none: (actor) => startingOptions(actor, null),
  },
  resolveScope: ofEachScope((actor, fields) => resolveScope(actor, fields)),
  outlineExport: ofEachScope((actor, fields) => outlineExport(actor, fields)),
  openDesign: ofEachScope(async (actor, fields) => openDesign(actor, await anyDesign(), fields)),
  designSample: { all: (actor) => designSample(actor) },
  preparePrint: ofEachScope(async (actor, fields) => {
    const { designs: _everybodys, ...start } = await preparePrint(actor, fields);
    return start;
  }),
  checkPrint: ofEachScope((actor, fields) => checkPrint(actor, withDesign(fields))),
  listBatches: {
    all: (actor) => listBatches(actor, list),
    app: (actor, { appId }) => listBatches(actor, { ...list, app: appId }),
    word: (actor) => listBatches(actor, { ...list, q: '乙牌' }),
  },
  listActiveBatches: { all: (actor) => listActiveBatches(actor) },
  openBatch: { id: (actor, { batchId }) => openBatch(actor, batchId) },
  getBatch: { id: (actor, { batchId }) => getBatch(actor, batchId) },
  batchHistory: { id: (actor, { batchId }) => batchHistory(actor, batchId) },
  getBatchProgress: { id: (actor, { batchId }) => getBatchProgress(actor, batchId) },
  listBatchRows: { id: (actor, { batchId }) => listBatchRows(actor, batchId, {}) },
  errorList: { id: async (actor, { batchId }) => (await errorList(actor, batchId, () => '')).name },
  findBatchName: { id: (actor, { batchId }) => findBatchName(actor, batchId) },
  listPresets: { all: (actor) => listPresets(actor) },
  getDraft: { id: (actor, { draftId }) => getDraft(actor, draftId) },
  getDryRunRows: { id: (actor, { draftId }) => getDryRunRows(actor, draftId, {}) },
  getGridRows: { id: (actor, { draftId }) => getGridRows(actor, draftId, { version: '0', from: 0 }) },
  findInGrid: {
    id: (actor, { draftId }) =>
      findInGrid(actor, draftId, {
        ...{ version: '0', search: { text: 'a', matchCase: false, wholeCell: false } },
        after: { row: 0, column: 0 },
      }),
  },
  listQuotas: { all: (actor) => listQuotas(actor) },
};
