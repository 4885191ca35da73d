import { PARAMETERS_MAX_BYTES } from './limits';
import type { LiveParameters } from './parameters-text';
import { liveRules, rulesText, type KeptRule, type LiveRule, type Outcome } from './rules';
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
  /** All of them; none takes them away. */
  rules: KeptRule[] | null;
  /** From when on; empty: at once. */
  startsAt: string;
};

export const changesNothing = ({ page, parameters, isPaused, rules }: Retarget): boolean =>
  page === null && isPaused === null && rules === null && parameters.length === 0;

/** What a code leads to then. What rules open gets the parameters of the code too: each table keeps its number. */
export function retargeted(
  now: TargetState,
  { page, parameters, isPaused, message, rules }: Retarget,
): TargetState {
  const own = { ...now.parameters, ...Object.fromEntries(parameters) };
  const state =
    isPaused === null
      ? { isPaused: now.isPaused, message: now.message }
      : { isPaused, message: isPaused ? message : '' };
  return {
    ...state,
    rules: rules ? liveRules(rules).map((rule) => withOwn(rule, own)) : now.rules,
    page: page ?? now.page,
    parameters: own,
  };
}

const withOwn = (rule: LiveRule, own: LiveParameters): LiveRule =>
  rule.isPaused ? rule : { ...rule, parameters: { ...own, ...rule.parameters } };

const toldOutcome = ({ page, parameters, isPaused, message }: Outcome) => [
  ...[page, isPaused, message],
  Object.entries(parameters),
];

export function isSameTarget(one: TargetState, other: TargetState): boolean {
  const told = ({ rules, ...target }: TargetState) =>
    JSON.stringify([toldOutcome(target), rules.map((rule) => [rulesText([rule]), toldOutcome(rule)])]);
  return told(one) === told(other);
}

/** From when on a change counts: at once where no moment is named, or where it is over by the time that somebody gets to it. */
export function beginning(startsAt: string, now: Date): Date {
  const start = new Date(startsAt);
  return start > now ? start : now;
}

export const areTooLong = (parameters: LiveParameters): boolean =>
  utf8Bytes(JSON.stringify(parameters)) > PARAMETERS_MAX_BYTES;

/** The target itself, or what one of its rules opens. */
export const isTooLong = ({ parameters, rules }: TargetState): boolean =>
  [parameters, ...rules.map((rule) => rule.parameters)].some(areTooLong);
