import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { metrics } from '@/lib/metrics/registry';
import { setGauges } from './gauges';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** In the same time for every wrong token, however much of it is right. */
function isToken(authorization: string | null, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

const NO_STORE = { 'cache-control': 'no-store' };

/** Answers Prometheus. Without METRICS_TOKEN there is nothing here. */
export async function answerMetrics(authorization: string | null): Promise<Response> {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === undefined) return new Response('Not found\n', { status: 404, headers: NO_STORE });
  if (!isToken(authorization, METRICS_TOKEN))
    return new Response('The token is missing or wrong.\n', {
      status: 401,
      headers: { ...NO_STORE, 'www-authenticate': 'Bearer' },
    });
  await setGauges();
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { ...NO_STORE, 'content-type': registry.contentType },
  });
}
