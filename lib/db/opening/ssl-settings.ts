import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseStartError } from './start-error';

/** What pg takes for `verify-full` and warns of, at each start and in several lines. */
const ALIASES = ['prefer', 'require', 'verify-ca'];
const MODES = ['disable', 'allow', ...ALIASES, 'verify-full', 'no-verify'];

/** Says in the address what pg would do anyway: the certificate is checked wherever TLS is asked for, unless no-verify. */
export function withPlainSslMode(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const isOther = url.searchParams.get('uselibpqcompat') === 'true';
  if (isOther || !ALIASES.includes(url.searchParams.get('sslmode') ?? '')) return databaseUrl;
  // Only this part: written anew, the rest of the query might be read in another way.
  return databaseUrl.replace(/([?&]sslmode=)[^&#]*/g, '$1verify-full');
}

/**
 * pg takes a word that it does not know for a wish to check the certificate.
 * @throws DatabaseStartError
 */
export function requireKnownSslMode(databaseUrl: string): void {
  const mode = new URL(databaseUrl).searchParams.get('sslmode');
  if (mode === null || MODES.includes(mode)) return;
  throw new DatabaseStartError(
    `DATABASE_URL has sslmode=${mode}, which PostgreSQL does not know: write one of ${MODES.join(', ')}.`,
  );
}

/**
 * A file that holds no certificate would make every certificate untrusted, without a word on why.
 * @throws DatabaseStartError
 */
export function requireCertificate(databaseUrl: string): void {
  const file = new URL(databaseUrl).searchParams.get('sslrootcert');
  if (!file) return;
  const text = readFileSync(file, 'utf8');
  try {
    new X509Certificate(text);
  } catch (error) {
    throw new DatabaseStartError(
      `${file} (sslrootcert in DATABASE_URL) is no certificate in PEM format, which begins with -----BEGIN CERTIFICATE-----.`,
      { cause: error },
    );
  }
}
