import { z } from 'zod';
import { appIdsSchema } from '../schema';

/** Nobody becomes an administrator by coming along. */
export const newcomersSchema = z.object({
  newcomers: z.enum(['refuse', 'approval', 'member']),
  role: z.enum(['OPERATOR', 'VIEWER']),
  appIds: appIdsSchema,
});
export type NewcomersInput = z.input<typeof newcomersSchema>;
