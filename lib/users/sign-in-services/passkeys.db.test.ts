import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, test } from 'vitest';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertUser } from '@/lib/testing/factories';
import { Authenticator } from '@/lib/testing/stand-ins/authenticator';
import { addPasskey, askForPasskey, startPasskey } from '../passkeys/service';
import { signInWithPasskey } from '../passkeys/sign-in';
import { confirmSecondStep, startSecondStep } from '../second-step/service';
import { signInBySecondStep } from './arrive';

useDatabase();

const SITE = { rpId: 'codes.suncode.test', origin: 'https://codes.suncode.test' };
const SERVICE = '企业微信';
const client = {
  ...{ address: '192.0.2.7', userAgent: '', cookie: () => undefined, ownSession: async () => undefined },
  site: SITE,
};
let member: UserActor;

beforeEach(async () => {
  member = memberActor(await insertUser());
  await db().user.update({ where: { id: member.id }, data: { passwordHash: null } });
  Object.assign(env(), { PASSWORD_SIGN_IN: 'on', WECOM_CORP_ID: undefined });
});

/** An app, and a passkey that a recovery code of it has proved. */
async function addBoth(): Promise<Authenticator> {
  const { secret } = await startSecondStep(member);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const { recoveryCodes } = await confirmSecondStep(member, { code }, 'none');
  const key = new Authenticator(SITE);
  const answer = key.make(await startPasskey(member, { code: recoveryCodes[0] ?? '' }, SITE));
  await addPasskey(member, { name: '手机', answer }, { site: SITE, keptSessionId: 'none' });
  return key;
}

const answerOf = async (key: Authenticator) => JSON.stringify(key.sign(await askForPasskey(SITE)));

test('who has neither a password nor an app adds no way in: nothing proves that the open browser is theirs', async () => {
  await expect(startPasskey(member, { code: '' }, SITE)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
  expect(await addBoth()).toBeInstanceOf(Authenticator);
});

test('the second step of whom a service brings may be a passkey, and only one of theirs', async () => {
  const key = await addBoth();
  const ticket = { id: member.id, service: SERVICE };
  await expect(signInBySecondStep(ticket, {}, client)).rejects.toMatchObject({
    ...{ code: 'SECOND_STEP_NEEDED', values: { app: 1, passkeys: 1 } },
  });
  const other = { id: (await insertUser()).id, service: SERVICE };
  await db().user.update({ where: { id: other.id }, data: { totpSince: new Date(), totpSecret: 'x' } });
  const wrong = signInBySecondStep(other, { passkey: await answerOf(key) }, client);
  await expect(wrong).rejects.toMatchObject({ code: 'PASSKEY_WRONG' });
  const signedIn = await signInBySecondStep(ticket, { passkey: await answerOf(key) }, client);
  expect(signedIn).toMatchObject({ id: member.id });
  const event = await db().auditEvent.findFirst({ where: { targetId: member.id, action: 'session.start' } });
  expect(event).toMatchObject({ details: { service: SERVICE } });
});

test('with passwords off a passkey alone lets nobody in, and stays the second step', async () => {
  const key = await addBoth();
  const { id: userId } = await insertUser({ role: 'ADMIN' });
  const identity = { issuer: 'wecom:ww1', subject: `boss of ${userId}`, name: '老板', userId };
  await db().serviceIdentity.create({ data: identity });
  expect(await signInWithPasskey(await answerOf(key), client)).toMatchObject({ id: member.id });
  Object.assign(env(), {
    ...{ PASSWORD_SIGN_IN: 'off', APP_URL: SITE.origin },
    ...{ WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1', WECOM_SECRET: 'secret' },
  });
  await expect(signInWithPasskey(await answerOf(key), client)).rejects.toMatchObject({
    code: 'PASSWORD_OFF',
  });
  const ticket = { id: member.id, service: SERVICE };
  const signedIn = await signInBySecondStep(ticket, { passkey: await answerOf(key) }, client);
  expect(signedIn).toMatchObject({ id: member.id });
});
