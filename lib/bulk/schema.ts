import { z } from 'zod';
import { codeFiltersSchema } from '@/lib/codes/find/filters-schema';
import { countSchema, idSchema, lineSchema, momentSchema } from '@/lib/input/schemas';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { retargetSchema } from '@/lib/live/schema';
import { BULK_TAGS_MAX, CALL_KINDS, type BulkAction, type BulkScope } from './kinds';
import { PATTERN_MAX_CHARS, START_MAX } from './name-pattern';

const distinct = (ids: string[]) => [...new Set(ids)];
const nothing = z.object({}).default({});

export const bulkScopeSchema: z.ZodType<BulkScope> = z.union([
  z.object({ codeIds: z.array(idSchema).min(1).max(SELECTION_MAX_CODES).transform(distinct) }),
  z.object({ filters: codeFiltersSchema, count: countSchema.min(1), until: momentSchema }),
]);

const tags = z.object({ tagIds: z.array(idSchema).min(1).max(BULK_TAGS_MAX).transform(distinct) });

/** The pattern's own rules are those of `parseNamePattern`. */
export const bulkActionSchema: z.ZodType<BulkAction> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['addTags', 'removeTags']), values: tags }),
  z.object({ kind: z.literal('move'), values: z.object({ folderId: idSchema.nullable() }) }),
  z.object({
    kind: z.literal('rename'),
    values: z.object({
      pattern: lineSchema(PATTERN_MAX_CHARS).min(1),
      start: z.number().int().min(0).max(START_MAX),
    }),
  }),
  z.object({ kind: z.literal('retarget'), values: retargetSchema }),
  z.object({
    kind: z.enum(['archive', 'unarchive', 'delete', 'restore', ...CALL_KINDS, 'purge']),
    values: nothing,
  }),
]);
