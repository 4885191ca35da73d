import { z } from 'zod';
import { described, describeIn } from '@/lib/api/descriptions';

/** As all that models read of tools. */
const describe = describeIn('en');

const PLACE = '#/$defs/';
const objectSchema = z.record(z.string(), z.unknown());
type Json = z.output<typeof objectSchema>;

function whole(part: unknown, named: Json): unknown {
  if (Array.isArray(part)) return part.map((item: unknown) => whole(item, named));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, ...own } = objectSchema.parse(part);
  const { id: _, ...meant } = objectSchema.parse(
    typeof $ref === 'string' ? named[$ref.slice(PLACE.length)] : {},
  );
  return Object.fromEntries(
    Object.entries({ ...meant, ...own }).map(([key, item]) => [key, whole(item, named)]),
  );
}

/**
 * A declaration as assistants read it: in one piece, since some of them follow no reference.
 * @param io what may be sent, or what is answered
 */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return objectSchema.parse(described(whole(json, $defs ?? {}), { io, describe }));
}
