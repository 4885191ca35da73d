import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { OIDC_CLIENT, startOidcStandIn, type OidcStandIn } from '@/lib/testing/stand-ins/oidc-stand-in';
import { checkService } from './check';

useDatabase();
const boss = systemActor('test');
let provider: OidcStandIn;
/** Answers with what a test gives. */
const other = createServer((request, response) => {
  const { status, body } = answers[request.url ?? ''] ?? { status: 404, body: 'nothing' };
  response.writeHead(status).end(body);
});
let answers: Record<string, { status: number; body: string }> = {};
const otherIssuer = () => {
  const address = other.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

beforeAll(async () => {
  provider = await startOidcStandIn('http://suncode.test/api/auth/callback/oidc');
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await provider.close();
  other.close();
});
beforeEach(() => {
  answers = {};
  Object.assign(env(), {
    ...{ APP_URL: 'http://suncode.test', OIDC_ISSUER: provider.issuer },
    ...{ OIDC_CLIENT_ID: OIDC_CLIENT.id, OIDC_CLIENT_SECRET: OIDC_CLIENT.secret },
  });
});

const DOCUMENT = '/.well-known/openid-configuration';
const documentOf = (issuer: string, more: object = {}) =>
  JSON.stringify({
    ...{
      issuer,
      authorization_endpoint: `${issuer}/a`,
      token_endpoint: `${issuer}/t`,
      jwks_uri: `${issuer}/k`,
    },
    ...more,
  });

test('a provider that is set up well passes all of it', async () => {
  const steps = await checkService(boss, 'oidc');
  expect(steps.map(({ name, fault }) => [name, fault])).toEqual([
    ['discovery', null],
    ['keys', null],
    ['client', null],
  ]);
});

test('a wrong secret is found, and is not told', async () => {
  env().OIDC_CLIENT_SECRET = 'another secret';
  const steps = await checkService(boss, 'oidc');
  expect(steps.at(-1)).toMatchObject({
    name: 'client',
    fault: 'clientRefused',
    values: { error: 'invalid_client' },
  });
  expect(JSON.stringify(steps)).not.toContain('another secret');
});

test.each([
  ['noJson', { status: 200, body: '<html>' }],
  ['status', { status: 503, body: 'busy' }],
  ['incomplete', { status: 200, body: '{"issuer":"x"}' }],
  ['otherIssuer', { status: 200, body: documentOf('https://other.example') }],
])('what is wrong with the first answer is said: %s', async (fault, answer) => {
  env().OIDC_ISSUER = otherIssuer();
  answers = { [DOCUMENT]: answer };
  expect(await checkService(boss, 'oidc')).toMatchObject([{ name: 'discovery', fault }]);
});

test('a service without keys, and one that nobody answers for', async () => {
  env().OIDC_ISSUER = otherIssuer();
  answers = {
    [DOCUMENT]: { status: 200, body: documentOf(otherIssuer()) },
    '/k': { status: 200, body: '{"keys":[]}' },
  };
  expect((await checkService(boss, 'oidc')).at(-1)).toMatchObject({ name: 'keys', fault: 'noKeys' });
  env().OIDC_ISSUER = 'http://127.0.0.1:9';
  expect(await checkService(boss, 'oidc')).toMatchObject([
    { fault: 'unreachable', values: { host: '127.0.0.1:9', cause: 'Error' } },
  ]);
});

test('one that is not set up is not there', async () => {
  env().OIDC_ISSUER = undefined;
  await expect(checkService(boss, 'oidc')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
