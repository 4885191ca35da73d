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
  errors: [{ cause: 'pageNotPublished', errcode: 41030, errmsg: 'invalid page hint', rows: 1 }],
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
    ...{ estimatedSeconds: 1, obstacle: null, problems: [] },
  },
};

const row = { row: 1, name: '1 号桌', target: 't=1', issues: [] };

export const CHECKED_ROWS = { items: [{ ...row, verdict: 'new', codeId: null }], nextAfter: null };
export const ROWS = { items: [{ ...row, status: 'made', codeId, failure: null }], nextAfter: null };
