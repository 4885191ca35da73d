import { z } from 'zod';
import { lineSchema } from '@/lib/input/schemas';
import { pageSchema } from '@/lib/wechat/rules/parameters';
import {
  CHOICE_MAX_CHARS,
  CHOICES_MAX,
  DECLARED_MAX,
  NAME_MAX_CHARS,
  PARAMETER_TYPES,
  SHORT_MAX_CHARS,
} from './declaration';

const parameterSchema = z.strictObject({
  name: lineSchema(NAME_MAX_CHARS).min(1),
  short: lineSchema(SHORT_MAX_CHARS).default(''),
  type: z.enum(PARAMETER_TYPES).default('text'),
  isCompact: z.boolean().default(false),
  choices: z.array(lineSchema(CHOICE_MAX_CHARS).min(1)).max(CHOICES_MAX).default([]),
  isRequired: z.boolean().default(false),
  isRemoved: z.boolean().default(false),
});

/** The rest, which looks at several of them and at what was kept, keep.ts says. */
export const declareSchema = z.strictObject({
  page: pageSchema.refine((page) => page !== '', { params: { key: 'required' } }),
  parameters: z.array(parameterSchema).max(DECLARED_MAX),
});
export type DeclareInput = z.input<typeof declareSchema>;

/** As they are kept. */
export const keptParametersSchema = z.array(parameterSchema);
