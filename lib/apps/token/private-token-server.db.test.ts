import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectApp } from '@/lib/apps/connect-app';
import { createApp, updateApp } from '@/lib/apps/service';
import { testConnection } from '@/lib/apps/test-connection';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor } from '@/lib/testing/factories';

// Of an installation that opens no private network, as one is by default. Before anything asks for the environment.
process.env.ALLOW_PRIVATE_NETWORKS = '';

useDatabase();

const visits: string[] = [];
const server = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end(JSON.stringify({ access_token: 'a' }));
});
let port = 0;
let admin: UserActor;

beforeAll(async () => {
  admin = await insertActor('ADMIN');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) port = address.port;
});
afterAll(() => server.close());

const live = (tokenUrl: string) => ({
  ...{ mode: 'LIVE' as const, name: '门店', appId: `wx${randomBytes(8).toString('hex')}` },
  ...{ tokenMode: 'external' as const, tokenUrl },
});

test.each([
  ['http://127.0.0.1/token', '127.0.0.1'],
  ['https://10.0.0.5:8443/token', '10.0.0.5'],
  ['https://[::1]/token', '::1'],
  ['https://2852039166/latest/meta-data', '169.254.169.254'],
  ['https://[::ffff:a9fe:a9fe]/latest', '::ffff:a9fe:a9fe'],
])('%s is refused at its field, however it comes in', async (tokenUrl, address) => {
  const issue = { field: 'tokenUrl', key: 'errors.issues.privateAddress', values: { address } };
  const refusal = { code: 'INVALID_INPUT', issues: [issue] };
  await expect(createApp(admin, live(tokenUrl))).rejects.toMatchObject(refusal);
  const id = await createApp(admin, live('https://token.example.com/token'));
  await expect(updateApp(admin, id, live(tokenUrl))).rejects.toMatchObject(refusal);
  // What is not asked stays as it is, so that switching back and forth loses nothing.
  await updateApp(admin, id, { name: '门店', tokenMode: 'stable', appSecret: 'a secret', tokenUrl });
});

test('a name that means this machine reaches nobody, and is said at its field', async () => {
  const tokenUrl = `http://localhost:${port}/token`;
  const failure = { field: 'tokenUrl', explanation: { key: 'tokenServerPrivate', actor: 'administrator' } };
  expect(await connectApp(admin, live(tokenUrl))).toMatchObject({ outcome: 'refused', failure });
  const id = await createApp(admin, live(tokenUrl));
  expect(await testConnection(admin, id)).toMatchObject({ verdict: 'failed', ...failure });
  const why = await db().accessToken.findUnique({ where: { miniProgramId: id } });
  expect(why).toMatchObject({ failureKey: 'tokenServerPrivate' });
  expect(visits).toEqual([]);
});
