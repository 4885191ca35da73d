import 'server-only';
import { randomUUID } from 'node:crypto';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { toProblem, refusalHeaders } from '@/lib/api/problem';
import { countRequest } from '@/lib/api/rate';
import { AppError } from '@/lib/errors';
import { callers } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { siteOrigin } from '@/lib/http/origin/site-origin';
import { CHALLENGE, enterByBearer } from '@/lib/keys/bearer';
import { newServer } from './server';

/** One message: several in one request would be one request for the limit. @throws AppError UNREADABLE */
async function messageOf(request: Request): Promise<unknown> {
  try {
    const message: unknown = JSON.parse(await request.text());
    if (!Array.isArray(message)) return message;
  } catch {
    // Said below.
  }
  throw new AppError('UNREADABLE');
}

async function answer(request: Request, address: string): Promise<Response> {
  const actor = await enterByBearer(request, address);
  const rate = await countRequest(actor.id);
  const parsedBody = await messageOf(request);
  const { headers } = request;
  const language = headers.get('accept-language');
  const server = newServer({ actor, language, origin: await siteOrigin(headers) });
  // No session: any process answers any request, and there is nothing to lose when one of them ends.
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const response = await transport.handleRequest(request, { parsedBody });
  for (const [name, value] of Object.entries(rate)) response.headers.set(name, value);
  response.headers.set('cache-control', 'no-store');
  return response;
}

function refusal(request: Request, error: unknown): Response {
  const problem = toProblem(error, request.headers.get('accept-language'));
  const headers = {
    ...{ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    ...(problem.status === 401 && CHALLENGE),
    ...refusalHeaders(error),
  };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Answers assistants by the Model Context Protocol (streamable HTTP, without a session); who asks is known by the API key alone. */
export async function answerAssistant(request: Request): Promise<Response> {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
  return callers().run({ address, requestId: randomUUID() }, () =>
    answer(request, address).catch((error: unknown) => refusal(request, error)),
  );
}
