import 'server-only';
import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { endpoint } from '@/lib/api/endpoint';
import { textsOf } from '@/lib/i18n/texts';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { getDryRunRows } from '@/lib/batches/check/dry-run';
import { deleteDraft } from '@/lib/batches/draft/drafts';
import { listPresets } from '@/lib/batches/plan/presets';
import { errorList, errorsResponse } from '@/lib/batches/report/errors-csv';
import { getBatch, listBatches } from '@/lib/batches/report/queries';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { BATCH_TABS } from '@/lib/batches/report/run-types';
import { batchItemJson, batchJson, checkRowJson, presetJson, runRowJson } from './as-json';
import {
  BATCH,
  BATCH_ITEM,
  CHECKED_ROWS,
  NEW_BATCH,
  NEW_BATCH_ANSWER,
  NEW_FILE_BATCH,
  NEW_FILE_BATCH_ANSWER,
  PRESET,
  ROWS,
} from './examples';
import { makeBatch, makeFileBatch } from './make';
import {
  batchItemSchema,
  batchSchema,
  checkQuery,
  checkRowSchema,
  fileBatchSchema,
  newBatchAnswer,
  newBatchSchema,
  newFileBatchAnswer,
  presetSchema,
  rowsQuery,
  runRowSchema,
} from './schema';

const tag = 'batches';

const listQuery = z.strictObject({
  q: z.string().max(100).default('').meta(about('batchText')),
  app: z.string().default(ALL_APPS),
  tab: z.enum(BATCH_TABS).default('all').meta(about('batchTab')),
  cursor: z.string().optional(),
});

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextAfter: z.int().nullable() });

export const BATCH_ENDPOINTS = [
  endpoint({
    ...{ id: 'createBatch', method: 'POST', path: '/batches', tag, permission: 'batches.write' },
    body: newBatchSchema,
    output: newBatchAnswer,
    status: 201,
    errors: ['NOT_FOUND', 'APP_DISABLED', 'IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED'],
    example: { body: NEW_BATCH, answer: NEW_BATCH_ANSWER },
    handle: async ({ actor, body, locale }) => {
      const made = await makeBatch(actor, body, locale);
      return { body: made, headers: { location: `/api/v1/batches/${made.batch.id}` } };
    },
  }),
  endpoint({
    ...{ id: 'createBatchFromFile', method: 'POST', path: '/batches/file', tag, isForm: true },
    permission: 'batches.write',
    body: fileBatchSchema,
    output: newFileBatchAnswer,
    status: 201,
    errors: ['NOT_FOUND', 'APP_DISABLED', 'IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED'],
    example: { body: NEW_FILE_BATCH, answer: NEW_FILE_BATCH_ANSWER },
    handle: async ({ actor, body, locale }) => {
      const made = await makeFileBatch(actor, body, locale);
      return { body: made, headers: { location: `/api/v1/batches/${made.batch.id}` } };
    },
  }),
  endpoint({
    ...{ id: 'listPresets', method: 'GET', path: '/presets', tag, permission: 'batches.read' },
    output: z.object({ items: z.array(presetSchema) }),
    status: 200,
    errors: [],
    example: { answer: { items: [PRESET] } },
    handle: async ({ actor }) => ({ body: { items: (await listPresets(actor)).map(presetJson) } }),
  }),
  endpoint({
    ...{ id: 'listBatches', method: 'GET', path: '/batches', tag, permission: 'batches.read' },
    query: listQuery,
    output: z.object({ items: z.array(batchItemSchema), nextCursor: z.string().nullable() }),
    status: 200,
    errors: [],
    example: { query: { tab: 'done' }, answer: { items: [BATCH_ITEM], nextCursor: null } },
    handle: async ({ actor, query }) => {
      const { items, nextCursor } = await listBatches(actor, query);
      return { body: { items: items.map(batchItemJson), nextCursor } };
    },
  }),
  endpoint({
    ...{ id: 'getBatch', method: 'GET', path: '/batches/{batchId}', tag, permission: 'batches.read' },
    output: batchSchema,
    status: 200,
    errors: ['NOT_FOUND'],
    example: { answer: BATCH },
    handle: async ({ actor, params: { batchId = '' }, locale }) => ({
      body: batchJson(await getBatch(actor, batchId), textsOf(locale)),
    }),
  }),
  endpoint({
    ...{ id: 'deleteBatch', method: 'DELETE', path: '/batches/{batchId}', tag, permission: 'batches.write' },
    output: null,
    status: 204,
    errors: ['NOT_FOUND', 'BATCH_STARTED'],
    handle: async ({ actor, params }) => {
      await deleteDraft(actor, params.batchId ?? '');
      return {};
    },
  }),
  endpoint({
    ...{ id: 'listCheckedRows', method: 'GET', path: '/batches/{batchId}/check', tag },
    permission: 'batches.read',
    query: checkQuery,
    output: page(checkRowSchema),
    status: 200,
    errors: ['NOT_FOUND', 'BATCH_STARTED', 'CONFLICT'],
    example: { query: { verdict: 'new' }, answer: CHECKED_ROWS },
    handle: async ({ actor, params, query: { verdict, after }, locale }) => {
      const t = textsOf(locale);
      const wanted = { ...(verdict && { verdicts: [verdict] }), after };
      const { items, nextAfter } = await getDryRunRows(actor, params.batchId ?? '', wanted);
      return { body: { items: items.map((row) => checkRowJson(row, t)), nextAfter } };
    },
  }),
  endpoint({
    ...{ id: 'listRows', method: 'GET', path: '/batches/{batchId}/rows', tag, permission: 'batches.read' },
    query: rowsQuery,
    output: page(runRowSchema),
    status: 200,
    errors: ['NOT_FOUND'],
    example: { answer: ROWS },
    handle: async ({ actor, params, query, locale }) => {
      const t = textsOf(locale);
      const { items, nextAfter } = await listBatchRows(actor, params.batchId ?? '', query);
      return { body: { items: items.map((row) => runRowJson(row, t)), nextAfter } };
    },
  }),
  endpoint({
    ...{ id: 'downloadErrors', method: 'GET', path: '/batches/{batchId}/errors', tag },
    permission: 'batches.read',
    output: ['text/csv; charset=utf-8'],
    isStreamed: true,
    status: 200,
    errors: ['NOT_FOUND'],
    handle: async ({ actor, params: { batchId = '' }, locale }) =>
      errorsResponse(await errorList(actor, batchId, textsOf(locale))),
  }),
];
