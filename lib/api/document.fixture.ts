import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { hostileText } from '@/lib/testing/doors/hostile';
import { openApi } from './openapi';
import type { Json } from './openapi-schemas';
import { json, list, nameOf } from './reference/fields';

// The document as a stranger has it: what is said there is what is sent and what is expected.

const DOCUMENT = json(JSON.parse(JSON.stringify(openApi('en'))));
const NAMED = json(json(DOCUMENT.components).schemas);

const ajv = new Ajv2020({ strict: false, allErrors: false });
// What is no JSON has no schema in it.
addFormats.default(ajv).addFormat('binary', true);
ajv.addSchema(DOCUMENT, 'document');

const meant = (schema: Json): Json => {
  const name = nameOf(schema);
  return name ? json(NAMED[name]) : schema;
};

export const operationAt = (method: string, path: string): Json =>
  json(json(json(DOCUMENT.paths)[path])[method.toLowerCase()]);

/** The schema of what is sent in the body; undefined where nothing is. */
export function bodyOf(operation: Json): Json | undefined {
  const [content] = Object.values(json(json(operation.requestBody).content));
  return content === undefined ? undefined : meant(json(json(content).schema));
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

type Answered = { method: string; path: string; status: number; type: string | null; body: unknown };

/** What is wrong with an answer by the document; null for one that is as declared. */
export function undeclared({ method, path, status, type, body }: Answered): string | null {
  const declared = json(operationAt(method, path).responses)[status];
  if (declared === undefined) return `status ${status} is not declared`;
  const types = Object.keys(json(json(declared).content));
  if (types.length === 0) return type === null ? null : `no content is declared, and ${type} came`;
  const found = types.find((one) => type === one || type?.split(';')[0] === one);
  if (!found) return `type ${type} is not declared for ${status}`;
  if (!found.endsWith('json')) return null;
  const place = [
    'paths',
    path,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    found,
    'schema',
  ];
  const validate = ajv.compile({ $ref: `document#/${place.map(escaped).map(encodeURIComponent).join('/')}` });
  return validate(body) ? null : ajv.errorsText(validate.errors);
}

const num = (value: unknown, other: number) => (typeof value === 'number' ? value : other);

const textOf = ({ minLength, maxLength, format }: Json): fc.Arbitrary<unknown> => {
  if (format === 'date-time') return fc.constant('2027-01-01T00:00:00.000Z');
  const [min, max] = [num(minLength, 0), Math.min(num(maxLength, 60), 300)];
  const plain = fc.string({ minLength: min, maxLength: max });
  return fc.oneof(
    plain,
    fc.string({ minLength: min, maxLength: max, unit: 'binary' }),
    fc.constantFrom('t=1', '1'),
  );
};

type Known = Record<string, string>;

function objectOf(schema: Json, known: Known): fc.Arbitrary<unknown> {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const { additionalProperties } = schema;
  if (schema.properties === undefined && typeof additionalProperties === 'object')
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), valueOf(json(additionalProperties), known), {
      maxKeys: 3,
    });
  const fields = Object.entries(json(schema.properties)).map(([name, field]) => {
    const own = valueOf(json(field), known);
    const id = known[name];
    const value =
      id === undefined
        ? own
        : fc.oneof({ weight: 4, arbitrary: fc.constant(id) }, { weight: 1, arbitrary: own });
    return [name, required.has(name) ? value : fc.option(value, { nil: undefined, freq: 1 })] as const;
  });
  return fc.record(Object.fromEntries(fields)).map((made) => JSON.parse(JSON.stringify(made)));
}

/** Values that fit a schema of the document, as far as it says; ids are often real ones. */
export function valueOf(given: Json, known: Known): fc.Arbitrary<unknown> {
  const schema = meant(given);
  const variants = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (variants.length > 0) return fc.oneof(...variants.map((one) => valueOf(one, known)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const { type, minimum, maximum } = schema;
  const bounds = { min: num(minimum, -1000), max: Math.min(num(maximum, 100_000), 2 ** 31 - 1) };
  if (type === 'object') return objectOf(schema, known);
  if (type === 'array')
    return fc.array(valueOf(json(schema.items), known), { minLength: num(schema.minItems, 0), maxLength: 3 });
  if (type === 'integer') return fc.integer(bounds);
  if (type === 'number') return fc.double({ ...bounds, noNaN: true });
  if (type === 'boolean') return fc.boolean();
  return type === 'null' ? fc.constant(null) : textOf(schema);
}

/** `path` is that of the field, `value` what it cannot be. */
export type Wrong = { path: string[]; value: unknown };

const isBound = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < 1e9;

function wrongNumbers({ type, minimum, maximum }: Json): unknown[] {
  return [
    ...['1', true, ...(type === 'integer' ? [1.5] : [])],
    ...(isBound(minimum) ? [minimum - 1] : []),
    ...(isBound(maximum) ? [maximum + 1] : []),
  ];
}

const wrongTexts = ({ maxLength }: Json): unknown[] => [
  ...[7, ['wrong'], { a: 1 }],
  ...(isBound(maxLength) ? ['x'.repeat(maxLength + 1)] : []),
];

const WRONG: Record<string, (schema: Json) => unknown[]> = {
  ...{ string: wrongTexts, integer: wrongNumbers, number: wrongNumbers },
  ...{ boolean: () => ['true', 1], array: () => [7, {}], object: () => [7, ['wrong']] },
};

function wrongValues(given: Json): unknown[] {
  const schema = meant(given);
  if (schema.const !== undefined || schema.enum) return ['no such thing', 7, ['wrong']];
  return WRONG[String(schema.type)]?.(schema) ?? [['wrong']];
}

/** Each field of a good body with what it cannot be by its schema, and one that nobody asked for in each object. */
export function wrongFields(given: Json, good: unknown, path: string[] = []): Wrong[] {
  const schema = meant(given);
  const variants = [...list(schema.anyOf), ...list(schema.oneOf)];
  const { endpoint } = json(good);
  const chosen =
    variants.find((one) => json(json(meant(one).properties).endpoint).const === endpoint) ?? variants[0];
  if (chosen) return wrongFields(chosen, good, path);
  if (schema.type === 'array' && Array.isArray(good) && good.length > 0)
    return wrongFields(json(schema.items), good[0], [...path, '0']);
  if (schema.properties === undefined) return [];
  const fields = Object.entries(json(schema.properties)).flatMap(([name, field]) => [
    ...wrongValues(json(field)).map((value) => ({ path: [...path, name], value })),
    ...(name in json(good) ? wrongFields(json(field), json(good)[name], [...path, name]) : []),
  ]);
  return [...fields, { path: [...path, 'colour'], value: 'red' }];
}

/** A good body with that field in it. */
export function withField(good: unknown, { path, value }: Wrong): unknown {
  const [name = '', ...rest] = path;
  if (Array.isArray(good))
    return good.map((item, at) => (String(at) === name ? withField(item, { path: rest, value }) : item));
  const inner = rest.length === 0 ? value : withField(json(good)[name], { path: rest, value });
  return { ...json(good), [name]: inner };
}

/** An address of texts: hostile ones too. */
export const queryOf = (parameters: Json[], known: Known) =>
  fc.record(
    Object.fromEntries(
      parameters
        .filter((one) => one.in === 'query')
        .map((one) => {
          const name = String(one.name);
          const own = fc.oneof(valueOf(json(one.schema), known).map(String), hostileText);
          const id = known[name];
          return [
            name,
            fc.option(id === undefined ? own : fc.oneof(fc.constant(id), own), { nil: undefined, freq: 1 }),
          ];
        }),
    ),
  );
