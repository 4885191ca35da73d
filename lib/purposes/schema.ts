import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from '@/lib/input/schemas';
import { ENDPOINTS, hasReservedParameter, PATH_MAX_BYTES_EXTENDED } from '@/lib/wechat/rules/limits';
import { templateKeys } from './build';
import {
  FIELD_LABEL_MAX_CHARS,
  FIELD_VALUE_MAX_CHARS,
  NAME_TEMPLATE_MAX_CHARS,
  PRINT_CM,
  PURPOSE_FIELDS_MAX,
  PURPOSE_NAME_MAX_CHARS,
  PURPOSE_SUMMARY_MAX_CHARS,
  type KeptPurpose,
} from './purpose';

const FIELD_KEY_MAX_CHARS = 20;
const PARAMETER_MAX_CHARS = 16;
/** More than one fills, because what was typed for another purpose is kept with them. */
const VALUES_MAX = 40;
/** More than there can be. */
const ORDER_MAX = 100;

const fieldKey = z
  .string()
  .regex(/^[a-z][a-z0-9]*$/i)
  .max(FIELD_KEY_MAX_CHARS);

/** Letters of `scene` that are no separators; a page reads it as a name. */
const parameter = z
  .string()
  .max(PARAMETER_MAX_CHARS)
  .refine((text) => /^[A-Za-z0-9_.-]*$/.test(text) && !hasReservedParameter(`?${text}`), {
    params: { key: 'parameterName' },
  });

/** A page of a Mini Program, without the slash and the query that WeChat refuses. */
const pageSchema = textSchema(PATH_MAX_BYTES_EXTENDED).refine((text) => !/^\/|[?#\s]/.test(text), {
  params: { key: 'pageAddress' },
});

const fieldSchema = z.object({
  key: fieldKey,
  label: lineSchema(FIELD_LABEL_MAX_CHARS).min(1),
  example: lineSchema(FIELD_VALUE_MAX_CHARS),
  parameter: parameter.nullable(),
  required: z.boolean(),
  counts: z.boolean(),
});
type Field = z.output<typeof fieldSchema>;

function report(payload: z.core.ParsePayload, path: (string | number)[], key: string): void {
  payload.issues.push({ code: 'custom', input: payload.value, path, params: { key } });
}

/** What two fields must not have in common, at the second of them. */
function checkFields(payload: z.core.ParsePayload<Field[]>): void {
  const fields = payload.value;
  const earlier = (index: number, same: (field: Field) => boolean) => fields.slice(0, index).some(same);
  fields.forEach(({ key, label, parameter: name }, index) => {
    if (earlier(index, (field) => field.key === key || field.label === label))
      report(payload, [index, 'label'], 'taken');
    if (name !== null && earlier(index, (field) => field.parameter === name))
      report(payload, [index, 'parameter'], 'taken');
  });
  if (fields.length > 0 && fields.every(({ parameter: name }) => name === null))
    report(payload, [0, 'parameter'], 'noParameter');
}

/** What a purpose asks and makes (lib/purposes/purpose.ts). */
export const purposeDefinitionSchema = z
  .object({
    name: lineSchema(PURPOSE_NAME_MAX_CHARS).min(1),
    summary: lineSchema(PURPOSE_SUMMARY_MAX_CHARS),
    endpoint: z.enum(ENDPOINTS),
    fields: z.array(fieldSchema).min(1).max(PURPOSE_FIELDS_MAX).check(checkFields),
    nameTemplate: lineSchema(NAME_TEMPLATE_MAX_CHARS),
    printCm: z.number().min(PRINT_CM.min).max(PRINT_CM.max),
  })
  .check((payload) => {
    const known = payload.value.fields.map(({ key }) => key);
    const keys = templateKeys(payload.value.nameTemplate);
    if (keys.some((key) => !known.includes(key))) report(payload, ['nameTemplate'], 'unknownField');
  });

export const pagesSchema = z.record(idSchema, pageSchema);

/** What the page of a purpose sends. */
export const savePurposeSchema = z.object({ definition: purposeDefinitionSchema, pages: pagesSchema });
export type SavePurposeInput = z.input<typeof savePurposeSchema>;

/** Keys in the order that they shall stand in. */
export const purposeOrderSchema = z.array(z.string().max(64)).min(1).max(ORDER_MAX);

/** What was filled in, kept with the code. Of any purpose, also of one that is gone by now. */
export const purposeInputSchema = z.object({
  values: z
    .record(fieldKey, textSchema(FIELD_VALUE_MAX_CHARS))
    .refine((values) => Object.keys(values).length <= VALUES_MAX),
  printCm: z.number().min(PRINT_CM.min).max(PRINT_CM.max).nullable(),
});

/** What a code's row says about its purpose; what cannot be read (of another version of the product) was for none. */
export function keptPurpose(key: string | null, input: unknown): KeptPurpose | null {
  const kept = purposeInputSchema.safeParse(input).data;
  return key !== null && kept ? { key, ...kept } : null;
}
