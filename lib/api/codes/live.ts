import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { getLive } from '@/lib/live/queries';
import { SCAN_KINDS } from '@/lib/live/scans/scan-kinds';
import { liveTargetSchema } from '@/lib/live/schema';
import { setLiveTarget } from '@/lib/live/service';
import { about } from '@/lib/api/descriptions';
import { endpoint } from '@/lib/api/endpoint';
import { LIVE } from './examples';

const outcome = {
  page: z.string().meta(about('livePage')),
  parameters: z.record(z.string(), z.string()),
  isPaused: z.boolean(),
  message: z.string(),
};

const ruleSchema = z
  .object({
    from: z.string().meta(about('ruleFrom')),
    to: z.string().meta(about('ruleTo')),
    weekdays: z.array(z.int()),
    startTime: z.string(),
    endTime: z.string(),
    share: z.int().nullable(),
    ...outcome,
  })
  .meta({ id: 'LiveRule' });

const targetSchema = z
  .object({
    id: z.string(),
    startsAt: z.iso.datetime(),
    ...outcome,
    rules: z.array(ruleSchema),
    byName: z.string(),
  })
  .meta({ id: 'LiveTarget' });

/** In all; of the last days, today first, and of as many days before them; by how people scanned; of each hour of today. */
const scansSchema = z.object({
  total: z.int(),
  devices: z.int().meta(about('scanDevices')),
  days: z.array(z.object({ day: z.string(), count: z.int() })),
  before: z.int(),
  kinds: z.array(z.object({ kind: z.enum(SCAN_KINDS), count: z.int() })),
  hours: z.array(z.object({ hour: z.string(), count: z.int() })),
});

const liveSchema = z
  .object({
    key: z.string().meta(about('liveKey')),
    now: targetSchema,
    planned: z.array(targetSchema),
    past: z.array(targetSchema),
    serverNow: z.string(),
    scans: scansSchema,
  })
  .meta({ id: 'Live' });

/** @throws AppError NOT_FOUND, also for a code that is not live */
async function requireLive(actor: Actor, codeId: string) {
  const live = await getLive(actor, codeId);
  if (!live) throw new AppError('NOT_FOUND');
  return live;
}

export const LIVE_ENDPOINTS = [
  endpoint({
    ...{ id: 'getLive', method: 'GET', path: '/codes/{codeId}/live', tag: 'codes' },
    permission: 'codes.read',
    output: liveSchema,
    status: 200,
    errors: ['NOT_FOUND'],
    example: { answer: LIVE },
    handle: async ({ actor, params }) => ({ body: await requireLive(actor, params.codeId ?? '') }),
  }),
  endpoint({
    ...{ id: 'setLiveTarget', method: 'POST', path: '/codes/{codeId}/live', tag: 'codes' },
    permission: 'codes.write',
    body: liveTargetSchema,
    output: liveSchema,
    status: 200,
    errors: ['NOT_FOUND', 'TOO_MANY_PLANS'],
    example: { body: { page: '', parameters: { shop: '西湖店' } }, answer: LIVE },
    handle: async ({ actor, params: { codeId = '' }, body }) => {
      await setLiveTarget(actor, codeId, body);
      return { body: await requireLive(actor, codeId) };
    },
  }),
];
