import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TurnQueue } from '@/lib/jobs/queue';
import { startPostgres } from '@/lib/testing/postgres';
import { openDatabase } from './open';

// A PostgreSQL server that is given one certificate after the other, and what a start says to each.
const TIMEOUT_MS = 60_000;
const DAY_MS = 86_400_000;
const IP = 7;

const folder = mkdtempSync(join(tmpdir(), 'suncode-tls-'));
let server: Awaited<ReturnType<typeof startPostgres>>;
let admin: pg.Client;

type Pair = { cert: string; private: string };

function certificate(validForDays: number, ca?: Pair): Promise<Pair> {
  const now = Date.now();
  const notAfterDate = new Date(now + validForDays * DAY_MS);
  return generate([{ name: 'commonName', value: ca ? 'database' : 'authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 30 * DAY_MS),
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: !ca, critical: true },
      { name: 'subjectAltName', altNames: [{ type: IP, ip: '127.0.0.1' }] },
    ],
    ...(ca && { ca: { cert: ca.cert, key: ca.private } }),
  });
}

const setting = async (name: string) => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(`SHOW ${name}`);
  await client.end();
  return rows[0]?.[name];
};

/** Writes a file into the server's own folder, which only it may read. */
function put(file: string, text: string) {
  const lines = `unnest(string_to_array(${pg.escapeLiteral(text.trim())}, E'\\n'))`;
  return admin.query(`COPY (SELECT ${lines}) TO PROGRAM 'umask 077; cat > ${file}'`);
}

/** From the next connection on the server shows this certificate. @returns the file that a client would trust */
async function present(name: string, { cert, private: key }: Pair): Promise<string> {
  await put(`${name}.crt`, cert);
  await put(`${name}.key`, key);
  await admin.query(`ALTER SYSTEM SET ssl_cert_file = '${name}.crt'`);
  await admin.query(`ALTER SYSTEM SET ssl_key_file = '${name}.key'`);
  await admin.query('ALTER SYSTEM SET ssl = on');
  await admin.query('SELECT pg_reload_conf()');
  await vi.waitUntil(async () => (await setting('ssl_cert_file')) === `${name}.crt`, { timeout: 10_000 });
  return trust(name, cert);
}

function trust(name: string, cert: string): string {
  const file = join(folder, `${name}.pem`);
  writeFileSync(file, cert);
  return file;
}

function address(query: Record<string, string>, hostname = '127.0.0.1'): string {
  const url = Object.assign(new URL(server.url), { hostname });
  url.search = new URLSearchParams(query).toString();
  return url.href;
}

/** The whole start, up to the first job of the queue. @returns what it says; '' when it started */
async function startOn(databaseUrl: string): Promise<string> {
  try {
    const database = await openDatabase({ databaseUrl });
    const queue = await TurnQueue.open(database, { alone: false });
    await queue.offer(['0197a000-0000-7000-8000-000000000000']);
    await queue.close();
    await database.close();
    return '';
  } catch (error) {
    expect(error).toMatchObject({ name: 'DatabaseStartError' });
    return error instanceof Error ? error.message : '';
  }
}

const warnings: string[] = [];
const note = (warning: Error) => void warnings.push(warning.message);

beforeAll(async () => {
  process.on('warning', note);
  server = await startPostgres();
  admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
}, TIMEOUT_MS);

afterAll(async () => {
  process.off('warning', note);
  await admin.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, TIMEOUT_MS);

test(
  'a server without TLS is not spoken to by who asks for it',
  async () => {
    for (const sslmode of ['prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'])
      expect(await startOn(address({ sslmode })), sslmode).toMatch(/does not speak TLS.*sslmode=disable/);
    expect(await startOn(address({ sslmode: 'disable' }))).toBe('');
  },
  TIMEOUT_MS,
);

test(
  'a certificate is trusted by its authority and for its name, and otherwise named as what is wrong with it',
  async () => {
    const own = await present('own', await certificate(365));
    const sslmode = 'verify-full';
    const untrusted = /is not trusted \(self-signed certificate\)\. Name the certificate.*sslrootcert/;
    for (const mode of ['prefer', 'require', 'verify-ca', 'verify-full'])
      expect(await startOn(address({ sslmode: mode })), mode).toMatch(untrusted);
    expect(await startOn(address({ sslmode, sslrootcert: own }))).toBe('');
    expect(await startOn(address({ sslmode: 'require', sslrootcert: own }))).toBe('');
    expect(await startOn(address({ sslmode: 'no-verify' }))).toBe('');
    expect(await startOn(address({ sslmode, sslrootcert: own }, 'localhost'))).toMatch(
      /at localhost:\d+ is for another name \(.*localhost.*\)\. Use the name that it is for/,
    );
    // An authority of one's own, as most who run a server have it.
    const authority = await certificate(365);
    await present('leaf', await certificate(365, authority));
    const ca = trust('authority', authority.cert);
    expect(await startOn(address({ sslmode }))).toMatch(
      /is not trusted \(unable to verify the first certificate\)/,
    );
    expect(await startOn(address({ sslmode, sslrootcert: own }))).toMatch(/is not trusted/);
    expect(await startOn(address({ sslmode, sslrootcert: ca }))).toBe('');
    await present('old', await certificate(-1, authority));
    expect(await startOn(address({ sslmode, sslrootcert: ca }))).toMatch(/has expired\. Renew it/);
    expect(warnings).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  'a file that is no certificate, and a setting that cannot be read, are named',
  async () => {
    expect(await startOn(address({ sslmode: 'requires' }))).toMatch(/sslmode=requires, .* does not know/);
    const sslrootcert = trust('broken', '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n');
    expect(await startOn(address({ sslmode: 'verify-full', sslrootcert }))).toMatch(
      /broken\.pem \(sslrootcert in DATABASE_URL\) is no certificate/,
    );
    expect(await startOn(address({ sslmode: 'verify-ca', uselibpqcompat: 'true' }))).toMatch(
      /DATABASE_URL cannot be used: .*sslrootcert/,
    );
  },
  TIMEOUT_MS,
);

test(
  'a server that takes TLS only says so to who comes without',
  async () => {
    await put('pg_hba.conf', 'hostssl all all all scram-sha-256');
    await admin.query('SELECT pg_reload_conf()');
    await vi.waitUntil(async () => (await startOn(address({ sslmode: 'disable' }))) !== '', {
      timeout: 10_000,
    });
    expect(await startOn(address({ sslmode: 'disable' }))).toMatch(
      /no encryption.*If it wants TLS, add \?sslmode=verify-full/,
    );
    expect(await startOn(address({ sslmode: 'no-verify' }))).toBe('');
  },
  TIMEOUT_MS,
);
