import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { newDeviceCookie } from '@/lib/auth/device-cookie';
import { openSession } from '@/lib/auth/session-rows';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertUser } from '@/lib/testing/factories';
import { resetSecondStepOf } from '../by-hand';
import { listMembers } from '../members';
import { signInWithPassword } from '../sign-in';
import { resetSecondStep } from './members';
import { getSecondStep } from './queries';
import { recoveryHash } from './recovery-codes';
import { confirmSecondStep, renewRecoveryCodes, startSecondStep, turnOffSecondStep } from './service';

useDatabase();

const PASSWORD = 'the right one';
const HERE = { address: '192.0.2.1', userAgent: '' };
const STEP_MS = 30_000;
const WRONG = { code: 'SECOND_STEP_WRONG', issues: [{ field: 'code' }] };
const NEEDED = { code: 'SECOND_STEP_NEEDED' };
const LOCKED = { code: 'TOO_MANY_CODES', status: 429 };

let now: number;
let actor: UserActor;

/** The hands stand still, in the middle of a step, until a test turns them. */
beforeEach(async () => {
  now = Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS / 2;
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(now));
  actor = memberActor(await insertUser({ password: PASSWORD }));
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What an authenticator app shows whose clock goes wrong by some steps. */
const shown = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * STEP_MS });

/** Six digits that the app shows at no time near now. */
function wrongCode(secret: string): string {
  const good = [-2, -1, 0, 1, 2].map((steps) => shown(secret, steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((it) => !good.includes(it)) ?? '';
}

/** Turns it on and lets a step go by, so that the next code is another one. */
async function turnOn(who = actor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await startSecondStep(who);
  const proof = { currentPassword: PASSWORD, code: shown(secret) };
  const { recoveryCodes } = await confirmSecondStep(who, proof, 'no session');
  now += STEP_MS;
  return { secret, recoveryCodes };
}

let networks = 0;
type Typed = { code?: string; password?: string; address?: string; device?: string };

function signIn({ code, password = PASSWORD, address, device }: Typed = {}) {
  const client = {
    ...{ address: address ?? `198.51.100.${(networks += 1)}`, userAgent: '' },
    ...{ cookie: () => device, ownSession: async () => undefined },
  };
  return signInWithPassword({ email: actor.email, password, ...(code && { code }) }, client);
}

const audited = async () =>
  (
    await db().auditEvent.findMany({ where: { targetId: actor.id, area: 'people' }, orderBy: { id: 'asc' } })
  ).map(({ action }) => action);

describe('turning it on', () => {
  test('takes the password and a code of the new secret, ends the other sessions, and gives ten recovery codes', async () => {
    const kept = await openSession(actor.id, HERE);
    await openSession(actor.id, HERE);
    const { secret, qr } = await startSecondStep(actor);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(Buffer.from(qr.split(',')[1] ?? '', 'base64').toString()).toContain('<svg');
    expect(await signIn()).not.toBeNull();
    const code = `${shown(secret).slice(0, 3)} ${shown(secret).slice(3)}`;
    const { recoveryCodes } = await confirmSecondStep(actor, { currentPassword: PASSWORD, code }, kept);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const one of recoveryCodes)
      expect(one).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){5}$/);
    expect(await db().session.findMany({ where: { userId: actor.id } })).toMatchObject([{ id: kept }]);
    expect(await getSecondStep(actor)).toEqual({
      ...{ since: new Date(now), passkeys: 0, recoveryCodesLeft: 10, asksPassword: true },
    });
    expect(await audited()).toEqual(['user.secondStepOn']);
  });

  test('keeps neither the secret nor a recovery code as it is', async () => {
    const { secret, recoveryCodes } = await turnOn();
    const row = await db().user.findUnique({ where: { id: actor.id }, include: { recoveryCodes: true } });
    const kept = JSON.stringify(row);
    for (const told of [secret, ...recoveryCodes]) expect(kept).not.toContain(told);
  });

  test('is refused with a wrong code, a code of a secret that was replaced, or a wrong password', async () => {
    const { secret: old } = await startSecondStep(actor);
    const { secret } = await startSecondStep(actor);
    const confirm = (code: string, currentPassword = PASSWORD) =>
      confirmSecondStep(actor, { currentPassword, code }, 'no session');
    await expect(confirm(wrongCode(secret))).rejects.toMatchObject(WRONG);
    await expect(confirm(shown(old))).rejects.toMatchObject(WRONG);
    await expect(confirm(shown(secret), 'wrong')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(await getSecondStep(actor)).toMatchObject({ since: null });
    expect(await signIn()).not.toBeNull();
  });

  test('happens once, however many ask for it, and cannot be started over while it is on', async () => {
    const { secret } = await startSecondStep(actor);
    const proof = { currentPassword: PASSWORD, code: shown(secret) };
    const results = await Promise.allSettled([1, 2, 3].map(() => confirmSecondStep(actor, proof, 'none')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await getSecondStep(actor)).toMatchObject({ recoveryCodesLeft: 10 });
    await expect(startSecondStep(actor)).rejects.toMatchObject({ code: 'SECOND_STEP_STATE' });
  });
});

describe('signing in', () => {
  test('asks for a code once the password is right, and opens no session without one', async () => {
    const { secret } = await turnOn();
    await expect(signIn()).rejects.toMatchObject(NEEDED);
    expect(await db().session.count({ where: { userId: actor.id } })).toBe(0);
    expect(await signIn({ code: shown(secret) })).toMatchObject({ id: actor.id });
  });

  test('tells nobody without the password that there is a second step', async () => {
    const { secret } = await turnOn();
    expect(await signIn({ password: 'wrong' })).toBeNull();
    expect(await signIn({ password: 'wrong', code: shown(secret) })).toBeNull();
    // Nor was the code taken by that.
    expect(await signIn({ code: shown(secret) })).not.toBeNull();
  });

  test.each([-1, 0, 1])('takes the code of an app whose clock goes wrong by %i steps', async (steps) => {
    const { secret } = await turnOn();
    now += STEP_MS;
    expect(await signIn({ code: shown(secret, steps) })).not.toBeNull();
  });

  test.each([-2, 2])('refuses the code of %i steps away', async (steps) => {
    const { secret } = await turnOn();
    now += 2 * STEP_MS;
    await expect(signIn({ code: shown(secret, steps) })).rejects.toMatchObject(WRONG);
  });

  test('takes full-width digits', async () => {
    const { secret } = await turnOn();
    const wide = shown(secret).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    expect(await signIn({ code: wide })).not.toBeNull();
  });

  test('takes a code once, also when it comes many times at the same moment, and none before it', async () => {
    const { secret } = await turnOn();
    now += STEP_MS;
    const code = shown(secret);
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => signIn({ code })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(signIn({ code })).rejects.toMatchObject(WRONG);
    await expect(signIn({ code: shown(secret, -1) })).rejects.toMatchObject(WRONG);
    now += STEP_MS;
    expect(await signIn({ code: shown(secret) })).not.toBeNull();
  });

  test('does not take the code that turned it on once more', async () => {
    const { secret } = await turnOn();
    await expect(signIn({ code: shown(secret, -1) })).rejects.toMatchObject(WRONG);
  });

  test('takes a recovery code once, in any spelling, and writes it down', async () => {
    const [code = '', other = ''] = (await turnOn()).recoveryCodes;
    const spelled = ` ${code.replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l').toUpperCase()} `;
    expect(await signIn({ code: spelled })).not.toBeNull();
    await expect(signIn({ code })).rejects.toMatchObject(WRONG);
    const results = await Promise.allSettled([1, 2, 3].map(() => signIn({ code: other })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await getSecondStep(actor)).toMatchObject({ recoveryCodesLeft: 8 });
    expect(await audited()).toEqual(['user.secondStepOn', 'user.useRecoveryCode', 'user.useRecoveryCode']);
  });

  test('does not take the recovery code of somebody else', async () => {
    const other = memberActor(await insertUser({ password: PASSWORD }));
    const [code] = (await turnOn(other)).recoveryCodes;
    await turnOn();
    await expect(signIn({ ...(code && { code }) })).rejects.toMatchObject(WRONG);
  });
});

describe('guessing codes with the right password', () => {
  test('ends after five from one address, all at once too, also with the right one', async () => {
    const { secret } = await turnOn();
    const address = '203.0.113.7';
    const code = wrongCode(secret);
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => signIn({ code, address })));
    const reasons = results.map((result) => Reflect.get(Object(Reflect.get(result, 'reason')), 'code'));
    expect(reasons.filter((reason) => reason === 'SECOND_STEP_WRONG')).toHaveLength(5);
    await expect(signIn({ code: shown(secret), address })).rejects.toMatchObject(LOCKED);
    // The password alone is not counted: it was right.
    await expect(signIn({ address })).rejects.toMatchObject(NEEDED);
  });

  test('ends after twenty of all strangers in a day, and does not keep out a browser that is known', async () => {
    const { secret } = await turnOn();
    const code = wrongCode(secret);
    for (let guess = 0; guess < 20; guess += 1) await expect(signIn({ code })).rejects.toMatchObject(WRONG);
    await expect(signIn({ code: shown(secret) })).rejects.toMatchObject({
      ...LOCKED,
      values: { until: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) },
    });
    const device = newDeviceCookie(actor.email ?? '').value;
    expect(await signIn({ code: shown(secret), device })).not.toBeNull();
  });

  test('is not lengthened by the owner’s own slips', async () => {
    const { secret } = await turnOn();
    const address = '203.0.113.8';
    for (let round = 0; round < 6; round += 1) {
      for (let slip = 0; slip < 4; slip += 1)
        await expect(signIn({ code: wrongCode(secret), address })).rejects.toMatchObject(WRONG);
      now += STEP_MS;
      expect(await signIn({ code: shown(secret), address })).not.toBeNull();
    }
  });
});

describe('while it is on', () => {
  test('a recovery code of 80 bits, as earlier versions made them, is still taken once', async () => {
    await turnOn();
    const code = '0123-4567-89ab-cdef';
    await db().recoveryCode.create({ data: { userId: actor.id, codeHash: recoveryHash(code) } });
    expect(await signIn({ code })).not.toBeNull();
    await expect(signIn({ code })).rejects.toMatchObject(WRONG);
  });

  test('new recovery codes take the password and a code, and end those before', async () => {
    const { secret, recoveryCodes } = await turnOn();
    const [old = ''] = recoveryCodes;
    const renew = (code: string, currentPassword = PASSWORD) =>
      renewRecoveryCodes(actor, { currentPassword, code }, null);
    await expect(renew(shown(secret), 'wrong')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(renew(wrongCode(secret))).rejects.toMatchObject(WRONG);
    const [first = ''] = (await renew(shown(secret))).recoveryCodes;
    expect(await getSecondStep(actor)).toMatchObject({ recoveryCodesLeft: 10 });
    await expect(signIn({ code: old })).rejects.toMatchObject(WRONG);
    expect(await signIn({ code: first })).not.toBeNull();
  });

  test('turning it off takes the password and a code, and signing in the password alone', async () => {
    const [code = ''] = (await turnOn()).recoveryCodes;
    const off = (proof: Parameters<typeof turnOffSecondStep>[1]) => turnOffSecondStep(actor, proof, null);
    await expect(off({ currentPassword: 'wrong', code })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(off({ currentPassword: PASSWORD, code: 'abcd' })).rejects.toMatchObject(WRONG);
    await off({ currentPassword: PASSWORD, code });
    expect(await signIn()).not.toBeNull();
    expect(await db().user.findUnique({ where: { id: actor.id } })).toMatchObject({ totpSecret: null });
    expect(await db().recoveryCode.count({ where: { userId: actor.id } })).toBe(0);
    expect(await audited()).toEqual(['user.secondStepOn', 'user.useRecoveryCode', 'user.secondStepOff']);
  });

  test('somebody at an open session who knows the password guesses five codes', async () => {
    const { secret } = await turnOn();
    const off = (code: string) => turnOffSecondStep(actor, { currentPassword: PASSWORD, code }, null);
    for (let guess = 0; guess < 5; guess += 1)
      await expect(off(wrongCode(secret))).rejects.toMatchObject(WRONG);
    await expect(off(shown(secret))).rejects.toMatchObject(LOCKED);
  });
});

describe('somebody who lost their phone', () => {
  test('is let in with the password alone by an administrator, who sees who has a second step', async () => {
    const admin = await insertActor('ADMIN');
    const has = async () => (await listMembers(admin)).find(({ id }) => id === actor.id)?.hasSecondStep;
    expect(await has()).toBe(false);
    await turnOn();
    await openSession(actor.id, HERE);
    expect(await has()).toBe(true);
    await resetSecondStep(admin, actor.id);
    expect(await has()).toBe(false);
    expect(await db().session.count({ where: { userId: actor.id } })).toBe(0);
    expect(await audited()).toEqual(['user.secondStepOn', 'user.secondStepReset']);
    expect(await signIn()).not.toBeNull();
    await expect(resetSecondStep(admin, actor.id)).rejects.toMatchObject({ code: 'SECOND_STEP_STATE' });
  });

  test('does not do so for themselves, administrator or not', async () => {
    const user = await insertUser({ role: 'ADMIN', password: PASSWORD });
    const admin = memberActor(user);
    await turnOn(admin);
    await expect(resetSecondStep(admin, admin.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await resetSecondStepOf(` ${user.email.toUpperCase()}`);
    expect(await getSecondStep(admin)).toMatchObject({ since: null, passkeys: 0, recoveryCodesLeft: 0 });
    await expect(resetSecondStepOf('nobody@suncode.test')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
