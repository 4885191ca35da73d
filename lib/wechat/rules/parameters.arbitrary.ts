import fc from 'fast-check';

import type { CodeParameters } from './parameters';
import { codeParametersSchema } from './parameters';

const schema = codeParametersSchema({ pathMaxBytes: 128 });

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."店铺&=<>?/'+😀é\u2028"), maxLength: 40 }),
);
const sceneCharacter = fc.constantFrom(..."aZ09!#$&'()*+,/:;=?@-._~");
const color = fc.nat(255);
const look = {
  width: fc.integer({ min: 280, max: 1280 }),
  autoColor: fc.boolean(),
  lineColor: fc.record({ r: color, g: color, b: color }),
  isHyaline: fc.boolean(),
  envVersion: fc.constantFrom('release', 'trial', 'develop'),
};

/** Valid parameters of any endpoint, full of what JSON encoders like to escape. */
export const anyParameters: fc.Arbitrary<CodeParameters> = fc
  .oneof(
    fc.record({ endpoint: fc.constant('getwxacode'), path: text, scene: text, ...look }),
    fc.record({
      endpoint: fc.constant('getwxacodeunlimit'),
      scene: fc.string({ unit: sceneCharacter, minLength: 1, maxLength: 32 }),
      page: fc.oneof(fc.constant(''), text),
      path: text,
      checkPath: fc.boolean(),
      ...look,
    }),
    fc.record({ endpoint: fc.constant('createwxaqrcode'), path: text, scene: text, ...look }),
  )
  .map((input) => schema.safeParse(input).data)
  .filter((parameters) => parameters !== undefined);
