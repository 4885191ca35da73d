import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';

export const OIDC_CLIENT = { id: 'suncode', secret: 'a client secret that nobody may read' };

/** What the provider says of somebody, by the id that it knows them by. */
export type Claims = Record<string, unknown> & { name: string };

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };

/** Escaped: the page is asked for with whatever stands in an address. */
const page = (
  uid: string,
) => `<!doctype html><title>Provider</title><form method="post" action="/interaction/${encodeURIComponent(uid)}">
<label>Account <input name="account"></label><button>Enter</button><button name="refuse" value="1">Cancel</button></form>`;

function configuration(accounts: Map<string, Claims>, redirectUri: string): Configuration {
  return {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [redirectUri],
      },
    ],
    // oxlint-disable-next-line typescript/consistent-type-assertions -- node names the type of a key more widely
    jwks: { keys: [key as never] },
    cookies: { keys: [randomUUID()] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'nickname', 'preferred_username', 'groups'],
      email: ['email', 'email_verified'],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: { Interaction: 600, Session: 1, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_ctx, id) => {
      const claims = accounts.get(id);
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    // Nobody is asked what may be told.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

async function fieldsOf(request: AsyncIterable<Buffer>): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

export type OidcStandIn = {
  issuer: string;
  /** Who can sign in there; what is said of them may change. */
  accounts: Map<string, Claims>;
  /** Answers nothing from now on. */
  close: () => Promise<void>;
};

/** A real OpenID Connect provider (oidc-provider) on this machine, whose page for signing in asks for an account and no password. */
export async function startOidcStandIn(redirectUri: string, port = 0): Promise<OidcStandIn> {
  const accounts = new Map<string, Claims>();
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;
  const provider = new Provider(issuer, configuration(accounts, redirectUri));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    if (!uid) return void answer(request, response);
    if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(page(uid));
    void fieldsOf(request).then((fields) => {
      const denied = { error: 'access_denied', error_description: 'the person went away' };
      const result = fields.has('refuse') ? denied : { login: { accountId: fields.get('account') ?? '' } };
      return provider.interactionFinished(request, response, result);
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, accounts, close };
}
