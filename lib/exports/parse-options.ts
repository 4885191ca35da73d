import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { LOCALES } from '@/lib/i18n/locale';
import { lineSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { parseTemplate, type TemplateIssue } from '@/lib/exports/names/name-template';
import {
  DEFAULT_NAMES,
  EXPORT_FORMATS,
  PRINT_CM,
  PRINT_DPI,
  PRINT_MAX_PX,
  PRINT_TYPES,
  printPixels,
  TEMPLATE_MAX_CHARS,
  type ExportOptions,
  type PictureOptions,
} from './options';

const between = ({ min, max }: { min: number; max: number }) => z.coerce.number().min(min).max(max);

const formatSchema = z.object({
  format: z.enum(EXPORT_FORMATS).default('zip'),
  locale: z.enum(LOCALES).default('zh-CN'),
});
const namesSchema = z.object({ names: lineSchema(TEMPLATE_MAX_CHARS).default('') });
const pictureSchema = z.discriminatedUnion('picture', [
  z.object({ picture: z.enum(['original', 'png']).default('original') }),
  z.object({
    picture: z.literal('print'),
    widthCm: between(PRINT_CM),
    dpi: between(PRINT_DPI).int(),
    type: z.enum(PRINT_TYPES).default('png'),
  }),
]);

function refuse(field: string, { key, values }: TemplateIssue): never {
  throw new AppError('INVALID_INPUT', { issues: [{ field, key: `exports.issues.${key}`, values }] });
}

function parsePicture(input: unknown): PictureOptions {
  const parsed = parseInput(pictureSchema, input);
  if (parsed.picture !== 'print') return { kind: parsed.picture };
  const { widthCm, dpi, type } = parsed;
  const pixels = printPixels({ widthCm, dpi });
  if (pixels > PRINT_MAX_PX)
    refuse('widthCm', { key: 'printTooLarge', values: { pixels, max: PRINT_MAX_PX } });
  return { kind: 'print', widthCm, dpi, type };
}

const storedPicture: z.ZodType<PictureOptions> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['original', 'png']) }),
  z.object({ kind: z.literal('print'), widthCm: z.number(), dpi: z.number(), type: z.enum(PRINT_TYPES) }),
]);

const storedSchema: z.ZodType<ExportOptions> = z.discriminatedUnion('format', [
  z.object({ format: z.literal('zip'), names: z.string(), picture: storedPicture }),
  z.object({ format: z.enum(['csv', 'xlsx']), locale: z.enum(LOCALES) }),
]);

/** What `Export.options` holds. */
export function storedOptions(json: unknown): ExportOptions {
  return storedSchema.parse(json);
}

/**
 * The options as the builder's form sends them, flat and as text; whatever is left out is the usual.
 * @param columns that the names may use: those of the batch that is exported
 * @throws AppError INVALID_INPUT
 */
export function parseExportOptions(input: unknown, columns: readonly string[]): ExportOptions {
  const { format, locale } = parseInput(formatSchema, input);
  if (format !== 'zip') return { format, locale };
  const names = parseInput(namesSchema, input).names || DEFAULT_NAMES;
  const { issue } = parseTemplate(names, columns);
  if (issue) refuse('names', issue);
  return { format, names, picture: parsePicture(input) };
}
