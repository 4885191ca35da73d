import { PARAMETERS_MAX_BYTES } from './limits';
import type { LiveParameters } from './parameters-text';
import { utf8Bytes } from '@/lib/wechat/rules/limits';

/** Where a scan leads, or what is said instead. */
export type TargetState = { page: string; parameters: LiveParameters; isPaused: boolean; message: string };

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

/** What a code leads to then. */
export function retargeted(now: TargetState, { page, parameters, isPaused, message }: Retarget): TargetState {
  const state =
    isPaused === null
      ? { isPaused: now.isPaused, message: now.message }
      : { isPaused, message: isPaused ? message : '' };
  return {
    ...state,
    page: page ?? now.page,
    parameters: { ...now.parameters, ...Object.fromEntries(parameters) },
  };
}

export function isSameTarget(one: TargetState, other: TargetState): boolean {
  const told = ({ page, parameters, isPaused, message }: TargetState) =>
    JSON.stringify([page, Object.entries(parameters), isPaused, message]);
  return told(one) === told(other);
}

export const areTooLong = (parameters: LiveParameters): boolean =>
  utf8Bytes(JSON.stringify(parameters)) > PARAMETERS_MAX_BYTES;
