import { createServer } from 'node:http';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';

type Answer = (request: Request) => Promise<Response>;

/** What answers a `Request`, on a port of this machine: for clients that other people wrote. */
export async function openWebDoor(answer: Answer): Promise<{ url: URL; close: () => void }> {
  // A connection that waits for a busy machine is not closed under it.
  const server = createServer({ keepAliveTimeout: 60_000 }, async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const { method = 'GET', url = '/' } = incoming;
    const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: '192.0.2.1' });
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    headers.delete('transfer-encoding');
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) };
    const response = await answer(
      new Request(`http://${incoming.headers.host}${url}`, { method, headers, ...body }),
    );
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: new URL(`http://127.0.0.1:${port}`), close };
}
