import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';

// What a pool between Suncode and PostgreSQL does to sessions: the connection to the server outlives the client, and
// what was left in it (locks, settings) meets the next one. Enough of the protocol for that, and no more.

const SSL_REQUEST = 80_877_103;
const TERMINATE = 'X'.charCodeAt(0);
const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5, type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const WELCOME = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('S', Buffer.from('server_version\0' + '18\0')),
  message('Z', Buffer.from('I')),
]);

async function serverSession(url: string): Promise<Duplex> {
  const client = new pg.Client({ connectionString: url, ssl: false });
  await client.connect();
  // The library has signed in; from here on the bytes are ours.
  const { stream } = client.connection;
  stream.removeAllListeners();
  stream.on('error', () => undefined);
  return stream;
}

export type Pooler = { url: string; stop: () => Promise<void> };

/** A pooler on loopback before the server of `url`; clients need no password. */
export async function startPooler(url: string): Promise<Pooler> {
  const idle: Duplex[] = [];
  const all = new Set<Duplex>();
  const serve = async (client: Socket) => {
    all.add(client);
    client.on('error', () => undefined);
    let [first] = await once(client, 'data');
    if (first.readInt32BE(4) === SSL_REQUEST) {
      client.write('N');
      [first] = await once(client, 'data');
    }
    const session = idle.pop() ?? (await serverSession(url));
    all.add(session);
    session.on('data', (chunk) => client.write(chunk));
    const giveBack = () => {
      if (session.listenerCount('data') === 0) return;
      session.removeAllListeners('data');
      idle.push(session);
    };
    client.on('data', (chunk: Buffer) => (chunk[0] === TERMINATE ? client.end() : session.write(chunk)));
    client.on('close', giveBack);
    client.write(WELCOME);
  };
  const server = createServer((client) => void serve(client)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const target = new URL(url);
  target.hostname = '127.0.0.1';
  target.port = String(typeof address === 'object' && address ? address.port : 0);
  const stop = async () => {
    for (const socket of all) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: target.href, stop };
}
