import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv } from './env';

function refusalOf(variables: Record<string, string>): string {
  try {
    parseEnv(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('these variables were accepted');
}

describe('environment', () => {
  test('needs no variable at all', () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      DATA_DIR: resolve('data'),
      SANDBOX: 'on',
      WORKER_MODE: 'inline',
      DRAIN_SECONDS: 0,
      LOG_LEVEL: 'info',
      WECHAT_API_BASE_URL: 'https://api.weixin.qq.com',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    const empty = { PORT: '', DATABASE_URL: '', APP_URL: '', SANDBOX: '', ADMIN_EMAIL: '' };
    expect(parseEnv(empty)).toEqual(parseEnv({}));
  });

  test('keeps every good value', () => {
    const given = {
      PORT: '8080',
      DATA_DIR: '/srv/suncode',
      DATABASE_URL: 'postgresql://user:password@db.example:5432/suncode',
      STORAGE_URL: 's3://key:secret@storage.example/bucket?region=cn-north-1&addressing=virtual',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
      ALLOW_PRIVATE_NETWORKS: 'loopback, fd00::/8',
      AUTH_SECRET: 'x'.repeat(32),
      ENCRYPTION_KEY: 'aB'.repeat(32),
      ADMIN_EMAIL: 'admin@suncode.test',
      ADMIN_PASSWORD: 'ten-letters',
      WECHAT_APP_ID: 'wx0123456789abcdef',
      WECHAT_APP_SECRET: 'secret',
      WECHAT_APP_NAME: '门店',
      SANDBOX: 'off',
      WORKER_MODE: 'external',
      LOG_LEVEL: 'debug',
    };
    expect(parseEnv(given)).toMatchObject({ ...given, PORT: 8080 });
  });

  test('cuts the slashes at the end of an address', () => {
    expect(parseEnv({ APP_URL: 'https://codes.example.com//' }).APP_URL).toBe('https://codes.example.com');
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://canary:canary@host/db'],
    ['STORAGE_URL', 'https://canary.example/bucket'],
    ['STORAGE_URL', 's3://key:secret@canary.example/bucket?region=cn-north-1&addressing=virtuel'],
    ['BACKUP_URL', 's3://key:secret@canary.example/bucket?regoin=cn-north-1'],
    ['APP_URL', 'canary.example.com'],
    ['LIVE_URL', 'canary.example.com'],
    ['TRUSTED_PROXIES', 'canary.proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['ALLOW_PRIVATE_NETWORKS', 'canary.network.example'],
    ['ALLOW_PRIVATE_NETWORKS', '10.0.0.0/33'],
    ['ALLOW_PRIVATE_NETWORKS', '2'],
    ['TRUSTED_PROXIES', 'loopback, 2'],
    ['SESSION_IDLE_HOURS', '0'],
    ['SESSION_MAX_HOURS', 'canary'],
    ['AUTH_SECRET', 'canary-too-short'],
    ['ENCRYPTION_KEY', 'canary'],
    ['ADMIN_EMAIL', 'canary-without-at'],
    ['ADMIN_PASSWORD', 'canary'],
    ['WECHAT_APP_ID', 'canary'],
    ['WECHAT_APP_NAME', 'canary'.repeat(11)],
    ['WECHAT_API_BASE_URL', 'ftp://canary.example'],
    ['OIDC_ISSUER', 'canary.example'],
    ['OIDC_NAME', 'canary'.repeat(6)],
    ['SANDBOX', 'canary'],
    ['WORKER_MODE', 'canary'],
    ['METRICS_TOKEN', 'canary-short'],
    ['METRICS_TOKEN', 'canary with spaces in it'],
    ['DRAIN_SECONDS', '61'],
    ['METRICS_PORT', '0'],
    ['LOG_LEVEL', 'canary'],
  ])('names %s and what it accepts, not its value (%s)', (name, value) => {
    const message = refusalOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} must be .+\\.`));
    expect(message).not.toContain('canary');
  });

  test.each([
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'admin@suncode.test' }],
    ['ADMIN_EMAIL', { ADMIN_PASSWORD: 'long enough' }],
    ['SESSION_IDLE_HOURS', { SESSION_MAX_HOURS: '8' }],
    ['WECHAT_APP_SECRET', { WECHAT_APP_ID: 'wx0123456789abcdef' }],
    ['WECHAT_APP_ID', { WECHAT_APP_SECRET: 'secret' }],
    ['WORKER_MODE', { WORKER_MODE: 'external' }],
    ['APP_URL', { LIVE_URL: 'https://m.example.com' }],
    ['LIVE_URL', { LIVE_URL: 'https://m.example.com', APP_URL: 'https://m.example.com/' }],
    ['BACKUP_URL', { BACKUP_URL: 's3://k:s@h/b', BACKUP_DIR: '/backups' }],
  ])('names %s when it does not go with the others', (missing, given) => {
    expect(refusalOf(given)).toMatch(new RegExp(`^${missing} must be `));
  });

  test('names every bad variable once, each in a line of its own', () => {
    const lines = refusalOf({ PORT: 'x', SANDBOX: 'x', LOG_LEVEL: 'x' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'SANDBOX', 'LOG_LEVEL']);
  });

  test('takes off the quotes, spaces and line ends that come with a line of an env file', () => {
    const bare = {
      DATABASE_URL: 'postgresql://u:p@h/db',
      PORT: '8080',
      SANDBOX: 'off',
      ADMIN_EMAIL: 'a@b.test',
    };
    const lines = Object.entries({ ...bare, ADMIN_PASSWORD: 'ten letters' });
    const parsed = parseEnv(Object.fromEntries(lines));
    for (const around of ['"', "'"])
      expect(parseEnv(Object.fromEntries(lines.map(([k, v]) => [k, ` ${around}${v}${around}\r`])))).toEqual(
        parsed,
      );
    expect(parseEnv({ ADMIN_EMAIL: 'a@b.test', ADMIN_PASSWORD: '"one quote only' }).ADMIN_PASSWORD).toBe(
      '"one quote only',
    );
  });

  test.each([
    ['DATABASE_URL', 'postgresql://suncode:canary#1@host:5432/db', '"#"', '%23'],
    ['DATABASE_URL', 'postgresql://suncode:canary%zz@host/db', '"%"', '%25'],
    ['DATABASE_URL', 'postgresql://suncode:canary%@host/db', '"%"', '%25'],
    ['DATABASE_URL', 'postgresql://suncode:can@ry@host/db', '"@"', '%40'],
    ['DATABASE_URL', 'postgresql://suncode:can/ry@host/db', '"/"', '%2F'],
    ['DATABASE_URL', 'postgresql://suncode:12/canary@host/db', '"/"', '%2F'],
    ['DATABASE_URL', 'postgresql://suncode:can?ry@host/db', '"?"', '%3F'],
    ['DATABASE_URL', 'postgresql://suncode:can@ry/x?y@host/db?sslmode=require', '"@"', '%40'],
    ['DATABASE_URL', 'postgresql://suncode:can ary@host/db', 'a space', '%20'],
    ['STORAGE_URL', 's3://key:can/ary@host/bucket', '"/"', '%2F'],
  ])(
    'says which character of the password in %s (%s) must be percent-encoded',
    (...[name, value, character, code]) => {
      const message = refusalOf({ [name]: value });
      expect(message).toBe(
        `${name}: its password contains ${character}, which must be percent-encoded: write ${code} for it.`,
      );
      expect(refusalOf({ [name]: value.replace(/:[^/].*@/, ':x@').replace('//', '//us#er') })).toContain(
        'its user name',
      );
    },
  );

  test.each([
    'postgresql://suncode:can%40ary%2F%23@host/db',
    'postgresql://suncode:can:ary!$&*()_+-=;,.~[]{}|<>^@host:5432/db?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    'postgresql://host/db?user=suncode@azure',
    'postgresql://host:5432/db?user=suncode%40azure',
    'postgresql://suncode:canary@host/db?options=-c%20x=a@b',
    'postgresql://suncode:密码@host/db',
    'postgresql://suncode@host/db',
    'postgresql:///db',
  ])('takes %s', (url) => {
    expect(parseEnv({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
  });
});
