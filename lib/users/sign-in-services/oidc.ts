import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { TokenSet } from 'openid-client';
import { z } from 'zod';
import { askFor, askService, ASK_TIMEOUT_MS, ServiceError, type Checks } from './ask-service';
import { vouchedOf } from './vouched';

// Any service that speaks OpenID Connect: found by its discovery document, told apart by its issuer.

export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that has the groups. */
  groupsClaim: string;
};

type Claims = Record<string, unknown> & { sub: string };

const endpoint = z.url({ protocol: /^https?$/ });

const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});
type Document = z.output<typeof documentSchema>;

export const withoutSlash = (address: string) => address.replace(/\/+$/, '');

/**
 * Reads how a service is talked to. One that calls itself something else than the environment does is not the one that was meant:
 * its numbering of people would be another.
 * @throws ServiceError
 */
async function discover(issuer: string): Promise<Document> {
  const found = await askFor(`${withoutSlash(issuer)}/.well-known/openid-configuration`, documentSchema);
  if (withoutSlash(found.issuer) !== withoutSlash(issuer))
    throw new ServiceError('otherIssuer', { said: found.issuer, expected: issuer });
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = found;
  // A secret and people's data go there: what is asked for over https is not told over http.
  const addresses = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? issuer];
  const open = addresses.find((address) => issuer.startsWith('https:') && !address.startsWith('https:'));
  if (open) throw new ServiceError('insecure', { address: open });
  return found;
}

/** Providers that say nothing take the first of each pair. */
function clientOf(found: Document) {
  const algs = found.id_token_signing_alg_values_supported.filter((alg) => alg !== 'none');
  const methods = found.token_endpoint_auth_methods_supported;
  const usesPost = !methods.includes('client_secret_basic') && methods.includes('client_secret_post');
  return {
    id_token_signed_response_alg: algs.includes('RS256') ? 'RS256' : (algs[0] ?? 'RS256'),
    token_endpoint_auth_method: usesPost ? 'client_secret_post' : 'client_secret_basic',
  } as const;
}

/** @throws ServiceError */
export async function oidcProvider(settings: OidcSettings): Promise<OAuthConfig<Claims>> {
  const { issuer, clientId, clientSecret, groupsClaim } = settings;
  const found = await discover(issuer);
  return {
    ...{ id: 'oidc', name: 'OpenID Connect', type: 'oauth', idToken: true },
    ...{ issuer: found.issuer, clientId, clientSecret, client: clientOf(found) },
    checks: ['pkce', 'state', 'nonce'],
    authorization: { url: found.authorization_endpoint, params: { scope: 'openid profile email' } },
    token: { url: found.token_endpoint },
    jwks_endpoint: found.jwks_uri,
    userinfo: {
      ...(found.userinfo_endpoint && { url: found.userinfo_endpoint }),
      // Many services put no more than the id into the signed token.
      request: async ({ tokens, client }) => {
        const verified = new TokenSet(tokens);
        const { sub, ...claims } = verified.claims();
        // Refuses what speaks of somebody else than the token.
        const told = found.userinfo_endpoint ? await client.userinfo(verified) : {};
        return { ...claims, ...told, sub };
      },
    },
    httpOptions: { timeout: ASK_TIMEOUT_MS },
    profile: (claims) => {
      const { sub, name, preferred_username, nickname, email, email_verified } = claims;
      const vouched = vouchedOf({
        ...{ issuer: withoutSlash(issuer), subject: sub, names: [name, nickname, preferred_username] },
        email: email_verified === true ? email : undefined,
        groups: claims[groupsClaim],
      });
      return { id: vouched.subject, vouched };
    },
  };
}

/** A code that nobody was given: a service that knows the client says so of the code, and one that does not, of the client. */
const NO_CODE = 'suncode-asks-whether-this-client-is-known';

async function checkKeys(issuer: string): Promise<void> {
  const { jwks_uri } = await discover(issuer);
  const { keys } = await askFor(jwks_uri, z.object({ keys: z.array(z.object({ kty: z.string() })) }));
  if (keys.length === 0) throw new ServiceError('noKeys', { host: new URL(jwks_uri).host });
}

/** As the standard wants it: both parts are encoded like the fields of a form. */
function basic({ clientId, clientSecret }: OidcSettings): string {
  const parts = [clientId, clientSecret].map((part) =>
    String(new URLSearchParams({ part })).slice('part='.length),
  );
  return `Basic ${Buffer.from(parts.join(':')).toString('base64')}`;
}

async function checkClient(settings: OidcSettings, callbackUrl: string): Promise<void> {
  const found = await discover(settings.issuer);
  const usesPost = clientOf(found).token_endpoint_auth_method === 'client_secret_post';
  const secret = { client_id: settings.clientId, client_secret: settings.clientSecret };
  const fields = { grant_type: 'authorization_code', code: NO_CODE, redirect_uri: callbackUrl };
  const { status, body } = await askService(found.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, code_verifier: NO_CODE, ...(usesPost && secret) }),
    headers: usesPost ? {} : { authorization: basic(settings) },
  });
  const { error } = z.object({ error: z.string().optional() }).catch({}).parse(body);
  if (status === 401 || error === 'invalid_client' || error === 'unauthorized_client')
    throw new ServiceError('clientRefused', { error: error ?? String(status) });
  if (status >= 500) throw new ServiceError('status', { host: new URL(found.token_endpoint).host, status });
}

/** Everything but whether the service leads back here, which it tells a browser alone. */
export function oidcChecks(settings: OidcSettings, callbackUrl: string): Checks {
  return [
    ['discovery', async () => void (await discover(settings.issuer))],
    ['keys', () => checkKeys(settings.issuer)],
    ['client', () => checkClient(settings, callbackUrl)],
  ];
}
