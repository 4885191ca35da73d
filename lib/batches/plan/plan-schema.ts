import { z } from 'zod';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import { lookShape } from '@/lib/wechat/rules/parameters';
import { textSchema } from '@/lib/input/schemas';
import { CELL_MAX_CHARS, TABLE_MAX_COLUMNS, TEMPLATE_MAX_CHARS } from '@/lib/batches/limits';
import { ENCODINGS, POLICIES, ROW_FIELDS, type BatchPlan } from './plan';

const encode = z.enum(ENCODINGS).optional();

const fieldSource = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('column'),
    column: z
      .number()
      .int()
      .min(0)
      .max(TABLE_MAX_COLUMNS - 1),
    encode,
  }),
  z.object({ from: z.literal('template'), template: textSchema(TEMPLATE_MAX_CHARS), encode }),
  z.object({ from: z.literal('fixed'), value: textSchema(CELL_MAX_CHARS) }),
]);

/**
 * A plan as it is stored, perhaps unfinished: whether its columns and templates fit the table, the dry run says. The
 * common look obeys the rules of a single code.
 */
export const batchPlanSchema: z.ZodType<BatchPlan> = z.object({
  endpoint: z.enum(ENDPOINTS, { error: 'endpointUnknown' }),
  isLive: z.boolean().optional(),
  fields: z.partialRecord(z.enum(ROW_FIELDS), fieldSource.optional()),
  look: z.object({ ...lookShape, checkPath: z.boolean({ error: 'switchInvalid' }) }),
  policy: z.enum(POLICIES),
  mends: z.array(z.enum(ROW_FIELDS)).max(ROW_FIELDS.length).optional(),
});
