import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';

/** A stand-in for WeChat on loopback: a token, and after `latencyMs` always the same picture. Stops with `close`. */
export async function startUpstream(latencyMs: number) {
  const picture = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const server = createServer((req, res) => {
    req.resume().on('end', () => {
      if (req.url?.startsWith('/cgi-bin/stable_token')) {
        res.end(JSON.stringify({ access_token: 'bench', expires_in: 7200 }));
        return;
      }
      void setTimeout(latencyMs).then(() => {
        res.setHeader('content-type', 'image/jpeg');
        res.end(picture);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}
