import { z } from 'zod';
import { isTokenUrl } from '@/lib/apps/token/token-url';
import { LOCALES } from '@/lib/i18n/locale';
import { lineSchema } from '@/lib/input/schemas';
import { WEBHOOK_NAME_MAX_CHARS, WEBHOOK_URL_MAX_CHARS } from './limits';
import { ROBOT_EVENTS, ROBOT_SECRET_MAX_CHARS, robotOf } from './robots';
import { sightInputSchema } from './schema';

export const robotSchema = z.object({
  name: lineSchema(WEBHOOK_NAME_MAX_CHARS).min(1),
  url: lineSchema(WEBHOOK_URL_MAX_CHARS)
    .min(1)
    .refine((url) => isTokenUrl(url) && robotOf(url) !== null, { params: { key: 'robotUrl' } }),
  /** Empty where the robot wants no signature. */
  secret: lineSchema(ROBOT_SECRET_MAX_CHARS),
  events: z
    .array(z.enum(ROBOT_EVENTS))
    .min(1)
    .transform((chosen) => ROBOT_EVENTS.filter((one) => chosen.includes(one))),
  appIds: sightInputSchema,
  /** What the group reads. */
  locale: z.enum(LOCALES),
});
export type RobotInput = z.input<typeof robotSchema>;

/** Of one that there is: an empty address keeps the one it has, with its secret. */
export const changedRobotSchema = robotSchema.extend({
  url: z.literal('').or(robotSchema.shape.url),
});
