import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/auth/options';
import { currentSession } from '@/lib/auth/session';
import type { AppError } from '@/lib/errors';
import { json } from '@/lib/http/route';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth would answer for a cookie whose session was ended, and write it anew. */
async function session(): Promise<Response> {
  const current = await currentSession();
  return json(current ? { userId: current.user.id, expires: current.expiresAt } : {});
}

/** next-auth would answer 500. */
async function isMalformed(request: NextRequest): Promise<boolean> {
  if (!request.headers.get('content-type')?.includes('application/json')) return false;
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body !== 'object' || body === null;
}

// The options hold the secret, which is read when the first request comes and not when the module is built.
async function handler(request: NextRequest, context: Context): Promise<Response> {
  if ((await context.params).nextauth[0] === 'session') return session();
  if (request.method === 'POST' && (await isMalformed(request))) return new Response(null, { status: 400 });
  const refusals: AppError[] = [];
  const response = await NextAuth(
    request,
    context,
    authOptions((error) => refusals.push(error)),
  );
  const [refusal] = refusals;
  if (!refusal || response.status !== 401) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(refusal.values.seconds));
  return new Response(response.body, { status: refusal.status, headers });
}

export { handler as GET, handler as POST };
