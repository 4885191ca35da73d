import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from '@/lib/input/schemas';
import { LOCALES } from '@/lib/i18n/locale';
import { NO_FILL } from '@/lib/print/design';
import { DESIGN_LIMITS } from '@/lib/print/design-problems';
import { LOGO_COLUMN_MAX_CHARS, ROW_LOGOS_MAX } from '@/lib/print/row-logos';
import { PIECE, STOCKS } from '@/lib/print/sheet';
import { DESIGN_NAME_MAX_CHARS } from './kept-types';

// What an editor sends. `designProblems` says what is wrong with a design of this shape.

/** As every file system has them. */
const FILE_NAME_MAX_CHARS = 255;

const { far, bleed, side, quiet, pt } = DESIGN_LIMITS;
const { min, max } = DESIGN_LIMITS.length;
const place = { x: z.number().min(-far).max(far), y: z.number().min(-far).max(far) };
const length = z.number().min(min).max(max);
const size = { width: length, height: length };
const color = z.string().regex(/^#[0-9a-f]{6}$/i);
const points = z.number().min(pt.min).max(pt.max);

const box = z.object({
  ...{ kind: z.literal('box'), ...place, ...size, radius: z.number().min(0).max(far) },
  ...{ fill: color.or(z.literal(NO_FILL)), border: z.number().min(0).max(quiet).optional() },
  borderColor: color.optional(),
});

const rowLogos = z.object({
  column: textSchema(LOGO_COLUMN_MAX_CHARS),
  files: z
    .array(z.object({ name: lineSchema(FILE_NAME_MAX_CHARS).min(1), picture: idSchema }))
    .max(ROW_LOGOS_MAX),
});

const code = z.object({
  ...{ kind: z.literal('code'), ...place, size: length },
  ...{ quiet: z.number().min(0).max(quiet), backdrop: color, logo: idSchema.optional() },
  logos: rowLogos.optional(),
});

const picture = z.object({
  ...{ kind: z.literal('picture'), ...place, ...size, radius: z.number().min(0).max(far) },
  ...{ picture: idSchema, fit: z.enum(['cover', 'contain']) },
});

const text = z
  .object({
    ...{ kind: z.literal('text'), ...place, ...size, text: textSchema(DESIGN_LIMITS.text) },
    ...{ sizePt: points, minPt: points, lines: z.number().int().min(1).max(DESIGN_LIMITS.lines) },
    ...{ bold: z.boolean(), color, align: z.enum(['left', 'center', 'right']) },
  })
  .refine(({ sizePt, minPt }) => minPt <= sizePt, { path: ['minPt'] });

/** Key and name are those of its row. */
const editedSchema = z.object({
  ...{ width: z.number().min(side.min).max(side.max), height: z.number().min(side.min).max(side.max) },
  ...{ bleed: z.number().min(bleed.min).max(bleed.max), radius: z.number().min(0).max(side.max) },
  ...{ ground: color, head: textSchema(DESIGN_LIMITS.text).optional() },
  elements: z.array(z.discriminatedUnion('kind', [box, code, text, picture])).max(DESIGN_LIMITS.elements),
});

const stock = z.enum([PIECE, ...STOCKS.map(({ key }) => key)]);

export const saveSchema = z.object({ revision: z.number().int(), stock, design: editedSchema });
export type SaveDesignInput = z.input<typeof saveSchema>;

const name = lineSchema(DESIGN_NAME_MAX_CHARS).min(1);
export const nameSchema = z.object({ name });
export const createSchema = z.object({
  ...{ from: z.string().max(64), name, locale: z.enum(LOCALES).default('zh-CN') },
});
export type CreateDesignInput = z.input<typeof createSchema>;
