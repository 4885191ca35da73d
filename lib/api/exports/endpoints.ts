import 'server-only';
import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { filterQuery } from '@/lib/api/codes/filters';
import { endpoint } from '@/lib/api/endpoint';
import { EXAMPLE_IDS } from '@/lib/api/example-ids';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { EXPORT_TABS, type ExportItem } from '@/lib/exports/export-types';
import { getExport, listExports } from '@/lib/exports/queries';
import { removeExports } from '@/lib/exports/remove';
import { createExport, fetchExport, retryExport } from '@/lib/exports/service';
import { AppError } from '@/lib/errors';
import { downloadResponse } from '@/lib/http/download';
import { exportSchema, newExportSchema, type NewExport } from './schema';

const tag = 'exports';
const one = '/exports/{exportId}';

/** As `exportSchema`. */
function exportJson(item: ExportItem) {
  const { id, format, state, fileName, total, done, count, missingCount, sizeBytes, failure } = item;
  const { createdBy, createdAt } = item;
  return {
    ...{ id, format, state, fileName, total, done, count, missingCount, sizeBytes, failure },
    ...{ createdBy, createdAt, url: state === 'finished' ? `/api/v1/exports/${id}/file` : null },
  };
}

/** The scope as the builder's form says it. */
function scopeFields({ codeIds = [], batchId, filters }: NewExport): URLSearchParams {
  if (filters) return filterQuery({ app: ALL_APPS, ...filters });
  return new URLSearchParams([
    ...codeIds.map((id): [string, string] => ['id', id]),
    ...(batchId ? [['batch', batchId] satisfies [string, string]] : []),
  ]);
}

function fieldsOf(asked: NewExport): URLSearchParams {
  const { format, unreleased, names, picture, print, language: locale } = asked;
  const { kind, ...size } = picture ?? {};
  const fields = scopeFields(asked);
  const said = { format, unreleased, names, picture: kind, ...size, ...print, locale };
  for (const [name, value] of Object.entries(said)) if (value !== undefined) fields.set(name, String(value));
  return fields;
}

const running = {
  ...{ id: EXAMPLE_IDS.exportId, format: 'zip', state: 'running', fileName: 'suncode-2026-11-28-1015.zip' },
  ...{ total: 120, done: 40, count: null, missingCount: null, sizeBytes: null, failure: null },
  ...{ createdBy: '收银', createdAt: '2026-11-28T02:15:00.000Z', url: null },
};

const finished = {
  ...{ ...running, state: 'finished', done: 120, count: 120, missingCount: 0, sizeBytes: 5_242_880 },
  url: `/api/v1/exports/${EXAMPLE_IDS.exportId}/file`,
};

const listQuery = z.strictObject({
  q: z.string().max(100).default('').meta(about('exportText')),
  app: z.string().default(ALL_APPS),
  tab: z.enum(EXPORT_TABS).default('all').meta(about('exportTab')),
  cursor: z.string().optional(),
});

export const EXPORT_ENDPOINTS = [
  endpoint({
    ...{ id: 'createExport', method: 'POST', path: '/exports', tag, permission: 'codes.export' },
    body: newExportSchema,
    output: exportSchema,
    status: 202,
    errors: ['NOT_FOUND', 'EXPORT_EMPTY', 'IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED'],
    example: {
      body: {
        filters: { app: EXAMPLE_IDS.miniProgramId, status: 'READY' },
        ...{ format: 'zip', names: '{name}' },
      },
      answer: running,
    },
    handle: async ({ actor, body }) => {
      const exportId = await createExport(actor, fieldsOf(body));
      const headers = { location: `/api/v1/exports/${exportId}` };
      return { body: exportJson(await getExport(actor, exportId)), headers };
    },
  }),
  endpoint({
    ...{ id: 'listExports', method: 'GET', path: '/exports', tag, permission: 'codes.export' },
    query: listQuery,
    output: z.object({ items: z.array(exportSchema), nextCursor: z.string().nullable() }),
    status: 200,
    errors: [],
    example: { query: { tab: 'ready' }, answer: { items: [finished], nextCursor: null } },
    handle: async ({ actor, query }) => {
      const { items, nextCursor } = await listExports(actor, query);
      return { body: { items: items.map(exportJson), nextCursor } };
    },
  }),
  endpoint({
    ...{ id: 'getExport', method: 'GET', path: one, tag, permission: 'codes.export' },
    output: exportSchema,
    status: 200,
    errors: ['NOT_FOUND'],
    example: { answer: finished },
    handle: async ({ actor, params }) => ({
      body: exportJson(await getExport(actor, params.exportId ?? '')),
    }),
  }),
  endpoint({
    ...{ id: 'downloadExport', method: 'GET', path: `${one}/file`, tag, permission: 'codes.export' },
    output: [
      'application/zip',
      'application/pdf',
      'text/csv; charset=utf-8',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    isStreamed: true,
    status: 200,
    errors: ['NOT_FOUND', 'EXPORT_STATE', 'EXPORT_CHANGED'],
    handle: async ({ actor, params }) => downloadResponse(await fetchExport(actor, params.exportId ?? '')),
  }),
  endpoint({
    ...{ id: 'retryExport', method: 'POST', path: `${one}/retry`, tag, permission: 'codes.export' },
    output: exportSchema,
    status: 202,
    errors: ['NOT_FOUND', 'EXPORT_STATE'],
    example: { answer: running },
    handle: async ({ actor, params: { exportId = '' } }) => {
      await retryExport(actor, exportId);
      return { body: exportJson(await getExport(actor, exportId)) };
    },
  }),
  endpoint({
    ...{ id: 'deleteExport', method: 'DELETE', path: one, tag, permission: 'codes.export' },
    output: null,
    status: 204,
    errors: ['NOT_FOUND', 'PRINT_OUT'],
    handle: async ({ actor, params: { exportId = '' } }) => {
      if ((await removeExports(actor, [exportId])) === 0) throw new AppError('NOT_FOUND');
      return {};
    },
  }),
];
