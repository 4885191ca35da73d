import { newRule, toRule, type RulesFormValues } from '@/components/codes/live/rules/rule-values';
import { readParametersText } from '@/lib/live/parameters-text';
import type { Retarget } from '@/lib/live/retarget';
import { keptRules } from '@/lib/live/rules';

/** As it is typed. `isScanned`: the page that the scan opens, and no other. */
export type RetargetValues = RulesFormValues & {
  page: string;
  isScanned: boolean;
  parameters: string;
  state: 'keep' | 'pause' | 'resume';
  message: string;
  rule: 'keep' | 'set' | 'clear';
  startsAt: string;
};

export const NOTHING: RetargetValues = {
  ...{ page: '', isScanned: false, parameters: '', state: 'keep', message: '' },
  ...{ rule: 'keep', rules: [newRule('')], startsAt: '' },
};

const IS_PAUSED = { keep: null, pause: true, resume: false } as const;

function pageOf({ page, isScanned }: RetargetValues): string | null {
  if (isScanned) return '';
  return page.trim() === '' ? null : page.trim();
}

function rulesOf({ rule, rules }: RetargetValues): Retarget['rules'] {
  if (rule === 'keep') return null;
  return rule === 'clear' ? [] : keptRules(rules.map(toRule));
}

export const toRetarget = (values: RetargetValues): Retarget => ({
  page: pageOf(values),
  parameters: Object.entries(readParametersText(values.parameters)),
  isPaused: IS_PAUSED[values.state],
  message: values.state === 'pause' ? values.message : '',
  rules: rulesOf(values),
  startsAt: values.startsAt,
});
