/** Names that no public server has: one label (a container's), or an ending that is never delegated. */
const PRIVATE_NAME = /^(?:[a-z0-9-]+|.+\.(?:localhost|local|internal|lan|home\.arpa))$/i;

/** Loopback and the private blocks of RFC 1918; not 169.254, where clouds keep their machines' credentials. */
const PRIVATE_IPV4 =
  /^(?:127|10)(?:\.\d+){3}$|^192\.168(?:\.\d+){2}$|^172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}$/;

/** ::1 and the private block fc00::/7, as `URL` writes them. */
const PRIVATE_IPV6 = /^\[(?:::1|f[cd][0-9a-f]{2}:.*)\]$/i;

/**
 * Whether a token server may be asked at this address: https anywhere, plain http only where nobody in between can
 * read the token. User and password belong into the header, where they are encrypted.
 */
export function isTokenUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return true;
  const isPrivate = [PRIVATE_NAME, PRIVATE_IPV4, PRIVATE_IPV6].some((pattern) => pattern.test(hostname));
  return protocol === 'http:' && isPrivate;
}
