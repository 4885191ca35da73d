import 'server-only';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApi } from './openapi';

export const CLIENT_FILE = 'clients/typescript/api.ts';

const HEAD = '// Written by `npm run api-client` from /api/v1/openapi.json.\n';

// The document is checked by its linter; here it is only read.
const isDocument = (_json: object): _json is OpenAPI3 => true;

/** The types of the client, which its file has formatted. */
export async function clientTypes(): Promise<string> {
  // Examples are for those who read the document.
  const document: object = JSON.parse(
    JSON.stringify(openApi(), (name, value: unknown) => (name === 'example' ? undefined : value)),
  );
  if (!isDocument(document)) throw new Error('no document');
  return HEAD + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
}
