import 'server-only';
import { z } from 'zod';
import type { LiveTarget } from '@/lib/db/generated/client';
import { parametersText, type LiveParameters } from './parameters-text';
import type { TargetState } from './retarget';
import { liveRules, rulesText, type LiveRule } from './rules';

/** Parameters as they are kept: an object of the database would not keep their order. */
export const pairsSchema = z.array(z.tuple([z.string(), z.string()]));

export const toPairs = (parameters: LiveParameters): [string, string][] => Object.entries(parameters);

const fromPairs = (kept: unknown): LiveParameters => Object.fromEntries(pairsSchema.parse(kept));

const ruleSchema = z.object({
  ...{ from: z.string(), to: z.string(), startTime: z.string(), endTime: z.string() },
  weekdays: z.array(z.number()),
  share: z.number().nullable(),
  ...{ page: z.string(), isPaused: z.boolean(), message: z.string() },
  parameters: pairsSchema,
});

const readRules = (kept: unknown): LiveRule[] => liveRules(z.array(ruleSchema).parse(kept));

/** As it is shown. */
export type Target = Pick<LiveTarget, 'id' | 'startsAt' | 'byName'> & TargetState;

export function toTarget({ parameters, rules, ...kept }: LiveTarget): Target {
  const { id, startsAt, page, isPaused, message, byName } = kept;
  const target = { id, startsAt, page, isPaused, message, byName };
  return { ...target, parameters: fromPairs(parameters), rules: readRules(rules) };
}

/** As the record keeps it. */
export const toldTarget = ({ page, isPaused, message, parameters, rules }: TargetState) => ({
  ...{ page, isPaused, message },
  parameters: parametersText(parameters),
  rules: rulesText(rules),
});
