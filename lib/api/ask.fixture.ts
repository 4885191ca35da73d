import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { answerProgram } from './answer';

export type Told = { status: number; headers: Headers; text: string; json: Record<string, unknown> };

type Sent = { key?: string; body?: unknown; headers?: Record<string, string> };

/** As a program asks, without a socket between. */
export async function ask(method: string, path: string, { key, body, headers }: Sent = {}): Promise<Told> {
  const response = await answerProgram(
    new Request(`http://suncode.test/api/v1${path}`, {
      method,
      headers: {
        [CLIENT_ADDRESS_HEADER]: '192.0.2.1',
        'accept-language': 'en',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const isJson = text !== '' && (response.headers.get('content-type')?.includes('json') ?? false);
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}
