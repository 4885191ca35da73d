import 'server-only';
import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { endpoint } from '@/lib/api/endpoint';
import { textsOf } from '@/lib/i18n/texts';
import type { Actor } from '@/lib/auth/actor';
import { getBatch } from '@/lib/batches/report/queries';
import { cancelBatch, pauseBatch, resumeBatch, retryFailed } from '@/lib/batches/run/control';
import { startBatch } from '@/lib/batches/run/start';
import type { Locale } from '@/lib/i18n/locale';
import { batchJson } from './as-json';
import { BATCH, RUNNING_BATCH } from './examples';
import { batchSchema, startSchema } from './schema';

const common = {
  tag: 'batches',
  method: 'POST',
  permission: 'batches.write',
  output: batchSchema,
  status: 200,
} as const;

type Asked = { actor: Actor; params: Record<string, string>; locale: Locale };

async function after(
  { actor, params: { batchId = '' }, locale }: Asked,
  work: (actor: Actor, batchId: string) => Promise<unknown>,
) {
  await work(actor, batchId);
  return { body: batchJson(await getBatch(actor, batchId), textsOf(locale)) };
}

export const RUN_ENDPOINTS = [
  endpoint({
    ...{ ...common, id: 'startBatch', path: '/batches/{batchId}/start' },
    body: startSchema,
    errors: [
      ...(['NOT_FOUND', 'APP_DISABLED', 'BATCH_STARTED', 'BATCH_BAD_ROWS', 'BATCH_NOTHING'] as const),
      ...(['BATCH_OVER_QUOTA', 'BATCH_CHANGED', 'CONFLICT'] as const),
    ],
    example: { body: { seen: { newRows: 2, needed: 0 } }, answer: RUNNING_BATCH },
    handle: ({ body: { seen }, ...asked }) =>
      after(asked, (actor, batchId) => startBatch(actor, batchId, seen)),
  }),
  endpoint({
    ...{ ...common, id: 'pauseBatch', path: '/batches/{batchId}/pause' },
    errors: ['NOT_FOUND', 'BATCH_STATE'],
    example: { answer: { ...RUNNING_BATCH, state: 'PAUSED' } },
    handle: (asked) => after(asked, pauseBatch),
  }),
  endpoint({
    ...{ ...common, id: 'resumeBatch', path: '/batches/{batchId}/resume' },
    errors: ['NOT_FOUND', 'BATCH_STATE', 'APP_DISABLED'],
    example: { answer: RUNNING_BATCH },
    handle: (asked) => after(asked, resumeBatch),
  }),
  endpoint({
    ...{ ...common, id: 'cancelBatch', path: '/batches/{batchId}/cancel' },
    errors: ['NOT_FOUND', 'BATCH_STATE'],
    example: { answer: { ...BATCH, state: 'CANCELLED' } },
    handle: (asked) => after(asked, cancelBatch),
  }),
  endpoint({
    ...{ ...common, id: 'retryBatch', path: '/batches/{batchId}/retry' },
    body: z.strictObject({ cause: z.string().max(64).optional().meta(about('causeToRetry')) }),
    errors: ['NOT_FOUND', 'BATCH_STATE', 'BATCH_NO_FAILURE', 'APP_DISABLED'],
    example: { body: { cause: 'timeout' }, answer: RUNNING_BATCH },
    handle: ({ body: { cause }, ...asked }) =>
      after(asked, (actor, batchId) => retryFailed(actor, batchId, cause)),
  }),
];
