import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressScripts } from '@/scripts/build/compress-scripts';
import { builtScripts } from './built-scripts';

const SCRIPT = `console.log('${'编码'.repeat(5_000)}');`;
const STYLE = `.a{color:red}`.repeat(1_000);
const AS_A_BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' };

const folder = mkdtempSync(join(tmpdir(), 'suncode-built-'));
const server = createServer();
let port = 0;

beforeAll(async () => {
  const chunks = join(folder, 'static', 'chunks');
  mkdirSync(chunks, { recursive: true });
  writeFileSync(join(chunks, 'a.js'), SCRIPT);
  writeFileSync(join(chunks, 'a.css'), STYLE);
  writeFileSync(join(chunks, 'few.js'), 'few');
  writeFileSync(join(chunks, 'a.js.map'), STYLE);
  compressScripts(folder);
  const answers = builtScripts(chunks);
  server.on('request', (request, response) => {
    if (!answers(request, response)) response.writeHead(404).end('left to Next');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

type Answer = { status?: number; headers: IncomingMessage['headers']; body: Buffer };

async function ask(
  file: string,
  headers: OutgoingHttpHeaders = AS_A_BROWSER,
  method = 'GET',
): Promise<Answer> {
  const sent = send({ port, path: `/_next/static/chunks/${file}`, headers, method, agent: false }).end();
  const response: IncomingMessage = (await once(sent, 'response'))[0];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) };
}

test('a script is sent with Brotli, to be kept for ever', async () => {
  const { status, headers, body } = await ask('a.js');
  expect([status, headers['content-encoding'], headers['content-type'], headers.vary]).toEqual([
    200,
    'br',
    'application/javascript; charset=UTF-8',
    'accept-encoding',
  ]);
  expect(headers['content-length']).toBe(String(body.byteLength));
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
});

test('over plain http a browser takes gzip alone; the address may ask for a version', async () => {
  const { headers, body } = await ask('a.css?dpl=1', { 'accept-encoding': 'gzip, deflate' });
  expect([headers['content-encoding'], headers['content-type']]).toEqual(['gzip', 'text/css; charset=UTF-8']);
  expect(gunzipSync(body).toString()).toBe(STYLE);
});

test('a question for the headers alone gets no body', async () => {
  const { status, headers, body } = await ask('a.js', AS_A_BROWSER, 'HEAD');
  expect([status, headers['content-encoding'], body.byteLength]).toEqual([200, 'br', 0]);
});

type Question = { file?: string; headers?: OutgoingHttpHeaders; method?: string };

test.each<[what: string, question: Question]>([
  ['a file that is not there', { file: 'b.js' }],
  ['a file too small to be compressed', { file: 'few.js' }],
  ['a map', { file: 'a.js.map' }],
  ['the compressed file by its own name', { file: 'a.js.br' }],
  ['a way out of the folder', { file: '../chunks/a.js' }],
  ['a part', { headers: { ...AS_A_BROWSER, range: 'bytes=5-3' } }],
  ['who takes no compression', { headers: {} }],
  ['who weighs one against another', { headers: { 'accept-encoding': 'br;q=0, gzip' } }],
  ['what is posted', { method: 'POST' }],
])('%s is left to Next', async (_what, { file = 'a.js', headers, method }) => {
  expect((await ask(file, headers, method)).body.toString()).toBe('left to Next');
});
