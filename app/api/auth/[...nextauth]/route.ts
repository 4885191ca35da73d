import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { admitAuthRequest, serviceAt, unreadableCookies } from '@/lib/auth/auth-request';
import { authOptions } from '@/lib/auth/options';
import { byService, withCode } from '@/lib/auth/services/service-door';
import { currentSession } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { servedByHttps } from '@/lib/http/own-cookies';
import { errorResponse, json } from '@/lib/http/route';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth would answer for a cookie whose session was ended, and write it anew. */
async function session(): Promise<Response> {
  const current = await currentSession();
  return json(current ? { userId: current.user.id, expires: current.expiresAt } : {});
}

async function refuse(request: NextRequest, error: unknown): Promise<Response> {
  const response = await errorResponse(error);
  for (const name of unreadableCookies(request.cookies.getAll()))
    response.headers.append(
      'set-cookie',
      `${name}=; Path=/; Max-Age=0${name.startsWith('__') ? '; Secure' : ''}`,
    );
  return response;
}

// The options hold the secret, which is read when the first request comes and not when the module is built.
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const place = (await context.params).nextauth.join('/');
  try {
    await admitAuthRequest(request, place);
    if (unreadableCookies(request.cookies.getAll()).length > 0) throw new AppError('UNREADABLE');
  } catch (error) {
    return refuse(request, error);
  }
  if (place === 'session') return session();
  const isHttps = await servedByHttps();
  const service = serviceAt(request, place);
  if (service)
    return byService(request, service, async () => {
      const provider = await service.provider();
      return NextAuth(withCode(request), context, authOptions({ isHttps, service: { service, provider } }));
    });
  const refusals: AppError[] = [];
  const onRefused = (error: AppError) => refusals.push(error);
  const response = await NextAuth(request, context, authOptions({ isHttps, onRefused }));
  const [refusal] = refusals;
  if (!refusal || response.status !== 401) return response;
  const headers = new Headers(response.headers);
  const { seconds } = refusal.values;
  if (seconds !== undefined) headers.set('retry-after', String(seconds));
  return new Response(response.body, { status: refusal.status, headers });
}

export { handler as GET, handler as POST };
