/**
 * Why the database cannot be used as it is: one or two sentences for whoever runs Suncode, without any secret. What stands behind
 * `password:` and the like is masked when it is printed (lib/redaction.ts): no sentence has a colon there.
 */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/** Where a connection went, as far as it may be printed. */
export type Target = { host: string; port: number; user: string; database: string };

type Failure = { code: string; message: string };

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  // `localhost` is tried at several addresses; what failed at the last one stands for all.
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors.at(-1));
  return { code: 'code' in error ? String(error.code) : '', message: error.message };
}

type Sentence = (target: Target, message: string) => string;

const at = ({ host, port }: Target) => `${host}:${port}`;

const wrongPassword: Sentence = (target) =>
  `PostgreSQL at ${at(target)} refused the user "${target.user}" with this password. The password is wrong, or there is no ` +
  'such user. Correct DATABASE_URL.';
const noDatabase: Sentence = (target) =>
  `PostgreSQL at ${at(target)} has no database "${target.database}". Create it with CREATE DATABASE, or correct DATABASE_URL.`;
const unreachable: Sentence = (target, message) =>
  `PostgreSQL at ${at(target)} cannot be reached (${message}). Check host and port of DATABASE_URL and the way there.`;
const untrusted: Sentence = (target, message) =>
  `The TLS certificate of PostgreSQL at ${at(target)} is not trusted (${message}). Name the certificate of its authority ` +
  'with ?sslmode=verify-full&sslrootcert=/path/to/ca.pem in DATABASE_URL, or accept any certificate with ?sslmode=no-verify.';
const full: Sentence = (target, message) =>
  `PostgreSQL at ${at(target)} gives no more connections (${message}). End others, or raise the limit that it names; one ` +
  'process of Suncode takes up to 12.';
const refused: Sentence = (target, message) =>
  `PostgreSQL at ${at(target)} refused the connection (${message}).` +
  (message.includes('no encryption') ? ' If it wants TLS, add ?sslmode=verify-full to DATABASE_URL.' : '') +
  (message.includes('pg_hba.conf') ? ' Whoever runs the server allows this client in pg_hba.conf.' : '');
const noTls: Sentence = (target) =>
  `PostgreSQL at ${at(target)} does not speak TLS, which DATABASE_URL asks for. Switch TLS on at the server, or set ` +
  'sslmode=disable if nobody can listen on the way.';
const noPassword: Sentence = (target) =>
  `PostgreSQL at ${at(target)} asks for a password, and DATABASE_URL has none for the user "${target.user}".`;
const timeout: Sentence = (target) =>
  `PostgreSQL at ${at(target)} did not answer in time. Check host and port of DATABASE_URL, and a firewall on the way.`;
const notPostgres: Sentence = (target, message) =>
  `What listens at ${at(target)} ended the connection without an answer of PostgreSQL (${message}). Check host and port ` +
  'of DATABASE_URL.';

/** By SQLSTATE, or by the code of Node's own errors. */
const BY_CODE: Record<string, Sentence> = {
  '28P01': wrongPassword,
  '28000': (target, message) =>
    /^role ".*" does not exist$/.test(message)
      ? `PostgreSQL at ${at(target)} has no user "${target.user}". Create it, or correct DATABASE_URL.`
      : refused(target, message),
  '3D000': noDatabase,
  '53300': full,
  '57P03': (target, message) =>
    `PostgreSQL at ${at(target)} takes no connections now (${message}). Start Suncode again when it is ready.`,
  '42501': (target, message) =>
    message.startsWith('permission denied for database')
      ? `PostgreSQL at ${at(target)} does not let the user "${target.user}" into "${target.database}". Its owner runs GRANT ` +
        `CONNECT ON DATABASE "${target.database}" TO "${target.user}";`
      : `PostgreSQL at ${at(target)} does not allow this to the user "${target.user}" (${message}).`,
  '25006': (target) =>
    `PostgreSQL at ${at(target)} is read-only. Suncode writes: point DATABASE_URL at the primary server.`,
  ENOTFOUND: (target) =>
    `There is no host "${target.host}": its name is not known here. Correct the host of DATABASE_URL.`,
  EAI_AGAIN: (target) =>
    `The name of the host "${target.host}" could not be looked up: no name server answered. Check the host of DATABASE_URL ` +
    'and the network.',
  ECONNREFUSED: (target) =>
    `Nothing accepts connections at ${at(target)}. Start PostgreSQL there, or correct host and port of DATABASE_URL.`,
  ECONNRESET: notPostgres,
  EPIPE: notPostgres,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EACCES: unreachable,
  ETIMEDOUT: timeout,
  ERR_TLS_CERT_ALTNAME_INVALID: (target, message) =>
    `The TLS certificate of PostgreSQL at ${at(target)} is for another name (${message}). Use the name that it is for, or ` +
    'accept any certificate with ?sslmode=no-verify in DATABASE_URL.',
  CERT_HAS_EXPIRED: (target) =>
    `The TLS certificate of PostgreSQL at ${at(target)} has expired. Renew it, or accept it with ?sslmode=no-verify in ` +
    'DATABASE_URL.',
  CERT_NOT_YET_VALID: (target) =>
    `The TLS certificate of PostgreSQL at ${at(target)} is not valid yet. Check the clock of this machine, or accept the ` +
    'certificate with ?sslmode=no-verify in DATABASE_URL.',
  // Whatever else OpenSSL finds wrong with a chain of certificates.
  ...Object.fromEntries(
    [
      ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
      ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_SIGNATURE_FAILURE'],
      ...['CERT_UNTRUSTED', 'CERT_REJECTED', 'CERT_REVOKED', 'CERT_CHAIN_TOO_LONG', 'INVALID_CA'],
      ...['INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED', 'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'UNSPECIFIED'],
    ].map((code) => [code, untrusted]),
  ),
};

const BY_MESSAGE: [RegExp, Sentence][] = [
  [/does not support SSL/, noTls],
  [/password must be a (non-empty )?string/, noPassword],
  [/timeout expired|connection timeout|Query read timeout/i, timeout],
  [/Connection terminated unexpectedly/, notPostgres],
  // Poolers answer with SQLSTATE 08P01 whatever it is.
  [/^password authentication failed/, wrongPassword],
  [/^database ".*" does not exist$/, noDatabase],
  [
    /no such (database|user)/,
    (target, message) => `The pooler at ${at(target)} refused the connection (${message}).`,
  ],
  [/no more connections|too many (clients|connections)/i, full],
  [
    /unsupported startup parameter/,
    (target, message) =>
      `The pooler at ${at(target)} refused a setting of DATABASE_URL (${message}). Take it out, or add it to the pooler's ` +
      'ignore_startup_parameters.',
  ],
];

/** What failed while talking to the server, as one sentence that names what was seen and no more. */
export function explainFailure(error: unknown, target: Target): DatabaseStartError {
  if (error instanceof DatabaseStartError) return error;
  const { code, message } = failureOf(error);
  const sentence = BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? BY_CODE[code];
  const text = sentence
    ? sentence(target, message)
    : `PostgreSQL at ${at(target)} could not be used: ${message}${code && ` (${code})`}.`;
  return new DatabaseStartError(text, { cause: error });
}
