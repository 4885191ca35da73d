import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages, type Messages } from '@/lib/i18n/messages';

/** The key of what is said of a field (apiReference.fields). */
type FieldText = keyof Messages['apiReference']['fields'];
/** Of what is answered (apiReference.answers), where the name alone does not tell. */
type AnswerText = keyof Messages['apiReference']['answers'];

/** For `meta` of a schema, where the name of a field does not say which text is its own. */
export const about = (field: FieldText | AnswerText) => ({ about: field });

type Io = 'input' | 'output';

/** What is said of a field that is sent or answered, by the name of a text; undefined where there is none. */
export type Describe = Record<Io, (name: string) => string | undefined>;

export function describeIn(locale: Locale): Describe {
  const messages = loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: 'apiReference' });
  const { fields, answers } = messages.apiReference;
  const isField = (name: string): name is FieldText => name in fields;
  const isAnswer = (name: string): name is AnswerText => name in answers;
  return {
    input: (name) => (isField(name) ? t(`fields.${name}`) : undefined),
    output: (name) => (isAnswer(name) ? t(`answers.${name}`) : undefined),
  };
}

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text that a schema names, also one of "this or null". */
function named({ about: own, anyOf }: Json): string | undefined {
  if (typeof own === 'string') return own;
  return Array.isArray(anyOf)
    ? anyOf
        .filter(isJson)
        .map(named)
        .find((name) => name !== undefined)
    : undefined;
}

type Told = { io: Io; describe: Describe };

function field(name: string, schema: Json, told: Told): unknown {
  const { io, describe } = told;
  const text = named(schema);
  const description =
    text === undefined ? describe[io](name) : (describe.input(text) ?? describe.output(text));
  return described({ ...(description !== undefined && { description }), ...schema }, told);
}

/**
 * A JSON schema with what is said of each of its fields: by its name, unless the schema says that it means something else.
 */
export function described(part: unknown, told: Told): unknown {
  if (Array.isArray(part)) return part.map((item: unknown) => described(item, told));
  if (!isJson(part)) return part;
  const { about: _, properties, ...rest } = part;
  const inner = Object.entries(rest).map(([key, value]) => [key, described(value, told)]);
  const fields = isJson(properties)
    ? Object.entries(properties).map(([name, value]) => [
        name,
        isJson(value) ? field(name, value, told) : value,
      ])
    : [];
  return {
    ...Object.fromEntries(inner),
    ...(isJson(properties) && { properties: Object.fromEntries(fields) }),
  };
}
