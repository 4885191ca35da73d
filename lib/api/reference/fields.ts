import 'server-only';
import type { Messages } from '@/lib/i18n/messages';
import type { Json } from '@/lib/api/openapi-schemas';
import { html, type Html } from './html';

/** Says a text of the page. */
export type Say = (
  key: Exclude<keyof Messages['apiReference'], 'tags' | 'tagTexts' | 'operations' | 'fields' | 'answers'>,
  values?: Record<string, string | number>,
) => string;

export type Field = { name: string; type: Html; isRequired: boolean; about: string };

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const json = (value: unknown): Json => (isJson(value) ? value : {});
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

const REF = '#/components/schemas/';
const nameOf = ({ $ref }: Json) => (typeof $ref === 'string' ? $ref.slice(REF.length) : undefined);

const variantsOf = ({ anyOf, oneOf }: Json) => list(anyOf ?? oneOf);
const isNull = ({ type }: Json) => type === 'null';

/** As people say it: `string`, `integer`, `"a" | "b"`, a name that leads to its fields. */
function typeOf(schema: Json, say: Say): Html {
  const name = nameOf(schema);
  if (name) return html`<a href="#type-${name}">${name}</a>`;
  if (Array.isArray(schema.enum)) return html`${schema.enum.map((one) => JSON.stringify(one)).join(' | ')}`;
  if (schema.const !== undefined) return html`${JSON.stringify(schema.const)}`;
  const variants = variantsOf(schema);
  const [first] = variants.filter((one) => !isNull(one));
  if (first && variants.some(isNull)) return html`${typeOf(first, say)} ${say('orNull')}`;
  if (first) return html`${variants.map((one, at) => [at > 0 && ' | ', typeOf(one, say)])}`;
  if (schema.type === 'array') return html`${typeOf(json(schema.items), say)}[]`;
  const types = [schema.type ?? 'any'].flat().map((type) => (type === 'null' ? say('orNull') : String(type)));
  return html`${schema.format === 'binary' ? 'file' : types.join(' ')}`;
}

/** Zod writes the bounds of every integer; those of a 53-bit number say nothing. */
const isBound = (value: number | undefined): value is number =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;

function limitsOf(schema: Json, say: Say): string[] {
  const [min, max] = [numberOf(schema.minimum), numberOf(schema.maximum)];
  const [least, most] = [numberOf(schema.minLength), numberOf(schema.maxLength)];
  const [minItems, maxItems] = [numberOf(schema.minItems), numberOf(schema.maxItems)];
  return [
    ...(isBound(min) ? [say('from', { min })] : []),
    ...(isBound(max) ? [say('to', { max })] : []),
    ...(least ? [say('least', { min: least })] : []),
    ...(most ? [say('most', { max: most })] : []),
    ...(maxItems ? [say('items', { min: minItems ?? 0, max: maxItems })] : []),
    // An empty text is none.
    ...(schema.default === undefined || schema.default === ''
      ? []
      : [say('default', { value: JSON.stringify(schema.default) })]),
  ];
}

/** What stands after the type. */
export function aboutOf(schema: Json, say: Say): string {
  const [first] = variantsOf(schema).filter((one) => !isNull(one));
  const { description = first?.description } = schema;
  const limits = [...limitsOf(schema, say), ...(first ? limitsOf(first, say) : [])];
  return [...(typeof description === 'string' ? [description] : []), ...limits].join(' · ');
}

export const typeText = typeOf;

/** An object, an object or null, or a list of objects: whose fields are shown below it. */
function inside(schema: Json): { schema: Json; mark: string } | undefined {
  if (isJson(schema.properties)) return { schema, mark: '.' };
  if (schema.type === 'array' && isJson(json(schema.items).properties))
    return { schema: json(schema.items), mark: '[].' };
  const [only, ...more] = variantsOf(schema).filter((one) => !isNull(one));
  return only && more.length === 0 ? inside(only) : undefined;
}

/** The fields of an object and of what lies in it; those of a type with a name stand there. */
export function fieldsOf(schema: Json, say: Say, prefix = ''): Field[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(json(schema.properties)).flatMap(([name, value]) => {
    const field = json(value);
    const below = inside(field);
    return [
      {
        name: prefix + name,
        type: typeOf(field, say),
        isRequired: required.includes(name),
        about: aboutOf(field, say),
      },
      ...(below ? fieldsOf(below.schema, say, `${prefix}${name}${below.mark}`) : []),
    ];
  });
}

/** Each way that an object can look, told apart by its `endpoint`. */
export function shapesOf(schema: Json): { title: string; schema: Json }[] {
  const variants = variantsOf(schema);
  if (variants.length === 0) return [{ title: '', schema }];
  return variants.map((one) => {
    const { endpoint } = json(one.properties);
    return { title: String(json(endpoint).const ?? ''), schema: one };
  });
}

export { json, list, nameOf };
