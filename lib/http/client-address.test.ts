import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_ADDRESS_HEADER, clientAddress, parseTrust, stampClientAddress } from './client-address';

const of = (trusted: string, socket: string, forwardedFor?: string) =>
  clientAddress({ socket, forwardedFor }, parseTrust(trusted));

describe('the address of a client', () => {
  test.each([
    // trusted, socket, X-Forwarded-For, what counts
    ['', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['', '::ffff:198.51.100.7', undefined, '198.51.100.7'],
    ['loopback', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['loopback', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['loopback', '::1', '203.0.113.9', '203.0.113.9'],
    ['loopback', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
    // Made up by the client, to the left of what the proxy wrote.
    ['loopback', '127.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['loopback', '127.0.0.1', '127.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['loopback, 10.0.0.0/8', '127.0.0.1', '1.1.1.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['10.0.0.1', '10.0.0.2', '203.0.113.9', '10.0.0.2'],
    ['uniquelocal', '172.18.0.1', '203.0.113.9', '203.0.113.9'],
    ['uniquelocal', 'fd00::1', '2001:db8::5', '2001:db8::5'],
    ['linklocal', 'fe80::1%eth0', '203.0.113.9', '203.0.113.9'],
    ['2001:db8::/32', '2001:db8::1', '203.0.113.9', '203.0.113.9'],
    ['::ffff:10.0.0.1', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    // Hops: so many proxies stand before us, wherever they are.
    ['1', '10.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['2', '10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['2', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['0', '10.0.0.1', '203.0.113.9', '10.0.0.1'],
    // All are proxies of ours: the left-most is who asked.
    ['loopback, uniquelocal', '127.0.0.1', '10.0.0.5, 10.0.0.2', '10.0.0.5'],
    // Ports and brackets, as some proxies write them.
    ['loopback', '127.0.0.1', '203.0.113.9:5678', '203.0.113.9'],
    ['loopback', '127.0.0.1', '[2001:db8::5]:80', '2001:db8::5'],
    ['loopback', '127.0.0.1', '"[2001:db8::5]"', '2001:db8::5'],
    ['loopback', '127.0.0.1', '2001:DB8:0:0::5', '2001:db8::5'],
    ['loopback', '127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
    // No address: the proxy that said so is as far as we know.
    ['loopback', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['loopback', '127.0.0.1', '203.0.113.9, unknown', '127.0.0.1'],
    ['loopback', '127.0.0.1', '', '127.0.0.1'],
    ['loopback', '127.0.0.1', '203.0.113.9,', '127.0.0.1'],
    ['loopback', '127.0.0.1', ', 203.0.113.9', '203.0.113.9'],
    ['loopback', '127.0.0.1', '999.1.1.1', '127.0.0.1'],
    ['loopback', '127.0.0.1', "1.1.1.1' OR 1=1", '127.0.0.1'],
    ['loopback', '127.0.0.1', '0x7f.1', '127.0.0.1'],
  ])('with TRUSTED_PROXIES=%j, from %s saying %j, is %4$s', (...row) => {
    const [trusted, socket, forwardedFor, address] = row;
    expect(of(trusted, socket, forwardedFor)).toBe(address);
  });

  test.each([
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/',
    'loopback, 2',
    '-1',
    '99',
    '10.0.0.300',
    '1.2',
    '*',
  ])('is not read with TRUSTED_PROXIES=%j', (value) => {
    expect(() => parseTrust(value)).toThrow();
  });
});

describe('over HTTP', () => {
  const seen: unknown[] = [];
  const trusts = { nobody: parseTrust(undefined), loopback: parseTrust('loopback') };
  const server = createServer((request, response) => {
    const trust = request.url === '/loopback' ? trusts.loopback : trusts.nobody;
    const { ignoredFrom } = stampClientAddress(request, trust);
    seen.push([request.headers[CLIENT_ADDRESS_HEADER], request.headers['x-forwarded-for'], ignoredFrom]);
    response.end();
  });

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  async function ask(path: string, headers: Record<string, string | string[]>): Promise<unknown> {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const request = httpRequest({ host: '127.0.0.1', port: address.port, path, headers });
    const answered = once(request, 'response');
    request.end();
    await answered;
    return seen.at(-1);
  }

  test('what a client makes up is overwritten', async () => {
    const forged = { 'X-Forwarded-For': '1.1.1.1', 'X-Suncode-Client-Address': '2.2.2.2' };
    expect(await ask('/', forged)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
    expect(await ask('/', {})).toEqual(['127.0.0.1', '127.0.0.1', undefined]);
  });

  test('a trusted proxy is believed, in one header or several', async () => {
    const client = ['203.0.113.9', '203.0.113.9', undefined];
    expect(await ask('/loopback', { 'X-Forwarded-For': '1.1.1.1, 203.0.113.9' })).toEqual(client);
    expect(await ask('/loopback', { 'X-Forwarded-For': ['1.1.1.1', '203.0.113.9'] })).toEqual(client);
    expect(await ask('/loopback', { 'X-Suncode-Client-Address': '2.2.2.2' })).toEqual([
      '127.0.0.1',
      '127.0.0.1',
      undefined,
    ]);
  });
});
