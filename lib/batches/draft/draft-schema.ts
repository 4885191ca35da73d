import { z } from 'zod';
import {
  BATCH_NAME_MAX_CHARS,
  CELL_MAX_CHARS,
  PRESET_NAME_MAX_CHARS,
  SERIES_MAX,
  SERIES_PAD_MAX,
  SERIES_TEXT_MAX_CHARS,
  TABLE_MAX_ROWS,
  DELIMITER_NAMES,
  TABLE_MAX_COLUMNS,
  TEXT_ENCODINGS,
} from '@/lib/batches/limits';
import { ROW_FIELDS } from '@/lib/batches/plan/plan';
import { LEFT_OUT } from '@/lib/batches/table/table';
import { idSchema, lineSchema, textSchema } from '@/lib/input/schemas';

const SHEET_NAME_MAX_CHARS = 255;

export const readOptionsSchema = z.object({
  headerRow: z.number().int().min(1).nullable().optional(),
  headerNames: z.array(z.string()).max(TABLE_MAX_COLUMNS).optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  delimiter: z.enum(DELIMITER_NAMES).optional(),
  sheet: textSchema(SHEET_NAME_MAX_CHARS).optional(),
  kept: z.array(z.enum(LEFT_OUT)).max(LEFT_OUT.length).optional(),
  skipHidden: z.boolean().optional(),
  isTurned: z.boolean().optional(),
});

const text = lineSchema(SERIES_TEXT_MAX_CHARS).default('');
const wholeNumber = z.number().int();
/** Every number of a series is exact: the last one is below 2^53. */
const START_MAX = 1_000_000_000_000_000;
const STEP_MAX = 1_000_000_000;

const series = z.object({
  name: lineSchema(SERIES_TEXT_MAX_CHARS)
    .min(1)
    // Braces could not be named in a template.
    .regex(/^[^{}]*$/),
  prefix: text,
  suffix: text,
  start: wholeNumber.min(-START_MAX).max(START_MAX).default(1),
  count: wholeNumber.min(1).max(TABLE_MAX_ROWS),
  step: wholeNumber.min(-STEP_MAX).max(STEP_MAX).default(1),
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

const name = lineSchema(BATCH_NAME_MAX_CHARS);

/** Each row has a cell for each column. */
const rowsSource = z
  .object({
    kind: z.literal('rows'),
    columns: z.array(z.enum(ROW_FIELDS)).min(1).max(ROW_FIELDS.length),
    rows: z
      .array(z.array(textSchema(CELL_MAX_CHARS)))
      .min(1)
      .max(TABLE_MAX_ROWS),
  })
  .refine(({ columns, rows }) => rows.every((cells) => cells.length === columns.length));

/** The start of a batch; what is in the file or the text, the readers check. */
export const createDraftSchema = z.object({
  miniProgramId: idSchema,
  name: name.default(''),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), file: z.instanceof(File), options: readOptionsSchema.default({}) }),
    z.object({
      kind: z.literal('paste'),
      text: z.string().min(1),
      options: readOptionsSchema.omit({ encoding: true, sheet: true, skipHidden: true }).default({}),
    }),
    z.object({ kind: z.literal('sequence'), series: seriesSchema }),
    rowsSource,
  ]),
});

export const batchNameSchema = z.object({ name: name.min(1) });
export const presetNameSchema = z.object({ name: lineSchema(PRESET_NAME_MAX_CHARS).min(1) });
