import { env } from '@/lib/env';
import { getSandbox } from '@/lib/sandbox/sandbox';

const PREFIX = '/sandbox/wechat';

/**
 * The sandbox for clients outside: SDKs and scripts that are pointed here instead of at api.weixin.qq.com.
 * Next drops Content-Length from what a route answers and sends chunks; all else of the answer is the sandbox's own.
 */
async function handle(request: Request): Promise<Response> {
  if (env().SANDBOX === 'off') return new Response(null, { status: 404 });
  return getSandbox().handle(request, { prefix: PREFIX });
}

export async function GET(request: Request): Promise<Response> {
  return handle(request);
}

export async function POST(request: Request): Promise<Response> {
  return handle(request);
}
