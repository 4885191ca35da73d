import { z } from 'zod';
import { filterFields } from '@/lib/api/codes/filters';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { EXPORT_FAILURES } from '@/lib/exports/export-types';
import {
  CODE_LOOKS,
  EXPORT_FORMATS,
  PICTURE_KINDS,
  PRINT_INKS,
  PRINT_TYPES,
  TEMPLATE_MAX_CHARS,
} from '@/lib/exports/options';
import { LOCALES } from '@/lib/i18n/locale';
import { idSchema, lineSchema } from '@/lib/input/schemas';

const SCOPES = ['codeIds', 'batchId', 'filters'] as const;

const pictureSchema = z.strictObject({
  kind: z.enum(PICTURE_KINDS).default('original'),
  widthCm: z.number().optional().meta({ description: 'For print and vector' }),
  dpi: z.int().optional().meta({ description: 'For print' }),
  type: z
    .enum([...PRINT_TYPES, 'svg'])
    .optional()
    .meta({ description: 'For print png, jpeg or pdf; for vector svg or pdf' }),
});

const printSchema = z.strictObject({
  design: z.string().meta({ description: 'Key or id of a design' }),
  stock: z.string().meta({ description: 'Key of a paper or of labels' }),
  startAt: z.int().optional(),
  copies: z.int().optional(),
  cropMarks: z.enum(['yes', 'no']).optional(),
  ink: z.enum(PRINT_INKS).optional(),
  codes: z.enum(CODE_LOOKS).optional(),
  order: z.string().optional().meta({ description: 'given, name, scene, folder or col:<column>' }),
  sample: z.int().optional(),
  seed: z.int().optional(),
});

export const newExportSchema = z
  .strictObject({
    codeIds: z.array(idSchema).min(1).max(SELECTION_MAX_CODES).optional(),
    batchId: idSchema.optional(),
    filters: z
      .strictObject(filterFields)
      .optional()
      .meta({ description: '{} for every code that the key sees' }),
    format: z.enum(EXPORT_FORMATS).default('zip'),
    names: lineSchema(TEMPLATE_MAX_CHARS)
      .optional()
      .meta({ description: 'Template of file names in a ZIP, such as {name}' }),
    picture: pictureSchema.optional().meta({ description: 'In a ZIP' }),
    print: printSchema.optional().meta({ description: 'Of a PDF' }),
    language: z.enum(LOCALES).optional().meta({ description: 'Of headings and words' }),
  })
  .check((ctx) => {
    const chosen = SCOPES.filter((scope) => ctx.value[scope] !== undefined);
    if (chosen.length === 1) return;
    const field = chosen[1] ?? 'codeIds';
    const params = { key: chosen.length === 0 ? 'required' : 'unknownKey' };
    ctx.issues.push({ code: 'custom', input: ctx.value, path: [field], params });
  })
  .meta({ id: 'NewExport' });

export type NewExport = z.output<typeof newExportSchema>;

const moment = z.iso.datetime();
const count = z.int();

export const exportSchema = z
  .object({
    id: z.string(),
    format: z.enum(EXPORT_FORMATS),
    /** lost: made, but the storage no longer has a picture of it. */
    state: z.enum(['running', 'finished', 'failed', 'lost']),
    fileName: z.string(),
    total: count,
    done: count,
    count: count.nullable(),
    missingCount: count.nullable(),
    sizeBytes: count.nullable(),
    failure: z.enum(EXPORT_FAILURES).nullable(),
    createdBy: z.string().nullable(),
    createdAt: moment,
    /** Null until it is finished. */
    url: z.string().nullable(),
  })
  .meta({ id: 'Export' });
