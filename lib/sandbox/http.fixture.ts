import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import type { Sandbox } from './create-sandbox';

export type SandboxServer = {
  baseUrl: string;
  /** `METHOD /path` of every request so far, without queries. */
  visits: string[];
  close(): Promise<void>;
};

/** Puts a sandbox behind a real socket, with the headers that the client really sent. */
export async function serveSandbox(sandbox: Sandbox): Promise<SandboxServer> {
  const visits: string[] = [];
  const server = createServer((incoming, outgoing) => {
    visits.push(`${incoming.method} ${incoming.url?.split('?')[0]}`);
    answer(sandbox, incoming, outgoing).catch((error: unknown) => outgoing.destroy(asError(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('the server does not listen on a port');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { baseUrl: `http://127.0.0.1:${address.port}`, visits, close };
}

async function answer(sandbox: Sandbox, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await sandbox.handle(await toRequest(incoming));
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const method = incoming.method ?? 'GET';
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
  return new Request(`http://${incoming.headers.host}${incoming.url}`, { method, headers, ...body });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
