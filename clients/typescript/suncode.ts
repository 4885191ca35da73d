import createClient, { type ClientOptions } from 'openapi-fetch';
import type { paths } from './api';

type Options = Pick<ClientOptions, 'fetch' | 'headers'>;

/**
 * A client of the API whose paths, fields and answers are typed.
 * @param baseUrl of the installation, such as https://codes.example.com
 * @param key from Settings → API keys
 */
export function suncode(baseUrl: string, key: string, { headers, ...options }: Options = {}) {
  return createClient<paths>({
    ...options,
    baseUrl: `${baseUrl.replace(/\/$/, '')}/api/v1`,
    headers: { authorization: `Bearer ${key}`, ...Object(headers) },
  });
}
