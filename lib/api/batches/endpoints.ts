import 'server-only';
import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { getDryRunRows } from '@/lib/batches/check/dry-run';
import { deleteDraft } from '@/lib/batches/draft/drafts';
import { getBatch, listBatches } from '@/lib/batches/report/queries';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { BATCH_TABS } from '@/lib/batches/report/run-types';
import { batchItemJson, batchJson, checkRowJson, runRowJson } from './as-json';
import { BATCH, BATCH_ITEM, CHECKED_ROWS, NEW_BATCH, NEW_BATCH_ANSWER, ROWS } from './examples';
import { makeBatch } from './make';
import {
  batchItemSchema,
  batchSchema,
  checkQuery,
  checkRowSchema,
  newBatchAnswer,
  newBatchSchema,
  rowsQuery,
  runRowSchema,
} from './schema';

const tag = 'batches';

const listQuery = z.strictObject({
  q: z.string().max(100).default('').meta({ description: 'In the name, and who made it' }),
  app: z.string().default(ALL_APPS).meta({ description: 'Id of a Mini Program; all of them when left out' }),
  tab: z.enum(BATCH_TABS).default('all').meta({ description: 'active: running or paused' }),
  cursor: z.string().optional().meta({ description: 'nextCursor of the page before' }),
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
    handle: async ({ actor, body }) => {
      const made = await makeBatch(actor, body);
      return { body: made, headers: { location: `/api/v1/batches/${made.batch.id}` } };
    },
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
    handle: async ({ actor, params }) => ({ body: batchJson(await getBatch(actor, params.batchId ?? '')) }),
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
    handle: async ({ actor, params, query: { verdict, after } }) => {
      const wanted = { ...(verdict && { verdicts: [verdict] }), after };
      const { items, nextAfter } = await getDryRunRows(actor, params.batchId ?? '', wanted);
      return { body: { items: items.map(checkRowJson), nextAfter } };
    },
  }),
  endpoint({
    ...{ id: 'listRows', method: 'GET', path: '/batches/{batchId}/rows', tag, permission: 'batches.read' },
    query: rowsQuery,
    output: page(runRowSchema),
    status: 200,
    errors: ['NOT_FOUND'],
    example: { query: { status: 'made' }, answer: ROWS },
    handle: async ({ actor, params, query }) => {
      const { items, nextAfter } = await listBatchRows(actor, params.batchId ?? '', query);
      return { body: { items: items.map(runRowJson), nextAfter } };
    },
  }),
];
