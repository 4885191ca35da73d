import { expect, test } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { describeIn } from './descriptions';
import { openApi } from './openapi';
import { json, list, nameOf } from './reference/fields';
import type { Json } from './openapi-schemas';

type Told = { place: string; description: unknown };

/** Every field of what is sent, with the fields in it. */
function fieldsIn(schema: Json, place: string, named: Json): Told[] {
  const name = nameOf(schema);
  if (name) return fieldsIn(json(named[name]), name, named);
  const inner = [...list(schema.anyOf), ...list(schema.oneOf), ...list([schema.items])];
  return [
    ...inner.flatMap((one) => fieldsIn(one, place, named)),
    ...Object.entries(json(schema.properties)).flatMap(([field, value]): Told[] => {
      const at = `${place}.${field}`;
      return [{ place: at, description: json(value).description }, ...fieldsIn(json(value), at, named)];
    }),
  ];
}

function told(document: Json): Told[] {
  const named = json(json(document.components).schemas);
  const operations = Object.values(json(document.paths)).flatMap((path) =>
    Object.values(json(path)).map(json),
  );
  return operations.flatMap((operation) => {
    const id = String(operation.operationId);
    const content = Object.values(json(json(operation.requestBody).content));
    return [
      ...list(operation.parameters).map(({ name, description }) => ({
        place: `${id} ${String(name)}`,
        description,
      })),
      ...content.flatMap((one) => fieldsIn(json(json(one).schema), id, named)),
    ];
  });
}

test.each(LOCALES)('each parameter and field of what is sent is described in %s', (locale) => {
  const all = told(openApi(locale));
  expect(all.length).toBeGreaterThan(150);
  const without = all.filter(({ description }) => typeof description !== 'string' || description === '');
  expect(without.map(({ place }) => place)).toEqual([]);
  const isChinese = ({ description }: Told) => /\p{Script=Han}/u.test(String(description));
  expect(all.filter((one) => isChinese(one) !== (locale === 'zh-CN'))).toEqual([]);
});

test('nothing is said of a field that is not there', () => {
  const describe = describeIn('en');
  const document = JSON.stringify(openApi('en'));
  const { fields, answers } = loadMessages('en').apiReference;
  const texts = [
    ...Object.keys(fields).map((name) => [name, describe.input(name)]),
    ...Object.keys(answers).map((name) => [name, describe.output(name)]),
  ];
  const unsaid = texts.filter(([, text]) => !document.includes(JSON.stringify(text)));
  // Of a tool of assistants, not of the document.
  expect(unsaid.map(([name]) => name)).toEqual(['confirmationToken']);
});
