import 'server-only';
import { AppError } from '@/lib/errors';
import { isStorable } from '@/lib/input/text';
import { findService, type SignInService } from '@/lib/users/sign-in-services/services';

/** What the browser asks next-auth for. The rest of its routes is for ways to sign in that Suncode does not have. */
const ROUTES: Record<string, readonly string[]> = {
  GET: ['csrf', 'providers', 'session', 'signin', 'error'],
  POST: ['callback/credentials', 'callback/second-step', 'signout'],
};

/** Where signing in by a service begins, and where the service leads back to. */
const SERVICE_ROUTES: Record<string, RegExp> = { POST: /^signin\/(\w+)$/, GET: /^callback\/(\w+)$/ };

/** The service that a request is about; undefined when it is about none that is set up. */
export function serviceAt({ method }: Request, place: string): SignInService | undefined {
  return findService(SERVICE_ROUTES[method]?.exec(place)?.[1]);
}

/** What next-auth calls the address that it leads on to. */
const LEADS_TO = 'callbackUrl';
const COOKIE = /^(?:__Host-)?next-auth\.callback-url$/;

type Fields = Map<string, unknown>;

async function bodyFields(request: Request): Promise<Fields | null> {
  if (request.method !== 'POST') return new Map();
  const type = request.headers.get('content-type') ?? '';
  const text = await request.clone().text();
  if (type.includes('application/x-www-form-urlencoded')) return new Map(new URLSearchParams(text));
  if (!type.includes('application/json')) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function isAddress(text: string): boolean {
  return URL.canParse(text, text.startsWith('/') ? 'http://here' : undefined);
}

const isFine = ([name, value]: [string, unknown]) =>
  typeof value === 'string' && isStorable(value) && (name !== LEADS_TO || value === '' || isAddress(value));

/** The cookies of a request that next-auth could not read; they are to be taken off the browser. */
export function unreadableCookies(cookies: readonly { name: string; value: string }[]): string[] {
  return cookies.filter(({ name, value }) => COOKIE.test(name) && !isAddress(value)).map(({ name }) => name);
}

/**
 * next-auth answers 500 to whatever it does not expect. Here that is refused before it.
 * @param place the path below /api/auth
 * @throws AppError NOT_FOUND for what is none of our routes, UNREADABLE for fields that no form of ours sends
 */
export async function admitAuthRequest(request: Request, place: string): Promise<void> {
  const service = serviceAt(request, place);
  if (!service && !ROUTES[request.method]?.includes(place)) throw new AppError('NOT_FOUND');
  const sent = await bodyFields(request);
  const asked = new URL(request.url).searchParams;
  // next-auth would hand what stands there on to the service, beside what it says itself.
  const isMixed = service && request.method === 'POST' && asked.size > 0;
  if (isMixed || !sent || ![...asked, ...sent].every(isFine)) throw new AppError('UNREADABLE');
}
