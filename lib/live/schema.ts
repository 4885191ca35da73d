import { z } from 'zod';
import { isDay, isStorable } from '@/lib/input/text';
import { lineSchema } from '@/lib/input/schemas';
import { pageSchema } from '@/lib/wechat/rules/parameters';
import { isParameterName, PAUSE_MESSAGE_MAX_CHARS, RULES_MAX } from './limits';
import { areTooLong, changesNothing } from './retarget';
import { keptRules, type LiveRule } from './rules';

const isGood = ([name, value]: [string, string]) => isParameterName(name) && isStorable(value);

type Checked = z.core.ParsePayload<Record<string, string> | [string, string][]>;

/** One thing is wrong with all of them together: they are typed into one field. */
function checkParameters({ value, issues }: Checked): void {
  const wrong = (key: string) => issues.push({ code: 'custom', input: value, message: key, params: { key } });
  const pairs = Array.isArray(value) ? value : Object.entries(value);
  if (!pairs.every(isGood)) return void wrong('liveParameters');
  if (areTooLong(Object.fromEntries(pairs))) wrong('liveTooLong');
}

/** As a row of a batch has them: what is wrong with a name is said of that row. */
export const liveTextsSchema = z
  .record(z.string(), z.string().refine(isStorable, { params: { key: 'unstorable' } }))
  .default({})
  .check(({ value, issues }) => {
    if (areTooLong(value)) issues.push({ code: 'custom', input: value, params: { key: 'liveTooLong' } });
  });

const parametersSchema = z.record(z.string(), z.string()).check(checkParameters).default({});

/** What a new live code leads to. */
export const newLiveSchema = z.strictObject({
  page: pageSchema.meta({ about: 'livePage' }),
  parameters: parametersSchema,
});
export type NewLive = z.output<typeof newLiveSchema>;

/** The wall clock of the server, which every date is shown in, or a moment in UTC. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?Z)?$/;
const isMoment = (text: string) => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

type Conditions = Pick<LiveRule, 'from' | 'to' | 'weekdays' | 'startTime' | 'endTime' | 'share'>;

/** A rule that always holds would hide the target. */
const isConditional = ({ from, to, weekdays, startTime, endTime, share }: Conditions) =>
  [from, to, startTime, endTime].some((text) => text !== '') || weekdays.length > 0 || share !== null;

const messageSchema = lineSchema(PAUSE_MESSAGE_MAX_CHARS).default('');

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const openField = (isGood: (text: string) => boolean) =>
  z
    .string()
    .refine((text) => text === '' || isGood(text), { params: { key: 'format' } })
    .default('');
const dayField = openField(isDay);
const timeField = openField((text) => TIME.test(text));

const ruleSchema = newLiveSchema
  .extend({
    from: dayField.meta({ about: 'ruleFrom' }),
    to: dayField.meta({ about: 'ruleTo' }),
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    startTime: timeField,
    endTime: timeField,
    share: z.int().min(1).max(100).nullable().default(null),
    isPaused: z.boolean().default(false),
    message: messageSchema,
  })
  .transform(({ weekdays, message, ...rule }) => ({
    ...rule,
    weekdays: [...new Set(weekdays)].sort(),
    message: rule.isPaused ? message : '',
  }))
  .refine(({ from, to }) => from === '' || to === '' || from <= to, {
    path: ['to'],
    params: { key: 'ruleDays' },
  })
  .refine(({ startTime, endTime }) => startTime === '' || startTime !== endTime, {
    ...{ path: ['endTime'], params: { key: 'ruleTimes' } },
  })
  .refine(isConditional, { path: ['share'], params: { key: 'ruleAlways' } });

/** Empty: at once. */
const startsAtSchema = openField(isMoment);

export const liveTargetSchema = newLiveSchema.extend({
  isPaused: z.boolean().default(false),
  message: messageSchema,
  rules: z.array(ruleSchema).max(RULES_MAX).default([]),
  startsAt: startsAtSchema,
});
export type LiveTargetInput = z.input<typeof liveTargetSchema>;

/** As it is typed, or as it is kept. */
const anyRuleSchema = z.preprocess((rule) => {
  const isKept = typeof rule === 'object' && rule !== null && 'parameters' in rule;
  if (!isKept || !Array.isArray(rule.parameters)) return rule;
  return { ...rule, parameters: Object.fromEntries(rule.parameters) };
}, ruleSchema);

/** What is changed of many live codes at once: at least one thing. */
export const retargetSchema = z
  .strictObject({
    page: newLiveSchema.shape.page.nullable(),
    parameters: z.array(z.tuple([z.string(), z.string()])).check(checkParameters),
    isPaused: z.boolean().nullable(),
    message: messageSchema,
    rules: z.array(anyRuleSchema).max(RULES_MAX).transform(keptRules).nullable().default(null),
    startsAt: startsAtSchema,
  })
  .refine((values) => !changesNothing(values), { path: ['parameters'], params: { key: 'liveNothing' } });
