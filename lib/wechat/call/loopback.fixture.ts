import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';

import sharp from 'sharp';

export type Loopback = { baseUrl: string; close(): Promise<void> };

/** A server on the loopback interface that answers as the listener says. Closing it drops hanging connections. */
export async function startLoopback(listener: RequestListener): Promise<Loopback> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${portOf(server)}`, close: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('the server does not listen on a port');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const noise = {
  create: { width: 300, height: 300, channels: 3, noise: { type: 'gaussian', mean: 99, sigma: 40 } },
} as const;

/** A JPEG with enough in it that a cut shows. */
export async function jpegPicture(): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp({ create: { ...noise.create, background: '#fff' } })
      .jpeg()
      .toBuffer(),
  );
}

export async function pngPicture(): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp({ create: { ...noise.create, background: '#fff' } })
      .png()
      .toBuffer(),
  );
}
