import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { createTranslator } from 'next-intl';
import { LOCALES } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { lineSchema } from '@/lib/input/schemas';
import type { Design } from '@/lib/print/design';
import { smallestCode } from '@/lib/print/design-problems';
import { designSchema, orderSchema, ownSchema, sheetSchema } from '@/lib/print/design-schema';
import { ownProblems, type OwnStock } from '@/lib/print/own-stock';
import { readDesign } from '@/lib/print/place-piece';
import { orderIssue } from '@/lib/print/piece-order';
import { piecePixels } from '@/lib/print/piece-page';
import { gridOf, OWN, placeToFill, SHEET_LIMITS, STOCKS, type SheetChoice } from '@/lib/print/sheet';
import { DESIGN_KEYS, FILLING } from '@/lib/print/starter-keys';
import { fillingDesign } from '@/lib/print/labels';
import { starters, starterWords } from '@/lib/print/starters';
import { SMALL_CM, sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import { parseInput } from '@/lib/validation';
import { parseTemplate, type TemplateIssue } from '@/lib/exports/names/name-template';
import {
  CODE_LOOKS,
  DEFAULT_NAMES,
  EXPORT_FORMATS,
  PIECE_TYPES,
  PRINT_INKS,
  PRINT_CM,
  PRINT_DPI,
  PRINT_MAX_PX,
  PRINT_TYPES,
  printPixels,
  SAMPLE_LIMITS,
  TEMPLATE_MAX_CHARS,
  VECTOR_TYPES,
  type ExportOptions,
  type PdfOptions,
  type PieceOptions,
  type PictureOptions,
} from './options';

const between = ({ min, max }: { min: number; max: number }) => z.coerce.number().min(min).max(max);

const namesSchema = z.object({ names: lineSchema(TEMPLATE_MAX_CHARS).default('') });
const pictureSchema = z.discriminatedUnion('picture', [
  z.object({ picture: z.enum(['original', 'png']).default('original') }),
  z.object({
    picture: z.literal('print'),
    widthCm: between(PRINT_CM),
    dpi: between(PRINT_DPI).int(),
    type: z.enum(PRINT_TYPES).default('png'),
  }),
  z.object({
    ...{ picture: z.literal('vector'), type: z.enum(VECTOR_TYPES).default('svg') },
    widthCm: between(PRINT_CM).default(PRINT_CM.usual),
  }),
]);

/** @throws AppError INVALID_INPUT, always */
export function refuse(field: string, { key, values }: TemplateIssue): never {
  throw new AppError('INVALID_INPUT', { issues: [{ field, key: `exports.issues.${key}`, values }] });
}

function parsePicture(input: unknown): PictureOptions {
  const parsed = parseInput(pictureSchema, input);
  if (parsed.picture === 'vector') return { kind: 'vector', type: parsed.type, widthCm: parsed.widthCm };
  if (parsed.picture !== 'print') return { kind: parsed.picture };
  const { widthCm, dpi, type } = parsed;
  const pixels = printPixels({ widthCm, dpi });
  if (type !== 'pdf' && pixels > PRINT_MAX_PX)
    refuse('widthCm', { key: 'printTooLarge', values: { pixels, max: PRINT_MAX_PX } });
  return { kind: 'print', widthCm, dpi, type };
}

const storedPicture: z.ZodType<PictureOptions> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['original', 'png']) }),
  z.object({ kind: z.literal('print'), widthCm: z.number(), dpi: z.number(), type: z.enum(PRINT_TYPES) }),
  z.object({ kind: z.literal('vector'), type: z.enum(VECTOR_TYPES), widthCm: z.number() }),
]);

const storedPdf = z.object({
  format: z.literal('pdf'),
  design: designSchema,
  sheet: sheetSchema,
  ink: z.enum(PRINT_INKS),
  ...{ codes: z.enum(CODE_LOOKS).default('picture'), order: z.string().default('given') },
  // Prints from before there were samples were of all codes.
  sample: z.object({ count: z.number(), seed: z.number(), of: z.number() }).nullable().default(null),
});

const storedPieces = storedPdf.extend({
  format: z.literal('pieces'),
  files: z.object({ type: z.enum(PIECE_TYPES), dpi: z.number(), bleed: z.boolean(), names: z.string() }),
});

const storedSchema: z.ZodType<ExportOptions> = z.discriminatedUnion('format', [
  z.object({ format: z.literal('zip'), names: z.string(), picture: storedPicture }),
  z.object({ format: z.enum(['csv', 'xlsx', 'pictureTable']), locale: z.enum(LOCALES) }),
  storedPdf,
  storedPieces,
]);

const localeSchema = z.object({ locale: z.enum(LOCALES).default('zh-CN') });
const formatSchema = localeSchema.extend({ format: z.enum(EXPORT_FORMATS).default('zip') });

const designKeySchema = localeSchema.extend({ design: z.enum(DESIGN_KEYS) });
const stockSchema = z.object({ stock: z.enum([...STOCKS.map(({ key }) => key), OWN]) });

type StockChoice = Pick<SheetChoice, 'stock' | 'own'>;

/** `own.width` and its like. */
function ownFields(input: object): Record<string, unknown> {
  const named = Object.entries(input).filter(([field]) => field.startsWith('own.'));
  return Object.fromEntries(named.map(([field, value]) => [field.slice('own.'.length), value]));
}

/** @throws AppError INVALID_INPUT that names the first figure that cannot be, such as of a grid that is larger than its paper */
export function parseOwn(input: unknown): OwnStock {
  const own = parseInput(ownSchema, input);
  const [problem] = ownProblems(own);
  if (problem) refuse(`own.${problem.field}`, problem);
  return own;
}

function parseStock(input: object): StockChoice {
  const { stock } = parseInput(stockSchema, input);
  return { stock, own: stock === OWN ? parseOwn(ownFields(input)) : null };
}

function parseFilling(input: object): Design {
  const place = placeToFill(parseStock(input));
  return place ? fillingDesign(place) : refuse('design', { key: 'fillNeedsSheet', values: {} });
}

/**
 * The design that a print names, with its words in the language of whoever prints.
 * @param kept the one of the team that it names, if it names one
 * @throws AppError INVALID_INPUT
 */
export function parseDesign(input: object, kept: Design | null): Design {
  if (kept) return kept;
  const { design: key, locale } = parseInput(designKeySchema, input);
  if (key === FILLING) return parseFilling(input);
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'exports.print.words' });
  const words = starterWords(t);
  const starter = starters(words).find((known) => known.key === key);
  if (!starter) throw new AppError('NOT_FOUND');
  return starter.design;
}

const printSchema = z.object({
  startAt: z.coerce.number().int().min(1).max(SHEET_LIMITS.startAt).default(1),
  copies: z.coerce.number().int().min(1).max(SHEET_LIMITS.copies).default(1),
  cropMarks: z.enum(['yes', 'no']).default('no'),
  colorBars: z.enum(['yes', 'no']).default('no'),
  ink: z.enum(PRINT_INKS).default('rgb'),
  ...{ codes: z.enum(CODE_LOOKS).default('picture'), order: orderSchema },
  sample: z.coerce.number().int().min(1).max(SAMPLE_LIMITS.count).optional(),
  seed: z.coerce.number().int().min(1).max(SAMPLE_LIMITS.seed).default(1),
});

/** @throws AppError INVALID_INPUT for a code that is too small to be scanned */
export function requireScannable(design: Design): void {
  const cm = smallestCode(design);
  if (cm !== null && sizeVerdict(cm) === 'tooSmall')
    refuse('design', { key: 'codeTooSmall', values: { cm, min: SMALL_CM.least } });
}

/** @throws AppError INVALID_INPUT for an order that these columns do not give */
export function requireOrder(order: string, columns: readonly string[]): void {
  const issue = orderIssue(order, columns);
  if (issue) refuse('order', issue);
}

type Given = { columns: readonly string[]; kept: Design | null };

/** @throws AppError INVALID_INPUT, also for a code that is too small to be scanned */
function parseLaid(input: object, { columns, kept }: Given) {
  const { sample: count, seed, ...rest } = parseInput(printSchema, input);
  const { cropMarks, colorBars, ink, codes, order, ...sheet } = rest;
  const press = { cropMarks: cropMarks === 'yes', colorBars: colorBars === 'yes' };
  const stock = parseStock(input);
  const design = parseDesign(input, kept);
  requireScannable(design);
  const { issue } = readDesign(design, columns);
  if (issue) refuse('design', issue);
  requireOrder(order, columns);
  const sample = count ? { count, seed, of: 0 } : null;
  return { design, sheet: { ...stock, ...sheet, ...press }, ink, codes, order, sample };
}

/** @throws AppError INVALID_INPUT, also for a piece that has no room on the sheet, and a first label that the sheet has not */
function parsePrint(input: object, given: Given): PdfOptions {
  const laid = parseLaid(input, given);
  const { design, sheet } = laid;
  const room = gridOf(sheet, design).places.length;
  const { width, height } = design;
  if (room === 0) refuse('stock', { key: 'pieceTooLarge', values: { width, height } });
  if (sheet.startAt > room) refuse('startAt', { key: 'startTooHigh', values: { max: room } });
  return { format: 'pdf', ...laid };
}

const filesSchema = z.object({
  type: z.enum(PIECE_TYPES).default('pdf'),
  dpi: between(PRINT_DPI).int().default(PRINT_DPI.usual),
  bleed: z.enum(['yes', 'no']).default('no'),
});

/** @throws AppError INVALID_INPUT, also for a picture with more pixels than are made */
function parsePieces(input: object, given: Given): PieceOptions {
  const laid = parseLaid(input, given);
  const { bleed, ...files } = parseInput(filesSchema, input);
  const names = parseNames(input, given.columns);
  const options = { format: 'pieces' as const, ...laid, files: { ...files, bleed: bleed === 'yes', names } };
  const pixels = piecePixels(options);
  if (pixels > PRINT_MAX_PX) refuse('dpi', { key: 'printTooLarge', values: { pixels, max: PRINT_MAX_PX } });
  return options;
}

/** What `Export.options` holds. */
export function storedOptions(json: unknown): ExportOptions {
  return storedSchema.parse(json);
}

function parseNames(input: object, columns: readonly string[]): string {
  const names = parseInput(namesSchema, input).names || DEFAULT_NAMES;
  const { issue } = parseTemplate(names, columns);
  if (issue) refuse('names', issue);
  return names;
}

/**
 * The options as the builder's form sends them, flat and as text; whatever is left out is the usual.
 * @param columns that names and designs may use: those of the batch that is exported
 * @param kept the design of the team that it names, if it names one
 * @throws AppError INVALID_INPUT
 */
export function parseExportOptions(
  input: object,
  columns: readonly string[],
  kept: Design | null,
): ExportOptions {
  const { format, locale } = parseInput(formatSchema, input);
  if (format === 'pdf') return parsePrint(input, { columns, kept });
  if (format === 'pieces') return parsePieces(input, { columns, kept });
  if (format !== 'zip') return { format, locale };
  return { format, names: parseNames(input, columns), picture: parsePicture(input) };
}
