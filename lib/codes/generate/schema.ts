import { z } from 'zod';
import { idSchema, lineSchema, linesSchema, textSchema } from '@/lib/input/schemas';
import { newLiveSchema } from '@/lib/live/schema';
import { codeParametersSchema } from '@/lib/wechat/rules/parameters';
import { purposeInputSchema } from '@/lib/purposes/schema';
import { CODE_NAME_MAX_CHARS, CODE_NOTE_MAX_CHARS } from '@/lib/codes/limits';

/** What a code is called, beside its parameters. */
export const codeLabelsSchema = z.object({
  /** Empty: the scene or the path is the name. */
  name: lineSchema(CODE_NAME_MAX_CHARS).default(''),
  note: linesSchema(CODE_NOTE_MAX_CHARS).default(''),
});

const PURPOSE_KEY_MAX_CHARS = 64;

function buildSchema(pathMaxBytes: number) {
  return z.intersection(
    codeLabelsSchema.extend({
      miniProgramId: idSchema,
      /** What it is for, and what was filled in there; null for all parameters. Only kept: the parameters say what is made. */
      purpose: purposeInputSchema
        .extend({ key: textSchema(PURPOSE_KEY_MAX_CHARS) })
        .nullable()
        .default(null),
      /** What it leads to, kept here: the scene is made by Suncode then, and whatever is sent as one is left out. */
      live: newLiveSchema.nullable().default(null),
      /** A code that this one stands in for. */
      replaces: idSchema.nullable().default(null),
    }),
    codeParametersSchema({ pathMaxBytes }),
  );
}
const built = new Map<number, ReturnType<typeof buildSchema>>();

/**
 * What the generate form sends and the server checks. The path's limit belongs to the Mini Program. Each limit's schema
 * is built once: to build and compile it takes longer than to check a code.
 * @param pathMaxBytes of endpoint A, in bytes of UTF-8
 */
export function generateCodeSchema(pathMaxBytes: number) {
  const schema = built.get(pathMaxBytes) ?? buildSchema(pathMaxBytes);
  built.set(pathMaxBytes, schema);
  return schema;
}
export type GenerateCodeInput = z.input<ReturnType<typeof generateCodeSchema>>;
export type ParsedGenerateCode = z.output<ReturnType<typeof generateCodeSchema>>;

/** A note that is left out stays as it is. */
export const updateCodeSchema = z.object({
  name: lineSchema(CODE_NAME_MAX_CHARS).min(1),
  note: linesSchema(CODE_NOTE_MAX_CHARS).optional(),
});
export type UpdateCodeInput = z.input<typeof updateCodeSchema>;
