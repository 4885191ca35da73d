import { PARAMETERS_MAX_BYTES } from './limits';
import type { LiveParameters } from './parameters-text';
import { rulesText, type LiveRule, type Outcome } from './rules';
import { utf8Bytes } from '@/lib/wechat/rules/limits';

/** Where a scan leads, or what is said instead, and what some get instead of that. */
export type TargetState = Outcome & { rules: LiveRule[] };

/**
 * What is changed of many live codes: null and a name that is not given leave what each of them has. Pairs, since an object of
 * the database would not keep their order.
 */
export type Retarget = {
  page: string | null;
  parameters: [name: string, value: string][];
  isPaused: boolean | null;
  /** Of a pause. */
  message: string;
};

export const changesNothing = ({ page, parameters, isPaused }: Retarget): boolean =>
  page === null && isPaused === null && parameters.length === 0;

/** What a code leads to then. Its rules stay as they are. */
export function retargeted(now: TargetState, { page, parameters, isPaused, message }: Retarget): TargetState {
  const state =
    isPaused === null
      ? { isPaused: now.isPaused, message: now.message }
      : { isPaused, message: isPaused ? message : '' };
  return {
    ...state,
    rules: now.rules,
    page: page ?? now.page,
    parameters: { ...now.parameters, ...Object.fromEntries(parameters) },
  };
}

const toldOutcome = ({ page, parameters, isPaused, message }: Outcome) => [
  ...[page, isPaused, message],
  Object.entries(parameters),
];

export function isSameTarget(one: TargetState, other: TargetState): boolean {
  const told = ({ rules, ...target }: TargetState) =>
    JSON.stringify([toldOutcome(target), rules.map((rule) => [rulesText([rule]), toldOutcome(rule)])]);
  return told(one) === told(other);
}

export const areTooLong = (parameters: LiveParameters): boolean =>
  utf8Bytes(JSON.stringify(parameters)) > PARAMETERS_MAX_BYTES;
