import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { parseEnv } from '@/lib/env';
import { signInWithPassword } from '@/lib/users/sign-in';
import { useDatabase } from '@/lib/testing/database';
import { provision } from './provision';
import { completeSetup, isSetupTokenValid, issueSetupToken, provisionAdministrator } from './service';

const ADMIN = { name: '林', email: 'admin@suncode.test', password: 'a harvest of words' };

const CLIENT = {
  address: '192.0.2.1',
  userAgent: '',
  cookie: () => undefined,
  ownSession: async () => undefined,
};

useDatabase();

beforeEach(async () => {
  await db().auditEvent.deleteMany();
  await db().accessToken.deleteMany();
  await db().miniProgram.deleteMany();
  await db().user.deleteMany();
  await db().installation.deleteMany();
});

async function newToken(): Promise<string> {
  const token = await issueSetupToken();
  if (!token) throw new Error('there is a user already');
  return token;
}

describe('the first administrator', () => {
  test('is created with the token of the start-up line, and may sign in', async () => {
    const token = await newToken();
    expect(await isSetupTokenValid(token)).toBe(true);
    await completeSetup(token, ADMIN);
    expect(await db().user.findMany()).toMatchObject([{ email: ADMIN.email, role: 'ADMIN' }]);
    expect(await db().auditEvent.findMany()).toMatchObject([
      { action: 'setup.complete', actorKind: 'system' },
    ]);
    expect(await signInWithPassword(ADMIN, CLIENT)).not.toBeNull();
  });

  test('is one, however many ask at once with the same token', async () => {
    const token = await newToken();
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        completeSetup(token, { ...ADMIN, email: `admin-${n}@suncode.test` }),
      ),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toHaveLength(19);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'SETUP_DONE', status: 404 });
    expect(await db().user.count()).toBe(1);
    expect(await db().auditEvent.count()).toBe(1);
  });

  test.each(['', 'guess', 'x'.repeat(200)])('is not created with the token %j', async (token) => {
    await newToken();
    expect(await isSetupTokenValid(token)).toBe(false);
    await expect(completeSetup(token, ADMIN)).rejects.toMatchObject({ code: 'SETUP_DONE' });
    expect(await db().user.count()).toBe(0);
  });

  test('leaves the token good when the form was filled in wrongly', async () => {
    const token = await newToken();
    await expect(completeSetup(token, { ...ADMIN, password: 'short' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'password' }],
    });
    await completeSetup(token, ADMIN);
  });

  test.each([
    ['suncode2026', 'passwordPersonal'],
    ['password12', 'passwordCommon'],
    ['1111111111', 'passwordRepeated'],
    [ADMIN.email, 'passwordPersonal'],
  ])('is not created with the password %s, and the token stays good', async (password, reason) => {
    const token = await newToken();
    await expect(completeSetup(token, { ...ADMIN, password })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'password', key: `errors.issues.${reason}` }],
    });
    await completeSetup(token, ADMIN);
  });

  test('ends setting up: the token is used, and there is no other', async () => {
    const token = await newToken();
    await completeSetup(token, ADMIN);
    expect(await isSetupTokenValid(token)).toBe(false);
    await expect(completeSetup(token, { ...ADMIN, email: 'second@suncode.test' })).rejects.toMatchObject({
      code: 'SETUP_DONE',
    });
    expect(await issueSetupToken()).toBeNull();
  });

  test('may come by the link of any start, until one is used', async () => {
    const [first, ...others] = await Promise.all([newToken(), newToken(), newToken()]);
    await completeSetup(first, ADMIN);
    for (const token of others) expect(await isSetupTokenValid(token)).toBe(false);
  });

  test('has a token of which the database keeps no copy', async () => {
    const token = await newToken();
    expect(JSON.stringify(await db().installation.findMany())).not.toContain(token);
  });

  test('comes from the environment when it names one, and only the first time', async () => {
    await provisionAdministrator('chief@suncode.test', 'ten letters on a page');
    await provisionAdministrator('other@suncode.test', 'ten letters on a page');
    expect(await db().user.findMany({ select: { email: true, role: true } })).toEqual([
      { email: 'chief@suncode.test', role: 'ADMIN' },
    ]);
  });
});

describe('provisioning', () => {
  const variables = {
    WECHAT_APP_ID: 'wx00000000000000ab',
    WECHAT_APP_SECRET: 'secret one',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };

  test('makes what is missing once, and gives a set-up token while there is no user', async () => {
    expect(await provision(parseEnv({}))).not.toBeNull();
    expect(await provision(parseEnv(variables))).toBeNull();
    expect(await provision(parseEnv(variables))).toBeNull();
    const apps = await db().miniProgram.findMany({
      orderBy: { mode: 'asc' },
      select: { mode: true, appId: true },
    });
    expect(apps).toEqual([
      { mode: 'LIVE', appId: variables.WECHAT_APP_ID },
      { mode: 'SANDBOX', appId: expect.stringMatching(/^wx[0-9a-f]{16}$/) },
    ]);
  });

  test('ends with a sentence when ADMIN_PASSWORD is easy to guess, on a first start only', async () => {
    const weak = parseEnv({ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: 'password12' });
    await expect(provision(weak)).rejects.toMatchObject({
      name: 'EnvError',
      message: expect.stringMatching(/^ADMIN_PASSWORD cannot be used\. This is a common password/),
    });
    expect(await db().user.count()).toBe(0);
    await provision(parseEnv(variables));
    expect(await provision(weak)).toBeNull();
  });

  test('takes a new AppSecret over and leaves the rest as people set it', async () => {
    await provision(parseEnv({ ...variables, SANDBOX: 'off' }));
    const before = await db().miniProgram.findFirstOrThrow();
    await db().miniProgram.updateMany({
      data: { name: '门店', pathMaxBytes: 1024, quotaBaseline: 7, tokenMode: 'token' },
    });
    await provision(
      parseEnv({ ...variables, WECHAT_APP_NAME: '别的', WECHAT_APP_SECRET: 'secret two', SANDBOX: 'off' }),
    );
    const after = await db().miniProgram.findFirstOrThrow();
    expect(after).toMatchObject({ name: '门店', pathMaxBytes: 1024, quotaBaseline: 7, tokenMode: 'token' });
    expect(after.secretCiphertext).not.toBe(before.secretCiphertext);
  });
});
