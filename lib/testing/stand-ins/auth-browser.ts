import { NextRequest } from 'next/server';
import type { NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { secrets } from '@/lib/secrets';
import { OIDC_CLIENT, startOidcStandIn, type Claims, type OidcStandIn } from './oidc-stand-in';

// A browser that goes through the routes of signing in, and through pages of a provider, without a server of Next in between: what
// Next gives (headers and cookies of the request) comes from here. A test mocks `next/headers` and `next-auth` with these.

type Cookies = Map<string, string>;

const APP = 'http://127.0.0.1:4799';

/** The browser that asks now. */
export const state = { own: new Map<string, string>(), headers: new Headers() };

export const nextHeaders = {
  headers: async () => state.headers,
  cookies: async () => ({
    get: (name: string) => (state.own.has(name) ? { name, value: state.own.get(name) ?? '' } : undefined),
    getAll: () => [...state.own].map(([name, value]) => ({ name, value })),
    set: ({ name, value }: { name: string; value: string }) => void keep(state.own, name, value),
  }),
};

function keep(jar: Cookies, name: string, value: string): void {
  if (value === '') jar.delete(name);
  else jar.set(name, value);
}

function keepAll(jar: Cookies, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    keep(jar, name, decodeURIComponent(value));
  }
}

/** What next-auth says to a route of the older kind, which needs no server of Next around it. */
function receiver() {
  const headers = new Headers();
  const said: { status: number; body: string | null } = { status: 200, body: null };
  const give = (body: string | null) => void Object.assign(said, { body });
  const response = {
    status: (status: number) => Object.assign(said, { status }) && response,
    getHeader: (name: string) => (name === 'Set-Cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader: (name: string, value: string | string[]) => {
      headers.delete(name);
      for (const one of [value].flat()) headers.append(name, one);
      return response;
    },
    json: (body: unknown) => give(JSON.stringify(body)),
    send: (body: unknown) => give(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => give(null),
  };
  return { response, made: () => new Response(said.body, { status: said.status, headers }) };
}

async function answer(request: NextRequest, context: Context, options: NextAuthOptions): Promise<Response> {
  const { default: NextAuth } = await vi.importActual<typeof import('next-auth')>('next-auth');
  const { nextauth } = await context.params;
  const form = request.method === 'POST' ? await request.formData() : undefined;
  const body = form && Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const query = { ...Object.fromEntries(request.nextUrl.searchParams), nextauth };
  const headers = Object.fromEntries(request.headers);
  const { response, made } = receiver();
  const asked = { query, body, headers, method: request.method, cookies: Object.fromEntries(state.own) };
  await Reflect.apply(NextAuth, undefined, [asked, response, options]);
  return made();
}

export const nextAuth = {
  default: answer,
  getServerSession: async ({ cookies }: NextAuthOptions) => {
    const token = state.own.get(cookies?.sessionToken?.name ?? '');
    const content = token && (await decode({ token, secret: secrets().AUTH_SECRET }));
    return content ? { sessionId: content.sessionId } : null;
  },
};

type Context = { params: Promise<{ nextauth: string[] }> };
type Route = (request: NextRequest, context: Context) => Promise<Response>;
type Routes = { GET: Route; POST: Route };

/** Asks a route below /api/auth. */
export async function askAuth(routes: Routes, path: string, form?: Record<string, string>) {
  const url = new URL(path, APP);
  const nextauth = url.pathname.slice('/api/auth/'.length).split('/');
  const request = new NextRequest(url, form && { method: 'POST', body: new URLSearchParams(form) });
  const response = await routes[form ? 'POST' : 'GET'](request, { params: Promise.resolve({ nextauth }) });
  keepAll(state.own, response);
  return response;
}

/** Follows a provider from its first page to where it leads back: picks an account, or goes away. */
export async function throughProvider(start: string, account: string | null): Promise<URL> {
  const jar: Cookies = new Map();
  let url = new URL(start);
  const { origin } = url;
  let fields: URLSearchParams | undefined;
  while (url.origin === origin) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = fields && { method: 'POST', body: fields };
    const response = await fetch(url, { ...sent, redirect: 'manual', headers: { cookie } });
    fields = undefined;
    keepAll(jar, response);
    const location = response.headers.get('location');
    if (location) url = new URL(location, url);
    else if (response.ok) fields = new URLSearchParams(account === null ? { refuse: '1' } : { account });
    else throw new Error(await response.text());
  }
  return url;
}

/** A provider for this test file, and a browser that signs in by it; each test begins with a new one. */
export function useOidc(routes: Routes) {
  let provider: OidcStandIn | undefined;
  let people = 0;
  const its = () => {
    if (!provider) throw new Error('the provider of this test file has not started yet');
    return provider;
  };
  beforeAll(async () => {
    process.env.NEXTAUTH_URL = APP;
    provider = await startOidcStandIn(`${APP}/api/auth/callback/oidc`);
  });
  afterAll(() => provider?.close());
  beforeEach(() => {
    state.own = new Map();
    Object.assign(env(), {
      ...{ APP_URL: APP, OIDC_ISSUER: its().issuer, OIDC_NAME: '总部账号' },
      ...{ OIDC_CLIENT_ID: OIDC_CLIENT.id, OIDC_CLIENT_SECRET: OIDC_CLIENT.secret },
    });
  });
  /** Asks to go to the provider. @returns its address, or where this server leads instead */
  const begin = async (): Promise<string> => {
    const { csrfToken } = await (await askAuth(routes, '/api/auth/csrf')).json();
    const form = { csrfToken, callbackUrl: '/codes', json: 'true' };
    return (await (await askAuth(routes, '/api/auth/signin/oidc', form)).json()).url;
  };
  return {
    begin,
    issuer: () => its().issuer,
    accounts: () => its().accounts,
    /** Somebody whom the provider knows. @returns their id there */
    known: (claims: Claims): string => {
      const id = `person-${(people += 1)}`;
      its().accounts.set(id, claims);
      return id;
    },
    /** The whole way. @returns where it leads in the end, without the origin */
    enter: async (id: string | null): Promise<string> => {
      const back = await throughProvider(await begin(), id);
      const response = await askAuth(routes, back.href);
      return (response.headers.get('location') ?? '').replace(APP, '');
    },
    /** Who is signed in in this browser. */
    me: async () => {
      const { userId } = await (await askAuth(routes, '/api/auth/session')).json();
      return userId
        ? db().user.findUniqueOrThrow({ where: { id: userId }, include: { identities: true } })
        : null;
    },
  };
}
