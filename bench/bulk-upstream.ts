import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';

/** A call for a code as the stand-in saw it: when it came (milliseconds since 1970) and for which scene or path. */
export type SeenCall = { atMs: number; target: string };

// A stand-in for WeChat in a process of its own, started with `fork` by bench/paced-upstream.ts: what it takes is not what is
// measured. It says its address, and which calls it saw when it is asked.
const latencyMs = Number(process.argv[2]);
const seen: SeenCall[] = [];
const picture = await sharp({ create: { width: 430, height: 430, channels: 3, background: '#fff' } })
  .jpeg()
  .toBuffer();

/** Each picture says whose it is, in a comment of the JPEG. */
function pictureOf(target: string): Buffer {
  const text = Buffer.from(target);
  const comment = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), comment, text, picture.subarray(2)]);
}

const server = createServer((req, res) => {
  const atMs = Date.now();
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    if (req.url?.startsWith('/cgi-bin/stable_token')) {
      res.end(JSON.stringify({ access_token: 'bench', expires_in: 7200 }));
      return;
    }
    const { scene, path = '' }: { scene?: string; path?: string } = JSON.parse(
      Buffer.concat(chunks).toString(),
    );
    const target = scene ?? path;
    seen.push({ atMs, target });
    void setTimeout(latencyMs).then(() => {
      res.setHeader('content-type', 'image/jpeg');
      res.end(pictureOf(target));
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.(`http://127.0.0.1:${address.port}`);
});
process.on('message', () => process.send?.(seen));
process.on('disconnect', () => process.exit(0));
