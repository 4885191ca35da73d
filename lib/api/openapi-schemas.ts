import 'server-only';
import { z } from 'zod';
import { described, type Describe } from './descriptions';

export type Json = Record<string, unknown>;

const shape = z.looseObject({
  properties: z.object({ schema: z.record(z.string(), z.unknown()) }),
  $defs: z.record(z.string(), z.unknown()).default({}),
});

const PLACE = '"$ref":"#/$defs/';

/** Schemas with an `id` stand once in the document, under their names. */
export class Schemas {
  readonly named: Record<string, unknown> = {};

  constructor(private readonly describe: Describe) {}

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const written = z.toJSONSchema(z.object({ schema }), { io, unrepresentable: 'any' });
    const lifted = JSON.stringify(written).replaceAll(PLACE, '"$ref":"#/components/schemas/');
    const { properties, $defs } = shape.parse(described(JSON.parse(lifted), { io, describe: this.describe }));
    Object.assign(this.named, $defs);
    return properties.schema;
  }
}
