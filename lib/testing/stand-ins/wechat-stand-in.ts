import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createSandbox, type Sandbox } from '@/lib/sandbox/create-sandbox';

/** What the stand-in does instead of answering like WeChat; `hang` never answers, `reset` breaks the connection. */
type Answer = Response | 'hang' | 'reset' | 'as usual';
export type Behaviour = (request: Request) => Answer | Promise<Answer>;

type Call = { path: string; body: Record<string, unknown> };

/** A WeChat on loopback for live Mini Programs: the sandbox behind a real socket, until a test wants something else. */
class WeChatStandIn {
  readonly codeCalls: Call[] = [];
  tokenCalls = 0;
  #sandbox: Sandbox = createSandbox({ acceptAnyApp: true });
  #codes: Behaviour = () => 'as usual';
  #tokens: Behaviour = () => 'as usual';

  /** How code endpoints answer until the end of the test. */
  onCode(behaviour: Behaviour): void {
    this.#codes = behaviour;
  }

  onToken(behaviour: Behaviour): void {
    this.#tokens = behaviour;
  }

  /** Settings of the sandbox behind it; see lib/sandbox/settings.ts. */
  configure(...change: Parameters<Sandbox['configure']>): void {
    this.#sandbox.configure(...change);
  }

  /** As if another system had fetched a newer token (40001), or time had run out (42001). */
  endTokens(...end: Parameters<Sandbox['endTokens']>): void {
    this.#sandbox.endTokens(...end);
  }

  /** Forgets the calls and the behaviours of a test, and every token that was given out. */
  reset(): void {
    this.codeCalls.length = 0;
    this.tokenCalls = 0;
    this.#sandbox = createSandbox({ acceptAnyApp: true });
    this.#codes = () => 'as usual';
    this.#tokens = () => 'as usual';
  }

  #server: Server | undefined;
  #port = 0;

  /** Connections are taken from now on, at the address that it had before. @returns the address */
  async open(): Promise<string> {
    const server = createServer((incoming, outgoing) => {
      this.answer(incoming, outgoing).catch((error: unknown) => {
        outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the stand-in has no port');
    this.#server = server;
    this.#port = address.port;
    return `http://127.0.0.1:${address.port}`;
  }

  /** Nothing of what is sent arrives: connections are refused, as they fail without a name server. */
  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
  }

  async answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await toRequest(incoming);
    const behaviour = this.#count(incoming.url ?? '', await request.clone().text());
    const answer = await behaviour(request.clone());
    if (answer === 'hang') return;
    if (answer === 'reset') {
      incoming.socket.destroy();
      return;
    }
    const response = answer === 'as usual' ? await this.#sandbox.handle(request) : answer;
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  }

  #count(url: string, body: string): Behaviour {
    const path = url.split('?')[0] ?? '';
    if (/token$/.test(path)) {
      this.tokenCalls += 1;
      return this.#tokens;
    }
    this.codeCalls.push({ path, body: JSON.parse(body) });
    return this.#codes;
  }
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = 'GET' } = incoming;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
  return new Request(`http://${incoming.headers.host}${incoming.url}`, { method, headers, ...body });
}

/** An answer as WeChat words a refusal: HTTP 200 and JSON. */
export function refusal(errcode: number, errmsg: string): Response {
  return Response.json({ errcode, errmsg: `${errmsg} rid: 663b1af7-14a514a1-181eb968` });
}

export const RID = '663b1af7-14a514a1-181eb968';

/**
 * Starts a stand-in for this test file and points WECHAT_API_BASE_URL at it. Call it before `useDatabase`, since the
 * first use case that reads the environment fixes it.
 */
export function useWeChat(): WeChatStandIn {
  const weChat = new WeChatStandIn();
  beforeAll(async () => {
    process.env.WECHAT_API_BASE_URL = await weChat.open();
  });
  afterEach(() => weChat.reset());
  afterAll(() => weChat.close());
  return weChat;
}
