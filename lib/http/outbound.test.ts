import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { startLoopback, type Loopback } from '@/lib/wechat/call/loopback.fixture';
import { exchange } from '@/lib/wechat/call/exchange';
import { createHttpTransport, type HttpTransport } from '@/lib/wechat/call/transport';
import { parseNetworks } from './networks';
import { guardedConnector, mayReach } from './outbound';

const NONE = parseNetworks([]);

describe('where this server may be sent', () => {
  test.each([
    '8.8.8.8',
    '101.226.90.1',
    '2606:4700:4700::1111',
    '2408:8756:2cff:d104::ff',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('%s: yes', (address) => {
    expect(mayReach(address, NONE)).toBe(true);
  });

  test.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.0.1', '100.64.0.1', '192.0.0.1', '198.18.0.1', '203.0.113.5', '224.0.0.1'],
    ...['240.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1'],
    ...['fec0::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::127.0.0.1'],
    ...['::ffff:0:127.0.0.1', '64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::8.8.8.8', '2002:7f00:1::'],
    ...['2002:808:808::', '2001:0:4136:e378::1', '2001:db8::1', '100::1', '5f00::1', '4000::1'],
  ])('%s: no', (address) => {
    expect(mayReach(address, NONE)).toBe(false);
  });

  test.each([
    ...['169.254.169.254', '::ffff:169.254.169.254', '64:ff9b::169.254.169.254', 'fd00:ec2::254'],
    ...['100.100.100.200', '168.63.129.16'],
  ])('%s, a cloud’s metadata: not even where everything is open', (address) => {
    expect(mayReach(address, () => true)).toBe(false);
  });

  test('a private network that the setting names: yes, however the address is written', () => {
    const allowed = parseNetworks(['10.1.0.0/16', 'fd12::/16']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '64:ff9b::10.1.2.3', 'fd12::1'])
      expect(mayReach(address, allowed), address).toBe(true);
    for (const address of ['10.2.0.1', '127.0.0.1', 'fd13::1'])
      expect(mayReach(address, allowed), address).toBe(false);
  });

  test('what is no address: no', () => {
    for (const text of ['', 'localhost', '2130706433', '0x7f.1', '127.1', 'example.com'])
      expect(
        mayReach(text, () => true),
        text,
      ).toBe(false);
  });
});

describe('a connection', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function startServer(): Promise<Loopback & { visits: string[] }> {
    const visits: string[] = [];
    const loopback = await startLoopback((request, response) => {
      visits.push(`${request.headers.host}${request.url}`);
      response.end('{}');
    });
    open.push(loopback);
    return { ...loopback, visits };
  }

  /** Resolves every name to what comes next, and to the last for ever. */
  function namesOf(...answers: string[][]): { resolve: LookupFunction; asked: string[] } {
    const asked: string[] = [];
    const resolve: LookupFunction = (name, options, callback) => {
      const addresses = answers[Math.min(asked.push(name), answers.length) - 1] ?? [];
      const found = addresses.map((address): LookupAddress => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }));
      // As the resolver of Node does it: all, or the first.
      if (options.all) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family);
    };
    return { resolve, asked };
  }

  function transportOf(reach: Parameters<typeof guardedConnector>[0]): HttpTransport {
    const transport = createHttpTransport(guardedConnector(reach));
    open.push(transport);
    return transport;
  }

  const get = (transport: HttpTransport, url: string) =>
    exchange({ transport, url, init: { method: 'GET' }, deadlineMs: 5000, maxBytes: 1000 });

  const REFUSED = { kind: 'uncertain', reason: 'address', detail: 'ERR_PRIVATE_ADDRESS', sent: false };

  const withHost = (url: string, host: string) => url.replace('127.0.0.1', host);

  test.each([
    '127.0.0.1',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '[::ffff:127.0.0.1]',
  ])('to http://%s reaches nobody', async (host) => {
    const { baseUrl, visits } = await startServer();
    expect(await get(transportOf({ allowed: NONE }), withHost(baseUrl, host))).toEqual(REFUSED);
    expect(visits).toEqual([]);
  });

  test('to a name that means this machine reaches nobody', async () => {
    const { baseUrl, visits } = await startServer();
    const { resolve, asked } = namesOf(['127.0.0.1'], ['::1', '127.0.0.1'], ['::ffff:127.0.0.1']);
    const transport = transportOf({ allowed: NONE, resolve });
    for (let times = 0; times < 3; times += 1)
      expect(await get(transport, withHost(baseUrl, 'token.example'))).toEqual(REFUSED);
    expect(asked).toHaveLength(3);
    expect(visits).toEqual([]);
  });

  test('to a name that meant something public when it was looked at is judged by what it means now', async () => {
    const { baseUrl, visits } = await startServer();
    const url = withHost(baseUrl, 'rebinding.example');
    const { resolve } = namesOf(['8.8.8.8'], ['127.0.0.1']);
    resolve('rebinding.example', { all: true }, () => undefined);
    expect(await get(transportOf({ allowed: NONE, resolve }), url)).toEqual(REFUSED);
    expect(visits).toEqual([]);
  });

  test('to a name that means both goes to the public address alone', async () => {
    const { baseUrl, visits } = await startServer();
    // 192.0.2.1 stands for something public that is not there: only what is let through is tried.
    const allowed = parseNetworks(['192.0.2.1']);
    const { resolve } = namesOf(['192.0.2.1', '127.0.0.1']);
    const transport = transportOf({ allowed, resolve });
    const outcome = await exchange({
      ...{ transport, url: withHost(baseUrl, 'both.example'), init: { method: 'GET' as const } },
      ...{ deadlineMs: 300, maxBytes: 10 },
    });
    expect(outcome).toMatchObject({ kind: 'uncertain' });
    expect(visits).toEqual([]);
  });

  test('is made where the setting allows it, and a redirect from there is not followed', async () => {
    const { baseUrl, visits } = await startServer();
    const { resolve } = namesOf(['127.0.0.1']);
    const transport = transportOf({ allowed: parseNetworks(['loopback']), resolve });
    expect(await get(transport, withHost(`${baseUrl}/a`, 'token.example'))).toMatchObject({ status: 200 });
    expect(visits[0]).toMatch(/^token\.example:\d+\/a$/);
    const redirecting = await startLoopback((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    );
    open.push(redirecting);
    expect(await get(transport, redirecting.baseUrl)).toMatchObject({ status: 302 });
  });

  test('over https is judged alike', async () => {
    const { baseUrl } = await startServer();
    const { resolve } = namesOf(['10.0.0.1']);
    const url = withHost(baseUrl, 'token.example').replace('http:', 'https:');
    expect(await get(transportOf({ allowed: NONE, resolve }), url)).toEqual(REFUSED);
    expect(await get(transportOf({ allowed: NONE }), baseUrl.replace('http:', 'https:'))).toEqual(REFUSED);
  });
});
