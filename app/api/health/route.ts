import { db } from '@/lib/db/client';

/** For load balancers and the end-to-end tests: 200 once the database answers. */
export async function GET(): Promise<Response> {
  try {
    await db().$queryRaw`SELECT 1`;
    return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
  } catch {
    return Response.json({ status: 'down' }, { status: 503 });
  }
}
