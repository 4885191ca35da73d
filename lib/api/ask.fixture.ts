import { suncode } from '@/clients/typescript/suncode';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { answerProgram } from './answer';
import type { Endpoint } from './endpoint';
import { EXAMPLE_ID_NAMES, EXAMPLE_IDS, type ExampleId } from './example-ids';

export type Told = { status: number; headers: Headers; text: string; json: Record<string, unknown> };

const HEADERS = { [CLIENT_ADDRESS_HEADER]: '192.0.2.1', 'accept-language': 'en' };
const ORIGIN = 'http://suncode.test';

/** The client that other programs use, without a socket between. */
export const clientOf = (key: string) => suncode(ORIGIN, key, { fetch: answerProgram, headers: HEADERS });

type Sent = { key?: string; body?: unknown; headers?: Record<string, string> };

const isRaw = (body: unknown): body is string | FormData =>
  typeof body === 'string' || body instanceof FormData;

/** The fields of a form; the text of `file` is a table. */
export function formOf(fields: object, fileName = 'tables.csv'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    form.set(name, name === 'file' && typeof value === 'string' ? new File([value], fileName) : value);
  return form;
}

/** As a program asks, without a socket between. */
export async function ask(method: string, path: string, { key, body, headers }: Sent = {}): Promise<Told> {
  const response = await answerProgram(
    new Request(`${ORIGIN}/api/v1${path}`, {
      method,
      headers: {
        ...HEADERS,
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw(body) ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const isJson = text !== '' && (response.headers.get('content-type')?.includes('json') ?? false);
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}

/** The example of a route as it is sent, with these ids in the place of its own. */
export function exampleWith({ path, example = {}, isForm }: Endpoint, ids: Record<ExampleId, string>) {
  const own = (text: string) =>
    EXAMPLE_ID_NAMES.reduce((all, name) => all.replaceAll(EXAMPLE_IDS[name], ids[name]), text);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: ExampleId) => ids[name]);
  const query = Object.entries(example.query ?? {}).map(([name, value]) => [name, String(value)]);
  const search = new URLSearchParams(query).toString();
  const sent: unknown = example.body && JSON.parse(own(JSON.stringify(example.body)));
  const body = isForm ? formOf(Object(sent)) : sent;
  return { path: search ? `${filled}?${own(search)}` : filled, body };
}
