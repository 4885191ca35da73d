import { expect, test } from 'vitest';
import { z } from 'zod';
import { translatedResolver } from './resolver';

type Values = { name: string };

const schema = z.object({ name: z.string().min(3) });
const VALUES = { name: 'a' };

function check(loadSchema: () => Promise<z.ZodType>, place?: () => Record<string, string>) {
  const resolver = translatedResolver<Values>(loadSchema, (key) => key, place);
  return resolver(VALUES, undefined, { fields: {}, shouldUseNativeValidation: false });
}

test('what the schema refuses stands at its field', async () => {
  const { errors } = await check(async () => schema);
  expect(errors).toMatchObject({ name: { message: 'errors.issues.tooShort' } });
});

test('a schema that cannot be fetched stops nobody: the server checks what was typed', async () => {
  const gone = Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' });
  const load = () => Promise.reject(gone);
  expect(await check(load)).toEqual({ values: VALUES, errors: {} });
  // What the form itself knows is said all the same.
  const { errors } = await check(load, () => ({ name: 'needed' }));
  expect(errors).toMatchObject({ name: { message: 'needed' } });
});
