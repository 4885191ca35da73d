import { z } from 'zod';
import {
  BATCH_NAME_MAX_CHARS,
  PRESET_NAME_MAX_CHARS,
  SERIES_MAX,
  SERIES_PAD_MAX,
  SERIES_TEXT_MAX_CHARS,
  TABLE_MAX_ROWS,
  TEXT_ENCODINGS,
  type DelimiterName,
} from '@/lib/batches/limits';

const SHEET_NAME_MAX_CHARS = 255;

export const readOptionsSchema = z.object({
  hasHeader: z.boolean().optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  delimiter: z.enum(['comma', 'tab', 'semicolon'] satisfies DelimiterName[]).optional(),
  sheet: z.string().max(SHEET_NAME_MAX_CHARS).optional(),
});

const text = z.string().max(SERIES_TEXT_MAX_CHARS).default('');
const wholeNumber = z.number().int();

const series = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(SERIES_TEXT_MAX_CHARS)
    // Braces could not be named in a template.
    .regex(/^[^{}]*$/),
  prefix: text,
  suffix: text,
  start: wholeNumber.default(1),
  count: wholeNumber.min(1).max(TABLE_MAX_ROWS),
  step: wholeNumber.default(1),
  pad: wholeNumber.min(0).max(SERIES_PAD_MAX).default(0),
});

/** Number series, each with a column name of its own. */
export const seriesSchema = z
  .array(series)
  .min(1)
  .max(SERIES_MAX)
  .check((ctx) => {
    for (const [index, { name }] of ctx.value.entries())
      if (ctx.value.findIndex((other) => other.name === name) < index)
        ctx.issues.push({
          code: 'custom',
          input: ctx.value,
          path: [index, 'name'],
          params: { key: 'seriesName' },
        });
  });

const name = z.string().trim().max(BATCH_NAME_MAX_CHARS);

/** The start of a batch; what is in the file or the text, the readers check. */
export const createDraftSchema = z.object({
  miniProgramId: z.string().min(1).max(64),
  name: name.default(''),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), file: z.instanceof(File), options: readOptionsSchema.default({}) }),
    z.object({
      kind: z.literal('paste'),
      text: z.string().min(1),
      options: readOptionsSchema.pick({ hasHeader: true }).default({}),
    }),
    z.object({ kind: z.literal('sequence'), series: seriesSchema }),
  ]),
});

export const batchNameSchema = z.object({ name: name.min(1) });
export const presetNameSchema = z.object({ name: z.string().trim().min(1).max(PRESET_NAME_MAX_CHARS) });
