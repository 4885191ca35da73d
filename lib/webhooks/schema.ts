import { z } from 'zod';
import { isTokenUrl } from '@/lib/apps/token/token-url';
import { idSchema, lineSchema } from '@/lib/input/schemas';
import { SEEN_APPS_MAX } from '@/lib/users/limits';
import {
  WEBHOOK_EVENTS,
  WEBHOOK_NAME_MAX_CHARS,
  WEBHOOK_OVERLAP_HOURS,
  WEBHOOK_URL_MAX_CHARS,
} from './limits';

/** Null for every Mini Program. */
export const sightInputSchema = z
  .array(idSchema)
  .min(1)
  .max(SEEN_APPS_MAX)
  .transform((ids) => [...new Set(ids)])
  .nullable();

export const webhookSchema = z.object({
  name: lineSchema(WEBHOOK_NAME_MAX_CHARS).min(1),
  url: lineSchema(WEBHOOK_URL_MAX_CHARS)
    .min(1)
    .refine(isTokenUrl, { params: { key: 'tokenUrl' } }),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1)
    .transform((chosen) => WEBHOOK_EVENTS.filter((one) => chosen.includes(one))),
  appIds: sightInputSchema,
});
export type WebhookInput = z.input<typeof webhookSchema>;

export const webhookOverlapSchema = z.literal([...WEBHOOK_OVERLAP_HOURS]);
