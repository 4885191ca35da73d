import 'server-only';
import pMap from 'p-map';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { readFilterParams } from '@/lib/codes/find/filters';
import { getCode, listCodes } from '@/lib/codes/find/queries';
import { generateCode, regenerateCode } from '@/lib/codes/generate/service';
import { isAppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { endpoint } from '@/lib/api/endpoint';
import { toProblem } from '@/lib/api/problem';
import { codeItemJson, codeJson } from './as-json';
import { actOn, changeCode } from './change';
import { CODE, CODE_ITEM, MADE_CODES, NEW_CODE } from './examples';
import { filterFields, filterQuery } from './filters';
import {
  changedCodeSchema,
  codeItemSchema,
  codeSchema,
  madeCodeSchema,
  madeCodesSchema,
  manyCodesSchema,
  newCodeSchema,
} from './schema';

const tag = 'codes';
/** As many calls to WeChat at once for one request. */
const AT_ONCE = 4;
const LIMIT_MAX = 200;

const GENERATING = ['APP_DISABLED', 'SANDBOX_OFF', 'QUOTA_EXHAUSTED', 'QUOTA_FLOOR'] as const;

async function make(actor: Actor, input: z.output<typeof newCodeSchema>) {
  const sent = input.endpoint === 'getwxacodeunlimit' ? { ...input, scene: input.scene ?? '' } : input;
  const { codeId, outcome } = await generateCode(actor, sent);
  return { outcome, code: codeJson(await getCode(actor, codeId)) };
}

async function makeOne(actor: Actor, item: unknown, index: number) {
  try {
    return { index, ...(await make(actor, parseInput(newCodeSchema, item))) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { index, outcome: 'refused', problem: toProblem(error, null) };
  }
}

const listQuery = z.strictObject({
  ...filterFields,
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(50),
  cursor: z.string().optional(),
});

export const CODE_ENDPOINTS = [
  endpoint({
    ...{ id: 'createCode', method: 'POST', path: '/codes', tag, permission: 'codes.write' },
    body: newCodeSchema,
    output: madeCodeSchema,
    status: 201,
    otherStatus: {
      ...{ status: 200, means: 'The same was generated before: nothing was called or counted.' },
    },
    errors: ['NOT_FOUND', ...GENERATING, 'IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED'],
    example: { body: NEW_CODE, answer: { outcome: 'generated', code: CODE } },
    handle: async ({ actor, body }) => {
      const made = await make(actor, body);
      const headers = { location: `/api/v1/codes/${made.code.id}` };
      return { body: made, headers, status: made.outcome === 'generated' ? 201 : 200 };
    },
  }),
  endpoint({
    ...{ id: 'createCodes', method: 'POST', path: '/codes/many', tag, permission: 'codes.write' },
    body: manyCodesSchema,
    output: madeCodesSchema,
    status: 200,
    errors: ['IDEMPOTENCY_BUSY', 'IDEMPOTENCY_REUSED'],
    example: { body: { items: [NEW_CODE, { ...NEW_CODE, scene: '' }] }, answer: MADE_CODES },
    handle: async ({ actor, body }) => ({
      body: {
        items: await pMap(body.items, (item, index) => makeOne(actor, item, index), { concurrency: AT_ONCE }),
      },
    }),
  }),
  endpoint({
    ...{ id: 'listCodes', method: 'GET', path: '/codes', tag, permission: 'codes.read' },
    query: listQuery,
    output: z.object({ items: z.array(codeItemSchema), nextCursor: z.string().nullable() }),
    status: 200,
    errors: [],
    example: { query: { status: 'READY', limit: 20 }, answer: { items: [CODE_ITEM], nextCursor: null } },
    handle: async ({ actor, query: { cursor, limit, ...filters } }) => {
      const asked = readFilterParams(filterQuery(filters));
      const { items, nextCursor } = await listCodes(actor, asked, { after: cursor, size: limit });
      return { body: { items: items.map(codeItemJson), nextCursor } };
    },
  }),
  endpoint({
    ...{ id: 'getCode', method: 'GET', path: '/codes/{codeId}', tag, permission: 'codes.read' },
    output: codeSchema,
    status: 200,
    errors: ['NOT_FOUND'],
    example: { answer: CODE },
    handle: async ({ actor, params }) => ({ body: codeJson(await getCode(actor, params.codeId ?? '')) }),
  }),
  endpoint({
    ...{ id: 'updateCode', method: 'PATCH', path: '/codes/{codeId}', tag, permission: 'codes.write' },
    body: changedCodeSchema,
    output: codeSchema,
    status: 200,
    errors: ['NOT_FOUND', 'CODE_BUSY'],
    example: { body: { name: '靠窗 12 号桌', note: '' }, answer: { ...CODE, name: '靠窗 12 号桌' } },
    handle: async ({ actor, params, body }) => ({
      body: codeJson(await changeCode(actor, params.codeId ?? '', body)),
    }),
  }),
  endpoint({
    ...{ id: 'deleteCode', method: 'DELETE', path: '/codes/{codeId}', tag, permission: 'codes.write' },
    output: null,
    status: 204,
    errors: ['NOT_FOUND', 'CODE_BUSY'],
    handle: async ({ actor, params }) => {
      await getCode(actor, params.codeId ?? '');
      await actOn(actor, params.codeId ?? '', { kind: 'delete' });
      return {};
    },
  }),
  endpoint({
    ...{ id: 'restoreCode', method: 'POST', path: '/codes/{codeId}/restore', tag },
    permission: 'codes.write',
    output: codeSchema,
    status: 200,
    errors: ['NOT_FOUND'],
    example: { answer: CODE },
    handle: async ({ actor, params }) => {
      await actOn(actor, params.codeId ?? '', { kind: 'restore' });
      return { body: codeJson(await getCode(actor, params.codeId ?? '')) };
    },
  }),
  endpoint({
    ...{ id: 'retryCode', method: 'POST', path: '/codes/{codeId}/retry', tag, permission: 'codes.write' },
    output: codeSchema,
    status: 200,
    errors: ['NOT_FOUND', 'CODE_BUSY', 'CODE_NOT_FAILED', ...GENERATING],
    example: { answer: CODE },
    handle: async ({ actor, params }) => {
      await regenerateCode(actor, params.codeId ?? '');
      return { body: codeJson(await getCode(actor, params.codeId ?? '')) };
    },
  }),
];
