import { EXAMPLE_IDS } from '@/lib/api/example-ids';

const { miniProgramId, codeId, batchId } = EXAMPLE_IDS;

export const NEW_BATCH = {
  ...{ miniProgramId, endpoint: 'getwxacodeunlimit', name: '春季桌码' },
  rows: [
    { scene: 't=1', page: 'pages/index/index', name: '1 号桌' },
    { scene: 't=2', page: 'pages/index/index', name: '2 号桌' },
  ],
};

const DRAFT_ITEM = {
  ...{ id: batchId, name: '春季桌码', miniProgramId, state: 'DRAFT', source: 'rows', createdBy: '收银' },
  ...{ createdAt: '2026-11-28T02:15:00.000Z', startedAt: null, finishedAt: null },
  counts: { total: 2, made: 0, reused: 0, failed: 0, running: 0, waiting: 2, skipped: 0, notMade: 0 },
};

const calm = { stoppedBy: null, ratePerMinute: null, secondsLeft: null, waitingUntil: null, errors: [] };
const DRAFT = { ...DRAFT_ITEM, ...calm };

export const BATCH_ITEM = {
  ...{ ...DRAFT_ITEM, state: 'FINISHED' },
  ...{ startedAt: '2026-11-28T02:16:00.000Z', finishedAt: '2026-11-28T02:16:02.000Z' },
  counts: { total: 2, made: 1, reused: 0, failed: 1, running: 0, waiting: 0, skipped: 0, notMade: 0 },
};

export const BATCH = {
  ...{ ...BATCH_ITEM, ...calm },
  errors: [
    {
      ...{ cause: 'pageNotReleased', detail: '页面还没有发布', errcode: 41030, errmsg: 'invalid page hint' },
      ...{ page: 'pages/index/index', rows: 1 },
    },
  ],
};

export const RUNNING_BATCH = {
  ...{ ...DRAFT, state: 'RUNNING', startedAt: '2026-11-28T02:16:00.000Z' },
  ...{ ratePerMinute: 600, secondsLeft: 1 },
};

export const NEW_BATCH_ANSWER = {
  batch: DRAFT,
  check: {
    counts: { new: 2, reused: 0, duplicate: 0, invalid: 0 },
    quota: { needed: 0, usedBefore: 1200, usedAfter: 1200, limit: 100_000, floor: 0 },
    ...{ estimatedSeconds: 1, obstacle: null, problems: [], unfit: null },
  },
};

export const NEW_FILE_BATCH = {
  ...{ file: '门店编号,桌号\nA01,1\nA01,2\n', miniProgramId, name: '春季桌码' },
};

const MAPPING = {
  ...{ endpoint: 'getwxacodeunlimit', live: false, columns: ['门店编号', '桌号'] },
  fields: [
    { field: 'scene', template: 'store={门店编号}&table={桌号}' },
    { field: 'name', template: '{门店编号} · {桌号} 号桌' },
  ],
};

export const NEW_FILE_BATCH_ANSWER = {
  ...{ batch: { ...DRAFT, source: 'file' }, check: NEW_BATCH_ANSWER.check, mapping: MAPPING },
};

export const PRESET = {
  ...{ id: '2c9e7f41-5b8d-4a36-93e7-6d0c1f8b4a09', name: '桌码', createdBy: '小陈' },
  ...{ updatedAt: '2026-11-28T02:15:00.000Z', mapping: MAPPING },
};

const row = { row: 1, line: 1, name: '1 号桌', target: 't=1', issues: [] };

export const CHECKED_ROWS = { items: [{ ...row, verdict: 'new', codeId: null }], nextAfter: null };
const failure = {
  ...{ key: 'pageNotReleased', detail: '页面还没有发布', errcode: 41030, errmsg: 'invalid page hint' },
};
const ran = { ...row, page: 'pages/index/index', live: null, codeId };
export const ROWS = {
  items: [
    { ...ran, status: 'made', failure: null },
    { ...ran, row: 2, line: 2, name: '2 号桌', target: 't=2', status: 'failed', failure },
  ],
  nextAfter: null,
};
