import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { filterFields } from '@/lib/api/codes/filters';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { EXPORT_FAILURES } from '@/lib/exports/export-types';
import {
  CODE_LOOKS,
  EXPORT_FORMATS,
  PICTURE_KINDS,
  PRINT_CM,
  PRINT_DPI,
  PRINT_INKS,
  PRINT_TYPES,
  SAMPLE_LIMITS,
  TEMPLATE_MAX_CHARS,
  UNRELEASED,
} from '@/lib/exports/options';
import { LOCALES } from '@/lib/i18n/locale';
import { SHEET_LIMITS, STOCKS } from '@/lib/print/sheet';
import { idSchema, lineSchema } from '@/lib/input/schemas';

const SCOPES = ['codeIds', 'batchId', 'filters'] as const;

const pictureSchema = z.strictObject({
  kind: z.enum(PICTURE_KINDS).default('original'),
  widthCm: z.number().min(PRINT_CM.min).max(PRINT_CM.max).optional(),
  dpi: z.int().min(PRINT_DPI.min).max(PRINT_DPI.max).optional(),
  type: z.enum([...PRINT_TYPES, 'svg']).optional(),
});

const printSchema = z.strictObject({
  design: z.string(),
  stock: z.enum(STOCKS.map(({ key }) => key)),
  startAt: z.int().min(1).max(SHEET_LIMITS.startAt).optional(),
  copies: z.int().min(1).max(SHEET_LIMITS.copies).optional(),
  cropMarks: z.enum(['yes', 'no']).optional(),
  ink: z.enum(PRINT_INKS).optional(),
  codes: z.enum(CODE_LOOKS).optional(),
  order: z.string().optional(),
  sample: z.int().min(1).max(SAMPLE_LIMITS.count).optional(),
  seed: z.int().min(0).max(SAMPLE_LIMITS.seed).optional(),
});

export const newExportSchema = z
  .strictObject({
    codeIds: z.array(idSchema).min(1).max(SELECTION_MAX_CODES).optional(),
    batchId: idSchema.optional(),
    filters: z.strictObject(filterFields).optional(),
    format: z.enum(EXPORT_FORMATS).default('zip'),
    unreleased: z.enum(UNRELEASED).optional().meta(about('exportUnreleased')),
    names: lineSchema(TEMPLATE_MAX_CHARS).optional(),
    picture: pictureSchema.optional(),
    print: printSchema.optional(),
    language: z.enum(LOCALES).optional(),
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
    state: z.enum(['running', 'finished', 'failed', 'lost']).meta(about('exportState')),
    fileName: z.string(),
    total: count,
    done: count,
    count: count.nullable().meta(about('exportCount')),
    missingCount: count.nullable(),
    sizeBytes: count.nullable(),
    failure: z.enum(EXPORT_FAILURES).nullable(),
    createdBy: z.string().nullable(),
    createdAt: moment,
    /** Null until it is finished. */
    url: z.string().nullable(),
  })
  .meta({ id: 'Export' });
