import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { openSession } from '@/lib/auth/session-rows';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertUser } from '@/lib/testing/factories';
import { Authenticator } from '@/lib/testing/stand-ins/authenticator';
import { resetSecondStepOf } from '../by-hand';
import { deactivateMember, listMembers } from '../members';
import { resetSecondStep, setSecondStepRequired } from '../second-step/members';
import { getSecondStep } from '../second-step/queries';
import {
  confirmSecondStep,
  renewRecoveryCodes,
  startSecondStep,
  turnOffSecondStep,
} from '../second-step/service';
import { signInWithPassword } from '../sign-in';
import { CHALLENGE_MS, sweepChallenges } from './challenge';
import { anyPasskeys, listPasskeys } from './queries';
import {
  addPasskey,
  askForOwnPasskey,
  askForPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
} from './service';
import { signInWithPasskey } from './sign-in';
import { siteOf } from './site';

useDatabase();

const PASSWORD = 'the right one';
const SITE = { rpId: 'codes.suncode.test', origin: 'https://codes.suncode.test' };
const ELSEWHERE = { rpId: 'evil.test', origin: 'https://evil.test' };
const HERE = { address: '192.0.2.1', userAgent: '' };
const WRONG = { code: 'PASSKEY_WRONG' };
const byPassword = { currentPassword: PASSWORD, code: '' };

let now: number;
let actor: UserActor;

/** The hands stand still until a test turns them. */
beforeEach(async () => {
  now = Math.floor(Date.now() / 30_000) * 30_000;
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(now));
  actor = memberActor(await insertUser({ password: PASSWORD }));
});
afterEach(() => {
  vi.restoreAllMocks();
});

let networks = 0;
const client = (address = `198.51.100.${(networks += 1)}`) => ({
  ...{ address, userAgent: '', cookie: () => undefined, ownSession: async () => undefined },
  site: SITE,
});

type Kept = { name?: string; who?: UserActor; proof?: Parameters<typeof startPasskey>[1]; session?: string };

async function add({ name = '手机', who = actor, proof = byPassword, session = 'none' }: Kept = {}) {
  const key = new Authenticator(SITE);
  const answer = key.make(await startPasskey(who, proof, SITE));
  const { recoveryCodes } = await addPasskey(who, { name, answer }, { site: SITE, keptSessionId: session });
  return { key, recoveryCodes: recoveryCodes ?? [] };
}

const enter = (answer: unknown, from = client()) => signInWithPasskey(JSON.stringify(answer), from);
const enterBy = async (key: Authenticator, given?: Parameters<Authenticator['sign']>[1]) =>
  enter(key.sign(await askForPasskey(SITE), given));
const proofBy = async (key: Authenticator, who = actor) => ({
  passkey: key.sign(await askForOwnPasskey(who, SITE)),
});
const withPassword = (given: { code?: string; passkey?: string } = {}) =>
  signInWithPassword({ email: actor.email, password: PASSWORD, ...given }, client());
const audited = async (who = actor) =>
  (await db().auditEvent.findMany({ where: { targetId: who.id }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );

describe('adding one', () => {
  test('takes the password, turns the second step on, ends other sessions and gives recovery codes', async () => {
    const kept = await openSession(actor.id, HERE);
    await openSession(actor.id, HERE);
    expect(await anyPasskeys()).toBe((await db().passkey.count()) > 0);
    await expect(add({ proof: { currentPassword: 'wrong', code: '' } })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    const { recoveryCodes } = await add({ session: kept });
    expect(recoveryCodes).toHaveLength(10);
    expect(await listPasskeys(actor)).toMatchObject([{ name: '手机', lastUsedAt: null }]);
    expect(await getSecondStep(actor)).toMatchObject({ since: null, passkeys: 1, recoveryCodesLeft: 10 });
    expect(await db().session.findMany({ where: { userId: actor.id } })).toMatchObject([{ id: kept }]);
    expect(await audited()).toEqual(['user.addPasskey', 'user.secondStepOn']);
    expect(await anyPasskeys()).toBe(true);
  });

  test('takes more than the password once the second step is on, and leaves the recovery codes', async () => {
    const { key, recoveryCodes } = await add();
    await expect(add()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(add({ proof: { currentPassword: PASSWORD, code: 'abcd' } })).rejects.toMatchObject({
      code: 'SECOND_STEP_WRONG',
    });
    expect((await add({ proof: await proofBy(key) })).recoveryCodes).toEqual([]);
    const code = recoveryCodes[0] ?? '';
    await add({ name: '钥匙', proof: { currentPassword: PASSWORD, code } });
    expect(await listPasskeys(actor)).toHaveLength(3);
    expect(await getSecondStep(actor)).toMatchObject({ recoveryCodesLeft: 9 });
  });

  const refused: [string, Parameters<Authenticator['make']>[1]][] = [
    ['made on another page', { origin: ELSEWHERE.origin }],
    ['made for another host', { rpId: ELSEWHERE.rpId }],
    ['of a device that asked nobody', { isVerified: false }],
  ];
  test.each(refused)('refuses one %s', async (_what, given) => {
    const answer = new Authenticator(SITE).make(await startPasskey(actor, byPassword, SITE), given);
    const added = addPasskey(actor, { name: 'x', answer }, { site: SITE, keptSessionId: 'none' });
    await expect(added).rejects.toMatchObject(WRONG);
    expect(await listPasskeys(actor)).toEqual([]);
  });

  test('refuses an answer to a challenge of another person, of signing in, from before, or for a second time', async () => {
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const options = await startPasskey(actor, byPassword, SITE);
    const keep = (who: UserActor, asked: typeof options, key = new Authenticator(SITE)) =>
      addPasskey(who, { name: 'x', answer: key.make(asked) }, { site: SITE, keptSessionId: 'none' });
    await expect(keep(other, options)).rejects.toMatchObject(WRONG);
    const { challenge } = await askForPasskey(SITE);
    await expect(keep(actor, { ...options, challenge })).rejects.toMatchObject(WRONG);
    await keep(actor, options);
    await expect(keep(actor, options)).rejects.toMatchObject(WRONG);
    const proof = await startPasskey(other, byPassword, SITE);
    now += CHALLENGE_MS;
    await expect(keep(other, proof)).rejects.toMatchObject(WRONG);
  });

  test('refuses a key that somebody has, and pages where browsers make none', async () => {
    const { key } = await add();
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const answer = key.make(await startPasskey(other, byPassword, SITE));
    const added = addPasskey(other, { name: 'x', answer }, { site: SITE, keptSessionId: 'none' });
    await expect(added).rejects.toMatchObject(WRONG);
    expect(siteOf('http://192.168.1.9:3000')).toBeNull();
    expect(siteOf('https://[2001:db8::1]')).toBeNull();
    expect(siteOf('http://codes.suncode.test')).toBeNull();
    expect(siteOf('http://localhost:3000')).toEqual({ rpId: 'localhost', origin: 'http://localhost:3000' });
    await expect(startPasskey(other, byPassword, null)).rejects.toMatchObject({ code: 'PASSKEY_NOT_HERE' });
    await expect(askForPasskey(null)).rejects.toMatchObject({ code: 'PASSKEY_NOT_HERE' });
  });
});

describe('signing in with one alone', () => {
  test('opens a session, and says so', async () => {
    const { key } = await add();
    expect(await enterBy(key)).toMatchObject({ id: actor.id, knownAs: actor.email });
    expect(await db().session.count({ where: { userId: actor.id } })).toBe(1);
    expect(await listPasskeys(actor)).toMatchObject([{ lastUsedAt: new Date(now) }]);
    const event = await db().auditEvent.findFirst({ where: { targetId: actor.id, action: 'session.start' } });
    expect(event).toMatchObject({ details: { by: 'passkey' } });
  });

  const wrong: [string, Parameters<Authenticator['sign']>[1]][] = [
    ['another page', { origin: ELSEWHERE.origin }],
    ['another host', { rpId: ELSEWHERE.rpId }],
    ['a device that asked nobody', { isVerified: false }],
    ['somebody else’s name', { userHandle: Buffer.from('somebody else').toString('base64url') }],
  ];
  test.each(wrong)('is refused from %s, and recorded', async (_what, given) => {
    const { key } = await add();
    await expect(enterBy(key, given)).rejects.toMatchObject(WRONG);
    expect(await db().session.count({ where: { userId: actor.id } })).toBe(0);
    expect(await audited()).toContain('session.fail');
  });

  test('is refused with a challenge that is not ours, is for something else, or has run out', async () => {
    const { key } = await add();
    const made = Buffer.from('x'.repeat(54)).toString('base64url');
    await expect(enter(key.sign({ challenge: made }))).rejects.toMatchObject(WRONG);
    await expect(enter(key.sign(await askForOwnPasskey(actor, SITE)))).rejects.toMatchObject(WRONG);
    const asked = await askForPasskey(SITE);
    now += CHALLENGE_MS;
    await expect(enter(key.sign(asked))).rejects.toMatchObject(WRONG);
  });

  test('takes an answer once, of however many that come at once, and one challenge once', async () => {
    const { key } = await add();
    const asked = await askForPasskey(SITE);
    const answer = key.sign(asked);
    const results = await Promise.allSettled([1, 2, 3].map(() => enter(answer)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(enter(answer)).rejects.toMatchObject(WRONG);
    await expect(enter(key.sign(asked))).rejects.toMatchObject(WRONG);
    expect(await db().spentChallenge.count()).toBeGreaterThan(0);
    now += CHALLENGE_MS;
    await sweepChallenges();
    expect(await db().spentChallenge.count()).toBe(0);
  });

  test('is refused when the count goes back or stands still, as that of a copy does; 0 may stay 0', async () => {
    const { key } = await add();
    await enterBy(key, { counter: 7 });
    await expect(enterBy(key, { counter: 7 })).rejects.toMatchObject(WRONG);
    await expect(enterBy(key, { counter: 6 })).rejects.toMatchObject(WRONG);
    await expect(enterBy(key, { counter: 0 })).rejects.toMatchObject(WRONG);
    await enterBy(key, { counter: 8 });
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const still = new Authenticator(SITE);
    const answer = still.make(await startPasskey(other, byPassword, SITE), { counter: 0 });
    await addPasskey(other, { name: 'x', answer }, { site: SITE, keptSessionId: 'none' });
    for (const _ of [1, 2]) expect(await enterBy(still, { counter: 0 })).toMatchObject({ id: other.id });
  });

  test('is refused with a key that nobody has, another’s signature, or what is no answer', async () => {
    const { key } = await add();
    const stranger = new Authenticator(SITE);
    await expect(enterBy(stranger)).rejects.toMatchObject(WRONG);
    const forged = { ...stranger.sign(await askForPasskey(SITE)), id: key.id, rawId: key.id };
    await expect(enter(forged)).rejects.toMatchObject(WRONG);
    for (const text of ['', '{', 'null', '[]', '{"id":1}'])
      await expect(signInWithPasskey(text, client())).rejects.toMatchObject(WRONG);
  });

  test('is refused to who has left, who is told', async () => {
    const { key } = await add();
    await deactivateMember(await insertActor('ADMIN'), actor.id, null);
    await expect(enterBy(key)).rejects.toMatchObject({ code: 'ACCOUNT_OFF' });
    expect(await db().session.count({ where: { userId: actor.id } })).toBe(0);
  });

  test('thirty wrong ones from one network end it for a while, there alone', async () => {
    const { key } = await add();
    const there = client('203.0.113.9');
    for (let time = 0; time < 30; time += 1) await expect(enter({}, there)).rejects.toMatchObject(WRONG);
    await expect(enter(key.sign(await askForPasskey(SITE)), there)).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
    expect(await enterBy(key)).toMatchObject({ id: actor.id });
  });
});

describe('as the second step', () => {
  test('the password alone is not enough any more; a passkey or a recovery code is', async () => {
    const { key, recoveryCodes } = await add();
    await expect(withPassword()).rejects.toMatchObject({
      code: 'SECOND_STEP_NEEDED',
      values: { app: 0, passkeys: 1 },
    });
    await expect(withPassword({ code: '123456' })).rejects.toMatchObject({ code: 'SECOND_STEP_WRONG' });
    const answer = JSON.stringify(key.sign(await askForPasskey(SITE)));
    expect(await withPassword({ passkey: answer })).toMatchObject({ id: actor.id });
    await expect(withPassword({ passkey: answer })).rejects.toMatchObject(WRONG);
    expect(await withPassword({ code: recoveryCodes[0] ?? '' })).toMatchObject({ id: actor.id });
  });

  test('another member’s passkey is refused, and guesses are counted with the codes', async () => {
    await add();
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const { key } = await add({ who: other });
    const from = client();
    const answer = async () => JSON.stringify(key.sign(await askForPasskey(SITE)));
    const attempt = async () =>
      signInWithPassword({ email: actor.email, password: PASSWORD, passkey: await answer() }, from);
    for (let time = 0; time < 5; time += 1) await expect(attempt()).rejects.toMatchObject(WRONG);
    await expect(attempt()).rejects.toMatchObject({ code: 'TOO_MANY_CODES' });
  });

  test('it counts where everybody must have one', async () => {
    const admin = memberActor(await insertUser({ role: 'ADMIN', password: PASSWORD }));
    await expect(setSecondStepRequired(admin, true)).rejects.toMatchObject({ code: 'SECOND_STEP_OWN' });
    await add({ who: admin });
    await setSecondStepRequired(admin, true);
    await setSecondStepRequired(admin, false);
    const found = (await listMembers(admin)).find(({ id }) => id === admin.id);
    expect(found).toMatchObject({ hasSecondStep: true });
  });
});

describe('taking one away', () => {
  const here = (keptSessionId = 'none') => ({ site: SITE, keptSessionId });
  const idOf = async (name: string) =>
    (await db().passkey.findFirstOrThrow({ where: { userId: actor.id, name } })).id;

  test('takes a proof, ends other sessions, and with the last one the second step', async () => {
    const { key } = await add();
    const second = (await add({ name: '钥匙', proof: await proofBy(key) })).key;
    const id = await idOf('手机');
    const guess = { id, proof: { currentPassword: PASSWORD, code: 'abcd' } };
    await expect(removePasskey(actor, guess, here())).rejects.toMatchObject({ code: 'SECOND_STEP_WRONG' });
    const kept = await openSession(actor.id, HERE);
    await openSession(actor.id, HERE);
    await removePasskey(actor, { id, proof: await proofBy(second) }, here(kept));
    expect(await db().session.findMany({ where: { userId: actor.id } })).toMatchObject([{ id: kept }]);
    await expect(enterBy(key)).rejects.toMatchObject(WRONG);
    expect(await getSecondStep(actor)).toMatchObject({ passkeys: 1, recoveryCodesLeft: 10 });
    await removePasskey(actor, { id: await idOf('钥匙'), proof: await proofBy(second) }, here());
    expect(await getSecondStep(actor)).toMatchObject({ since: null, passkeys: 0, recoveryCodesLeft: 0 });
    expect(await withPassword()).not.toBeNull();
    expect((await audited()).filter((action) => action === 'user.removePasskey')).toHaveLength(2);
    expect((await audited()).filter((action) => action === 'user.secondStepOff')).toHaveLength(1);
  });

  test('is for one’s own, and so is another name', async () => {
    await add();
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const { key } = await add({ who: other });
    const id = await idOf('手机');
    const proof = await proofBy(key, other);
    await expect(removePasskey(other, { id, proof }, here())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(renamePasskey(other, { id, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await renamePasskey(actor, { id, name: '公司手机' });
    const before = await db().auditEvent.count();
    await renamePasskey(actor, { id, name: '公司手机' });
    expect(await db().auditEvent.count()).toBe(before);
    expect(await listPasskeys(actor)).toMatchObject([{ name: '公司手机' }]);
  });

  test('another person’s proof proves nothing', async () => {
    await add();
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const { key } = await add({ who: other });
    await expect(renewRecoveryCodes(actor, await proofBy(key, other), SITE)).rejects.toMatchObject(WRONG);
    await expect(
      renewRecoveryCodes(actor, { passkey: key.sign(await askForOwnPasskey(actor, SITE)) }, SITE),
    ).rejects.toMatchObject(WRONG);
  });

  test('turning the app off leaves passkeys, their recovery codes and the second step', async () => {
    const { key } = await add();
    const { secret } = await startSecondStep(actor, await proofBy(key), SITE);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
    await confirmSecondStep(actor, { currentPassword: PASSWORD, code }, 'none');
    await expect(withPassword()).rejects.toMatchObject({ values: { app: 1, passkeys: 1 } });
    await turnOffSecondStep(actor, await proofBy(key), SITE);
    expect(await getSecondStep(actor)).toMatchObject({ since: null, passkeys: 1, recoveryCodesLeft: 10 });
  });

  test('starting the app takes a proof where there is a passkey: an open session must not add a way in', async () => {
    const { key } = await add();
    await expect(startSecondStep(actor, byPassword, SITE)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await startSecondStep(actor, await proofBy(key), SITE)).toMatchObject({
      secret: expect.any(String),
    });
  });

  test.each(['an administrator', 'npm run admin'])('%s takes all of them off somebody', async (who) => {
    const { key } = await add();
    const admin = await insertActor('ADMIN');
    if (who === 'npm run admin') await resetSecondStepOf(actor.email ?? '');
    else await resetSecondStep(admin, actor.id);
    await expect(enterBy(key)).rejects.toMatchObject(WRONG);
    expect(await getSecondStep(actor)).toMatchObject({ since: null, passkeys: 0, recoveryCodesLeft: 0 });
    expect(await withPassword()).not.toBeNull();
    await expect(resetSecondStep(admin, actor.id)).rejects.toMatchObject({ code: 'SECOND_STEP_STATE' });
  });
});
