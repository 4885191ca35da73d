import { z } from 'zod';
import type { Design } from './design';
import type { SheetChoice } from './sheet';

// What is kept of a print in its record.

const place = { x: z.number(), y: z.number() };
const size = { width: z.number(), height: z.number() };

const elementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('box'), ...place, ...size, radius: z.number(), fill: z.string() }),
  z.object({ kind: z.literal('code'), ...place, size: z.number(), quiet: z.number(), backdrop: z.string() }),
  z.object({
    kind: z.literal('text'),
    ...{ ...place, ...size },
    ...{ text: z.string(), sizePt: z.number(), minPt: z.number(), lines: z.number(), bold: z.boolean() },
    ...{ color: z.string(), align: z.enum(['left', 'center', 'right']) },
  }),
]);

export const designSchema: z.ZodType<Design> = z.object({
  ...{ key: z.string(), ...size, bleed: z.number(), radius: z.number(), ground: z.string() },
  head: z.string().optional(),
  elements: z.array(elementSchema),
});

export const sheetSchema: z.ZodType<SheetChoice> = z.object({
  ...{ stock: z.string(), startAt: z.number(), copies: z.number(), cropMarks: z.boolean() },
});
