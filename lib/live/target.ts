import 'server-only';
import { z } from 'zod';
import type { LiveTarget } from '@/lib/db/generated/client';
import { parametersText, type LiveParameters } from './parameters-text';
import type { TargetState } from './retarget';

const pairsSchema = z.array(z.tuple([z.string(), z.string()]));

/** As they are kept: an object of the database would not keep their order. */
export const toPairs = (parameters: LiveParameters): [string, string][] => Object.entries(parameters);

export const fromPairs = (kept: unknown): LiveParameters => Object.fromEntries(pairsSchema.parse(kept));

/** As it is shown. */
export type Target = Pick<LiveTarget, 'id' | 'startsAt' | 'byName'> & TargetState;

export function toTarget({ id, startsAt, page, isPaused, message, byName, parameters }: LiveTarget): Target {
  return { id, startsAt, page, isPaused, message, byName, parameters: fromPairs(parameters) };
}

/** As the record keeps it. */
export const toldTarget = ({ page, isPaused, message, parameters }: TargetState) => ({
  ...{ page, isPaused, message },
  parameters: parametersText(parameters),
});
