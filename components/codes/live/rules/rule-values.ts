import { parametersText, readParametersText } from '@/lib/live/parameters-text';
import type { LiveRule } from '@/lib/live/rules';

/** A rule as it is typed. */
export type RuleValues = Omit<LiveRule, 'isPaused' | 'parameters'> & {
  then: 'open' | 'message';
  parameters: string;
};
export type RulesFormValues = { rules: RuleValues[] };

export const newRule = (page: string): RuleValues => ({
  ...{ from: '', to: '', weekdays: [], startTime: '', endTime: '', share: null },
  ...{ then: 'open', page, parameters: '', message: '' },
});

export const toValues = ({ isPaused, parameters, ...rule }: LiveRule): RuleValues => ({
  ...rule,
  then: isPaused ? 'message' : 'open',
  parameters: parametersText(parameters),
});

export const toRule = ({ then, page, parameters, message, ...rule }: RuleValues): LiveRule => ({
  ...rule,
  page: page.trim(),
  parameters: readParametersText(parameters),
  isPaused: then === 'message',
  message: then === 'message' ? message : '',
});
