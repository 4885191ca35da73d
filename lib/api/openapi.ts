import 'server-only';
import { ENDPOINTS } from './endpoints';
import { HEADERS, operationOf } from './openapi-operation';
import { problemSchema } from './problem';
import { Schemas, type Json } from './openapi-schemas';

const DESCRIPTION = [
  'Codes of WeChat Mini Programs: generated, kept, found, printed and counted.',
  'Send an API key (Settings → API keys) as `Authorization: Bearer sck_…`.',
  'A refusal is a problem document with a `code` that never changes with the language; nothing was stored, called or counted then.',
].join(' ');

const TAGS = [
  ['Codes', 'Generate one code or many, find them, change them, fetch their pictures.'],
  ['Batches', 'Many codes from rows or a file: checked first, then started and watched.'],
  ['Exports', 'A ZIP, a table or a PDF of many codes, made in the background.'],
  ['Mini Programs', 'What the key sees, and what is left of the permanent quota.'],
  ['Order', 'Tags and folders.'],
  ['Activity', 'Who did what.'],
].map(([name, description]) => ({ name, description }));

/** The OpenAPI 3.1 document, written from what the routes declare. */
export function openApi(): Json {
  const schemas = new Schemas();
  const problem = schemas.of(problemSchema, 'output');
  const paths: Record<string, Json> = {};
  for (const endpoint of ENDPOINTS)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas, problem),
    };
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: 'Suncode', version: '1', description: DESCRIPTION },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    tags: TAGS.filter(({ name }) => ENDPOINTS.some(({ tag }) => tag === name)),
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key, sck_…' } },
      headers: HEADERS,
      schemas: schemas.named,
    },
  };
}
