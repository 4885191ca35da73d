import 'server-only';
import { randomUUID } from 'node:crypto';
import { callers } from '@/lib/http/caller';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { Refusal } from '@/lib/sandbox/fields';
import { makeCode } from './codes';
import { plainToken, stableToken } from './grant';
import { refusalOf } from './refusal';

const PREFIX = '/gateway';

function answer(request: Request, address: string): Promise<Response> {
  const { pathname } = new URL(request.url);
  switch (pathname.slice(PREFIX.length)) {
    case '/cgi-bin/token':
      return plainToken(request, address);
    case '/cgi-bin/stable_token':
      return stableToken(request, address);
    case '/wxa/getwxacode':
      return makeCode('getwxacode', request, address);
    case '/wxa/getwxacodeunlimit':
      return makeCode('getwxacodeunlimit', request, address);
    case '/cgi-bin/wxaapp/createwxaqrcode':
      return makeCode('createwxaqrcode', request, address);
    default:
      throw new Refusal(40066);
  }
}

/** Speaks WeChat's dialect to SDKs that are pointed here instead of at api.weixin.qq.com; an API key is AppID and secret. */
export async function answerGateway(request: Request): Promise<Response> {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown';
  return callers().run({ address, requestId: randomUUID() }, async () => {
    try {
      return await answer(request, address);
    } catch (error) {
      return refusalOf(error);
    }
  });
}
