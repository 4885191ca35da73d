import 'server-only';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import { describeIn } from './descriptions';
import { ENDPOINTS } from './endpoints';
import { HEADERS, operationOf } from './openapi-operation';
import { problemSchema } from './problem';
import { Schemas, type Json } from './openapi-schemas';

const DESCRIPTION = [
  'Codes of WeChat Mini Programs: generated, kept, found, printed and counted.',
  'Send an API key (Settings → API keys) as `Authorization: Bearer sck_…`.',
  'A refusal is a problem document with a `code` that never changes with the language; nothing was stored, called or counted then.',
].join(' ');

/** The OpenAPI 3.1 document, written from what the routes declare. @param locale of what is said of each route */
export function openApi(locale: Locale = 'en'): Json {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'apiReference' });
  const describe = describeIn(locale);
  const schemas = new Schemas(describe);
  const problem = schemas.of(problemSchema, 'output');
  const paths: Record<string, Json> = {};
  for (const endpoint of ENDPOINTS)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, { schemas, problem, t, describe }),
    };
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'Suncode', version: '1', description: DESCRIPTION },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    tags: [...new Set(ENDPOINTS.map(({ tag }) => tag))].map((tag) => ({
      name: t(`tags.${tag}`),
      description: t(`tagTexts.${tag}`),
    })),
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key, sck_…' } },
      headers: HEADERS,
      schemas: schemas.named,
    },
  };
}
