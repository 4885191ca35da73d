import { z } from 'zod';
import { VERDICTS } from '@/lib/batches/check/dry-run-types';
import { BATCH_NAME_MAX_CHARS, CELL_MAX_CHARS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { DEFAULT_LOOK, POLICIES, requiredField } from '@/lib/batches/plan/plan';
import { ROW_STATUSES } from '@/lib/batches/report/run-types';
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
const rowSchema = z.strictObject({ scene: text, path: text, page: text, name: text, note: text, ...look });

export const newBatchSchema = z
  .strictObject({
    miniProgramId: idSchema,
    name: lineSchema(BATCH_NAME_MAX_CHARS).default('').meta({ description: 'The time when left out' }),
    endpoint: z.enum(ENDPOINTS, { error: 'endpointUnknown' }),
    rows: z.array(rowSchema).min(1).max(TABLE_MAX_ROWS),
    look: z
      .strictObject({ ...lookShape, checkPath: z.boolean().default(DEFAULT_LOOK.checkPath) })
      .default(DEFAULT_LOOK)
      .meta({ description: 'Of all rows that say nothing of their own' }),
    policy: z.enum(POLICIES).default('all').meta({
      description:
        'all: nothing starts while a row is invalid or repeats another; skip: such rows are left out',
    }),
    start: z.boolean().default(false).meta({
      description: 'Start at once when nothing stands in the way; else check.obstacle tells what does',
    }),
  })
  .check((ctx) => {
    const field = requiredField(ctx.value.endpoint);
    if (ctx.value.rows.length === 0 || ctx.value.rows.some((row) => (row[field] ?? '') !== '')) return;
    ctx.issues.push({
      code: 'custom',
      input: ctx.value,
      path: ['rows', 0, field],
      params: { key: 'required' },
    });
  })
  .meta({ id: 'NewBatch' });

export type NewBatch = z.output<typeof newBatchSchema>;

const moment = z.iso.datetime();
const count = z.int();
const issue = z.object({ field: z.string(), code: z.string() });

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
      z.object({ cause: z.string(), errcode: count.nullable(), errmsg: z.string().nullable(), rows: count }),
    ),
  })
  .meta({ id: 'Batch' });

const checkSchema = z
  .object({
    counts: z.object({ new: count, reused: count, duplicate: count, invalid: count }),
    quota: z.object({ needed: count, usedBefore: count, usedAfter: count, limit: count, floor: count }),
    estimatedSeconds: count,
    obstacle: z.enum(['badRows', 'nothing', 'quota']).nullable(),
    problems: z.array(issue.extend({ rows: count, firstRow: count })),
  })
  .meta({ id: 'BatchCheck' });

export const newBatchAnswer = z.object({ batch: batchSchema, check: checkSchema });

export const checkRowSchema = z.object({
  row: count,
  verdict: z.enum(VERDICTS),
  name: z.string(),
  target: z.string(),
  issues: z.array(issue),
  codeId: z.string().nullable(),
});

export const runRowSchema = z.object({
  row: count,
  status: z.enum(ROW_STATUSES),
  name: z.string(),
  target: z.string(),
  issues: z.array(issue),
  codeId: z.string().nullable(),
  failure: z.object({ key: z.string(), errcode: count.nullable(), errmsg: z.string().nullable() }).nullable(),
});

const after = z.coerce.number().int().min(0).default(0).meta({ description: 'nextAfter of the page before' });

export const checkQuery = z.strictObject({ verdict: z.enum(VERDICTS).optional(), after });
export const rowsQuery = z.strictObject({
  status: z.enum(ROW_STATUSES).optional(),
  cause: z.string().optional().meta({ description: 'Of errors in the batch' }),
  after,
});

export const startSchema = z.strictObject({
  seen: z
    .strictObject({ newRows: z.int().min(0), needed: z.int().min(0) })
    .optional()
    .meta({
      description: 'check.counts.new and check.quota.needed as you saw them: more than that is not started',
    }),
});
