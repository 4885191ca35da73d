import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import type { NextAuthOptions } from 'next-auth';
import { countServiceStep } from '@/lib/auth/attempts/throttle';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { log } from '@/lib/log';
import { ServiceError } from '@/lib/users/sign-in-services/ask-service';
import type { SignInService } from '@/lib/users/sign-in-services/services';
import { refusalPath, type ServiceRefusalCode } from './service-refusal';

/** What next-auth has logged while it answered a request: it tells the browser no more than one of its own words. */
const faults = new AsyncLocalStorage<unknown[]>();

/** next-auth has one logger for all requests of the process. */
export const serviceLogger: NextAuthOptions['logger'] = {
  error: (code, metadata) => {
    const fault = 'error' in metadata ? metadata.error : metadata;
    const heard = faults.getStore();
    if (heard) heard.push(fault);
    else log().error({ err: fault, code }, 'next-auth');
  },
};

const DOWN =
  /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|CERT_|UND_ERR|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
/** A ServiceError of ours comes back as an error of next-auth’s, with its words alone. */
const SLOW = /^(?:unreachable|status) |timed out|expected 200 OK, got: 5\d\d/;
/** The cookies of this attempt are gone or belong to another one. */
const STALE = /cookie was missing|value could not be parsed|for a different provider|state mismatch/;

function codeOf(fault: unknown): ServiceRefusalCode {
  if (fault instanceof ServiceError)
    return fault.fault === 'unreachable' || fault.fault === 'status' ? 'SERVICE_DOWN' : 'SERVICE_FAILED';
  if (!(fault instanceof Error)) return 'SERVICE_FAILED';
  const code = 'code' in fault ? String(fault.code) : '';
  if (fault.message === 'access_denied') return 'SERVICE_CANCELLED';
  if (DOWN.test(code) || SLOW.test(fault.message)) return 'SERVICE_DOWN';
  return STALE.test(fault.message) ? 'SERVICE_STALE' : 'SERVICE_FAILED';
}

function lead({ method }: NextRequest, path: string): Response {
  // The button asks for the address and goes there itself.
  if (method === 'POST') return Response.json({ url: path }, { headers: { 'cache-control': 'no-store' } });
  return new Response(null, { status: 302, headers: { location: path } });
}

/** 钉钉 gives the code another name, by which next-auth does not find it. */
export function withCode(request: NextRequest): NextRequest {
  const url = new URL(request.url);
  const code = url.searchParams.get('authCode');
  if (request.method !== 'GET' || code === null || url.searchParams.has('code')) return request;
  url.searchParams.set('code', code);
  return new NextRequest(url, request);
}

/** Ends up at the page for signing in with a sentence, whatever goes wrong; what is no person's doing is logged under an id. */
export async function byService(
  request: NextRequest,
  service: SignInService,
  answer: () => Promise<Response>,
): Promise<Response> {
  const refuse = (code: ServiceRefusalCode, requestId?: string) =>
    lead(request, refusalPath('/sign-in', { code, service: service.id, requestId }));
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
  if (!(await countServiceStep(address))) return refuse('SERVICE_BUSY');
  const heard: unknown[] = [];
  const response = await faults.run(heard, answer).catch((error: unknown) => {
    heard.push(error);
  });
  const [fault] = heard;
  if (response && fault === undefined) return response;
  const code = codeOf(fault);
  if (code === 'SERVICE_STALE' || code === 'SERVICE_CANCELLED') return refuse(code);
  const requestId = randomUUID();
  log().error({ err: fault, requestId, service: service.id }, 'signing in by a service failed');
  return refuse(code, requestId);
}
