import { z } from 'zod';
import type { BatchRow, Code } from '@/lib/db/generated/client';

const parametersSchema = z
  .object({ scene: z.string(), path: z.string(), page: z.string() })
  .partial()
  .catch({});

export type PlannedParameters = z.output<typeof parametersSchema>;

/** What a row asked for; nothing for one that is not made. */
export const plannedParameters = ({ parameters }: Pick<BatchRow, 'parameters'>): PlannedParameters =>
  parametersSchema.parse(parameters);

/** Whether its code is another one than the row asked for: one that took its place since. */
export const isReplaced = (
  { fingerprint }: Pick<BatchRow, 'fingerprint'>,
  code: Pick<Code, 'fingerprint'>,
): boolean => fingerprint !== null && code.fingerprint !== fingerprint;
