import { EXAMPLE_IDS } from '@/lib/api/example-ids';

const { miniProgramId, codeId, tagId } = EXAMPLE_IDS;

export const NEW_CODE = {
  ...{ miniProgramId, endpoint: 'getwxacodeunlimit', scene: 't=12' },
  ...{ page: 'pages/index/index', name: '12 号桌' },
};

const CODE_FIELDS = {
  ...{ id: codeId, miniProgramId, name: '12 号桌', note: '', endpoint: 'getwxacodeunlimit', status: 'READY' },
  ...{ path: null, page: 'pages/index/index', scene: 't=12', width: 430, isHyaline: false },
  picture: {
    ...{ type: 'image/jpeg', widthPx: 430, heightPx: 430 },
    sha256: '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',
    url: `/api/v1/codes/${codeId}/picture`,
  },
  ...{ failureKey: null, quotaCost: 0, createdBy: '收银', tagIds: [tagId], folderId: null },
  ...{ createdAt: '2026-11-28T02:15:00.000Z', updatedAt: '2026-11-28T02:15:01.000Z' },
  ...{ archivedAt: null, deletedAt: null },
};

export const CODE_ITEM = { ...CODE_FIELDS, scanCount: null };

export const CODE = {
  ...CODE_FIELDS,
  ...{ autoColor: false, lineColor: '000000', envVersion: 'release', checkPath: true, batchId: null },
  ...{ generatedAt: '2026-11-28T02:15:01.000Z', errcode: null, errmsg: null, rid: null },
};

export const MADE_CODES = {
  items: [
    { index: 0, outcome: 'generated', code: CODE },
    {
      ...{ index: 1, outcome: 'refused' },
      problem: {
        ...{ type: 'urn:suncode:problem:INVALID_INPUT', title: 'INVALID_INPUT', status: 400 },
        ...{ code: 'INVALID_INPUT', detail: 'Please check the marked fields.' },
        errors: [
          { field: 'scene', code: 'wechat.issues.sceneRequired', detail: 'Please enter a scene value.' },
        ],
      },
    },
  ],
};

const closed = {
  ...{ from: '', to: '', weekdays: [], startTime: '22:00', endTime: '08:00', share: null },
  ...{ page: '', parameters: {}, isPaused: true, message: '已打烊，明天见' },
};

const target = {
  ...{ id: '0a6c4f1e-3b7d-4d82-9f65-8b1e2c7a5d07', startsAt: '2026-11-28T02:15:00.000Z', page: '' },
  ...{ parameters: { shop: '西湖店' }, isPaused: false, message: '', rules: [closed], byName: '收银' },
};

export const LIVE = {
  ...{ key: 'k7mPq2XwZ9aB', now: target, planned: [], past: [] },
  serverNow: '2026-11-28 10:15',
  scans: {
    ...{ total: 42, devices: 31, days: [{ day: '2026-11-28', count: 42 }], before: 0 },
    kinds: [{ kind: 'camera', count: 42 }],
    hours: [{ hour: '2026-11-28T02:00:00.000Z', count: 42 }],
  },
};
