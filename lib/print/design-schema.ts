import { z } from 'zod';
import { lineSchema } from '@/lib/input/schemas';
import type { Design } from './design';
import { OWN_KINDS, STOCK_NAME_MAX_CHARS } from './own-stock';
import type { SheetChoice } from './sheet';

// What is kept of a print in its record.

const place = { x: z.number(), y: z.number() };
const size = { width: z.number(), height: z.number() };

const rowLogos = z.object({
  column: z.string(),
  files: z.array(z.object({ name: z.string(), picture: z.string() })),
});

const elementSchema = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('box'), ...place, ...size, radius: z.number(), fill: z.string() },
    ...{ border: z.number().optional(), borderColor: z.string().optional() },
  }),
  z.object({
    ...{ kind: z.literal('code'), ...place, size: z.number(), quiet: z.number() },
    ...{ backdrop: z.string(), logo: z.string().optional(), logos: rowLogos.optional() },
  }),
  z.object({
    ...{ kind: z.literal('picture'), ...place, ...size, radius: z.number() },
    ...{ picture: z.string(), fit: z.enum(['cover', 'contain']) },
  }),
  z.object({
    kind: z.literal('text'),
    ...{ ...place, ...size },
    ...{ text: z.string(), sizePt: z.number(), minPt: z.number(), lines: z.number(), bold: z.boolean() },
    ...{ color: z.string(), align: z.enum(['left', 'center', 'right']) },
  }),
]);

export const designSchema: z.ZodType<Design> = z.object({
  ...{ key: z.string(), ...size, bleed: z.number(), radius: z.number(), ground: z.string() },
  ...{ name: z.string().optional(), head: z.string().optional() },
  elements: z.array(elementSchema),
});

/** A column’s name may be a long one. */
export const orderSchema = lineSchema(500).default('given');

const mm = z.coerce.number();

/** Shape only; `ownProblems` says what is wrong with the figures. Paper has no grid. */
export const ownSchema = z.object({
  ...{ kind: z.enum(OWN_KINDS), name: lineSchema(STOCK_NAME_MAX_CHARS).default('') },
  ...{ width: mm, height: mm, left: mm, top: mm, columns: mm.default(1), rows: mm.default(1) },
  ...{ labelWidth: mm.default(10), labelHeight: mm.default(10), gapX: mm.default(0), gapY: mm.default(0) },
});

export const sheetSchema: z.ZodType<SheetChoice> = z.object({
  ...{ stock: z.string(), startAt: z.number(), copies: z.number(), cropMarks: z.boolean() },
  colorBars: z.boolean().default(false),
  // Prints from before there was paper of one's own.
  own: ownSchema.nullable().default(null),
});
