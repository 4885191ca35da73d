import { z } from 'zod';
import { liveOfRowSchema, wrongRows } from './live-rows';
import { VERDICTS } from '@/lib/batches/check/dry-run-types';
import { about } from '@/lib/api/descriptions';
import { readOptionsSchema } from '@/lib/batches/draft/draft-schema';
import {
  BATCH_NAME_MAX_CHARS,
  CELL_MAX_CHARS,
  PRESET_NAME_MAX_CHARS,
  TABLE_MAX_ROWS,
} from '@/lib/batches/limits';
import { DEFAULT_LOOK, POLICIES, ROW_FIELDS } from '@/lib/batches/plan/plan';
import { ROW_STATUSES } from '@/lib/batches/report/run-types';
import { LIST_SEARCH_MAX_CHARS } from '@/lib/lists/list-params';
import { BatchState } from '@/lib/db/generated/enums';
import { idSchema, lineSchema, textSchema } from '@/lib/input/schemas';
import { ENDPOINTS, ENV_VERSIONS } from '@/lib/wechat/rules/limits';
import { lookShape } from '@/lib/wechat/rules/parameters';

const text = textSchema(CELL_MAX_CHARS).optional();
const byte = z.int().min(0).max(255);

const look = {
  width: z.int().optional(),
  lineColor: z.strictObject({ r: byte, g: byte, b: byte }).optional(),
  autoColor: z.boolean().optional(),
  isHyaline: z.boolean().optional(),
  envVersion: z.enum(ENV_VERSIONS).optional(),
  checkPath: z.boolean().optional(),
};

/** Types are looked at here; whether WeChat would take the values, the check says row by row. */
const rowSchema = z.strictObject({
  scene: text,
  path: text,
  page: text,
  name: text,
  note: text,
  live: liveOfRowSchema,
  ...look,
});
export const newBatchSchema = z
  .strictObject({
    miniProgramId: idSchema,
    name: lineSchema(BATCH_NAME_MAX_CHARS).default('').meta(about('batchName')),
    endpoint: z.enum(ENDPOINTS, { error: 'endpointUnknown' }),
    rows: z.array(rowSchema).min(1).max(TABLE_MAX_ROWS),
    look: z
      .strictObject({ ...lookShape, checkPath: z.boolean().default(DEFAULT_LOOK.checkPath) })
      .default(DEFAULT_LOOK),
    policy: z.enum(POLICIES).default('all'),
    start: z.boolean().default(false),
  })
  .check((ctx) => {
    const { rows, endpoint } = ctx.value;
    for (const { path, key } of wrongRows(rows, endpoint))
      ctx.issues.push({ code: 'custom', input: ctx.value, path, params: { key } });
  })
  .meta({ id: 'NewBatch' });

export type NewBatch = z.output<typeof newBatchSchema>;

/** A form has texts alone. */
const flag = z.enum(['true', 'false']).default('false');
const { sheet } = readOptionsSchema.shape;

export const fileBatchSchema = z
  .strictObject({
    file: z.file(),
    miniProgramId: idSchema,
    name: lineSchema(BATCH_NAME_MAX_CHARS).default('').meta(about('fileBatchName')),
    preset: lineSchema(PRESET_NAME_MAX_CHARS).min(1).optional().meta(about('template')),
    endpoint: z.enum(ENDPOINTS, { error: 'endpointUnknown' }).optional().meta(about('endpointOfFile')),
    sheet,
    headerRow: z.coerce.number().int().min(1).optional(),
    policy: z.enum(POLICIES).optional().meta(about('policyOfFile')),
    live: flag.meta(about('liveOfFile')),
    start: flag,
  })
  .meta({ id: 'NewFileBatch' });

export type NewFileBatch = z.output<typeof fileBatchSchema>;

const moment = z.iso.datetime();
const count = z.int();
const issue = z.object({
  field: z.string(),
  code: z.string(),
  detail: z.string().meta(about('detail')),
});

const countsSchema = z.object({
  total: count,
  made: count,
  reused: count,
  failed: count,
  running: count,
  waiting: count,
  skipped: count,
  notMade: count,
});

const batchItemFields = z.object({
  id: z.string(),
  name: z.string(),
  miniProgramId: z.string(),
  state: z.enum(BatchState),
  source: z.string(),
  /** Name of the person or of the key. */
  createdBy: z.string().nullable(),
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  counts: countsSchema,
});
export const batchItemSchema = batchItemFields.meta({ id: 'BatchItem' });

export const batchSchema = batchItemFields
  .extend({
    /** Why it was paused by itself. */
    stoppedBy: z.string().nullable(),
    ratePerMinute: z.number().nullable(),
    secondsLeft: z.number().nullable(),
    waitingUntil: moment.nullable(),
    errors: z.array(
      z.object({
        cause: z.string(),
        detail: z.string().meta(about('detail')),
        errcode: count.nullable(),
        errmsg: z.string().nullable(),
        page: z.string().nullable().meta(about('pageOfFirst')),
        rows: count,
      }),
    ),
  })
  .meta({ id: 'Batch' });

const line = count.meta(about('line'));

const checkSchema = z
  .object({
    counts: z.object({ new: count, reused: count, duplicate: count, invalid: count }),
    quota: z.object({ needed: count, usedBefore: count, usedAfter: count, limit: count, floor: count }),
    estimatedSeconds: count,
    obstacle: z.enum(['badRows', 'nothing', 'quota']).nullable(),
    problems: z.array(issue.extend({ rows: count, firstLine: line })),
    unfit: z.object({ rows: count, firstLine: line }).nullable().meta(about('unfit')),
  })
  .meta({ id: 'BatchCheck' });

export const newBatchAnswer = z.object({ batch: batchSchema, check: checkSchema });

const mappingSchema = z
  .object({
    endpoint: z.enum(ENDPOINTS),
    live: z.boolean().meta(about('isLiveBatch')),
    columns: z.array(z.string()),
    fields: z.array(
      z.object({
        field: z.enum(ROW_FIELDS),
        column: z.string().optional(),
        template: z.string().optional().meta(about('mappedTemplate')),
        value: z.string().optional().meta(about('mappedValue')),
      }),
    ),
  })
  .meta({ id: 'BatchMapping' });

export const newFileBatchAnswer = newBatchAnswer.extend({ mapping: mappingSchema });

export const presetSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdBy: z.string().nullable(),
  updatedAt: moment,
  mapping: mappingSchema,
});

export const checkRowSchema = z.object({
  row: count,
  line,
  verdict: z.enum(VERDICTS),
  name: z.string(),
  target: z.string(),
  issues: z.array(issue),
  codeId: z.string().nullable(),
});

export const runRowSchema = z.object({
  row: count,
  line,
  status: z.enum(ROW_STATUSES).meta(about('rowResult')),
  name: z.string(),
  target: z.string(),
  issues: z.array(issue),
  page: z.string().nullable().meta(about('pageOfRow')),
  live: z
    .object({
      page: z.string().meta(about('livePage')),
      parameters: z.record(z.string(), z.string()),
    })
    .nullable()
    .meta(about('liveRow')),
  codeId: z.string().nullable(),
  failure: z
    .object({
      key: z.string(),
      detail: z.string().meta(about('detail')),
      errcode: count.nullable(),
      errmsg: z.string().nullable(),
    })
    .nullable(),
});

const after = z.coerce.number().int().min(0).default(0);

export const checkQuery = z.strictObject({ verdict: z.enum(VERDICTS).optional(), after });
export const rowsQuery = z.strictObject({
  status: z.enum(ROW_STATUSES).optional().meta(about('rowStatus')),
  cause: z.string().optional().meta(about('causeOfRows')),
  q: z.string().max(LIST_SEARCH_MAX_CHARS).default('').meta(about('rowSearch')),
  after,
});

export const startSchema = z.strictObject({
  seen: z.strictObject({ newRows: z.int().min(0), needed: z.int().min(0) }).optional(),
});
