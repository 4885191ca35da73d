import { daysBefore } from './day';
import type { LiveParameters } from './parameters-text';

/** Where a scan leads, or what is said instead. */
export type Outcome = { page: string; parameters: LiveParameters; isPaused: boolean; message: string };

/**
 * What some get instead. Everything that is given must hold: days (YYYY-MM-DD, both included), days of the week (1 is Monday),
 * times (HH:MM, the first included; a later time first goes over midnight and belongs to the day that it began on), and the
 * share of the people in per cent. '' , [] and null are always so.
 */
export type LiveRule = Outcome & {
  from: string;
  to: string;
  weekdays: number[];
  startTime: string;
  endTime: string;
  share: number | null;
};

/** As it is kept: an object of the database would not keep the order of parameters. */
export type KeptRule = Omit<LiveRule, 'parameters'> & { parameters: [name: string, value: string][] };

export const keptRules = (rules: readonly LiveRule[]): KeptRule[] =>
  rules.map(({ parameters, ...rule }) => ({ ...rule, parameters: Object.entries(parameters) }));

export const liveRules = (kept: readonly KeptRule[]): LiveRule[] =>
  kept.map(({ parameters, ...rule }) => ({ ...rule, parameters: Object.fromEntries(parameters) }));

type When = Pick<LiveRule, 'from' | 'to' | 'weekdays' | 'startTime' | 'endTime'>;

/** 1 is Monday. */
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

/** The day that a time belongs to, or null outside the times. */
function dayWithin({ startTime, endTime }: When, day: string, time: string): string | null {
  const isOver = endTime !== '' && time >= endTime;
  if (endTime !== '' && startTime > endTime) {
    if (!isOver) return daysBefore(day, 1);
    return time >= startTime ? day : null;
  }
  return time >= startTime && !isOver ? day : null;
}

function holds(rule: When, at: string): boolean {
  const [today = '', time = ''] = at.split(' ');
  const day = dayWithin(rule, today, time);
  if (day === null || (rule.from !== '' && day < rule.from) || (rule.to !== '' && day > rule.to))
    return false;
  return rule.weekdays.length === 0 || rule.weekdays.includes(weekdayOf(day));
}

/**
 * What people get at a moment, by shares in per cent that make 100 together. A rule without a share takes all that are left;
 * who is in no rule gets the target itself. A pause of the target is one for everybody.
 * @param at of the server's wall clock, YYYY-MM-DD HH:MM
 */
export function outcomesAt(
  { rules, ...target }: Outcome & { rules: readonly LiveRule[] },
  at: string,
): { share: number; outcome: Outcome }[] {
  const all: { share: number; outcome: Outcome }[] = [];
  let left = 100;
  for (const rule of target.isPaused ? [] : rules) {
    if (left === 0 || !holds(rule, at)) continue;
    const { page, parameters, isPaused, message } = rule;
    const share = Math.min(rule.share ?? 100, left);
    all.push({ share, outcome: { page, parameters, isPaused, message } });
    left -= share;
  }
  return left === 0 ? all : [...all, { share: left, outcome: target }];
}

/** Short and in no language, for the record of changes: `2026-12-01..2026-12-24 67 09:00-18:00 20% → pages/sale t=1`. */
export function rulesText(rules: readonly LiveRule[]): string {
  return rules
    .map(({ from, to, weekdays, startTime, endTime, share, ...outcome }) => {
      const when = [
        from || to ? `${from}..${to}` : '',
        weekdays.join(''),
        startTime || endTime ? `${startTime}-${endTime}` : '',
        share === null ? '' : `${share}%`,
      ];
      const pairs = Object.entries(outcome.parameters).map(([name, value]) => `${name}=${value}`);
      const then = outcome.isPaused ? [`"${outcome.message}"`] : [outcome.page, ...pairs];
      return [...when, '→', ...then].filter((part) => part !== '').join(' ');
    })
    .join('\n');
}
