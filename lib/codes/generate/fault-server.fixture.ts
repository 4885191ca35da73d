import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** What the server does with one request, after its body has come in completely. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => unknown;

type Script = { code: Behaviour[]; token: Behaviour[] };

/** Plays one behaviour per request, the last one for ever; counts what comes in, also at a path nobody should ask. */
export class FaultServer {
  codeCalls = 0;
  tokenCalls = 0;
  strayCalls = 0;
  baseUrl = '';
  /** The token that each code request carried. */
  readonly tokensUsed: string[] = [];
  #script: Script = { code: [], token: [] };

  play(script: Partial<Script>): void {
    this.#script = { code: [], token: [], ...script };
    this.codeCalls = 0;
    this.tokenCalls = 0;
    this.strayCalls = 0;
    this.tokensUsed.length = 0;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    // For a behaviour that goes by what was asked for: the body is read by now.
    request.headers['x-body'] = Buffer.concat(chunks).toString('utf8');
    await this.#next(new URL(request.url ?? '', this.baseUrl))(response, request);
  }

  #next({ pathname, searchParams }: URL): Behaviour {
    if (pathname.endsWith('token'))
      return pick(this.#script.token, this.tokenCalls++) ?? grant(this.tokenCalls);
    if (!/getwxacode|createwxaqrcode/.test(pathname)) {
      this.strayCalls += 1;
      return (response) => response.writeHead(404).end();
    }
    this.tokensUsed.push(searchParams.get('access_token') ?? '');
    return pick(this.#script.code, this.codeCalls++) ?? ((response) => response.writeHead(500).end());
  }
}

function pick(behaviours: Behaviour[], index: number): Behaviour | undefined {
  return behaviours[Math.min(index, behaviours.length - 1)];
}

function grant(count: number): Behaviour {
  return json({ access_token: `90_token-${count}`, expires_in: 7200 });
}

/** The server of a test file, to which WECHAT_API_BASE_URL points. Call it before `useDatabase`. */
export function useFaultServer(): FaultServer {
  const faults = new FaultServer();
  const server = createServer((request, response) => {
    faults.answer(request, response).catch(() => response.destroy());
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
    faults.baseUrl = `http://127.0.0.1:${address.port}`;
    process.env.WECHAT_API_BASE_URL = faults.baseUrl;
  });
  beforeEach(() => faults.play({}));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return faults;
}

/** Sends bytes with the headers given, and their true length unless the headers say otherwise. */
export function bytes(body: Uint8Array, headers: Record<string, string> = {}, status = 200): Behaviour {
  return (response) =>
    response.writeHead(status, { 'content-length': String(body.length), ...headers }).end(body);
}

export function text(body: string, contentType: string, status = 200): Behaviour {
  return bytes(Buffer.from(body), { 'content-type': contentType }, status);
}

export function json(value: unknown, contentType = 'application/json; charset=UTF-8'): Behaviour {
  return text(JSON.stringify(value), contentType);
}

/** A refusal as WeChat words it: HTTP 200, compact JSON, the request id at the end of the text. */
export function refuse(errcode: number, contentType?: string): Behaviour {
  return json({ errcode, errmsg: `text of ${errcode} rid: 663b1af7-14a514a1-181eb968` }, contentType);
}

export const hang: Behaviour = () => undefined;
export const reset: Behaviour = (response) => response.destroy();

/** Announces all of the body, sends a part, and then does what `end` says. */
export function partly(body: Uint8Array, end: 'hang' | 'reset'): Behaviour {
  return (response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length / 2), () => end === 'reset' && response.destroy());
  };
}
