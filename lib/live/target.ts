import 'server-only';
import { z } from 'zod';
import type { LiveTarget } from '@/lib/db/generated/client';
import type { LiveParameters } from './parameters-text';

const pairsSchema = z.array(z.tuple([z.string(), z.string()]));

/** As they are kept: an object of the database would not keep their order. */
export const toPairs = (parameters: LiveParameters): [string, string][] => Object.entries(parameters);

export const fromPairs = (kept: unknown): LiveParameters => Object.fromEntries(pairsSchema.parse(kept));

/** As it is shown. */
export type Target = Pick<LiveTarget, 'id' | 'startsAt' | 'page' | 'isPaused' | 'message' | 'byName'> & {
  parameters: LiveParameters;
};

export function toTarget({ id, startsAt, page, isPaused, message, byName, parameters }: LiveTarget): Target {
  return { id, startsAt, page, isPaused, message, byName, parameters: fromPairs(parameters) };
}
