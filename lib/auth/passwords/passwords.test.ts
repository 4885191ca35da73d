import { createHmac } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deviceCookieName, knownDevice, newDeviceCookie } from '@/lib/auth/device-cookie';
import { inPasswordQueue } from './password-queue';
import { hashPassword, verifyPassword } from './passwords';
import { clock } from '@/lib/clock';
import { secrets } from '@/lib/secrets';

beforeEach(() => void vi.restoreAllMocks());

describe('a password', () => {
  test('is kept as argon2id as OWASP wants it', async () => {
    expect(await hashPassword('a')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('leads to its user; without one it leads to nobody, whatever it is', async () => {
    const user = { passwordHash: await hashPassword('the right one'), name: 'one' };
    const verify = (password: string, found: typeof user | null) =>
      verifyPassword('known', password, async () => found);
    expect(await verify('the right one', user)).toBe(user);
    expect(await verify('the wrong one', user)).toBeNull();
    expect(await verify('no user has this password', null)).toBeNull();
    const byServiceAlone = async () => ({ passwordHash: null });
    expect(await verifyPassword('known', 'no user has this password', byServiceAlone)).toBeNull();
  });
});

describe('letters', () => {
  const matches = async (kept: string, typed: string) => {
    const user = { passwordHash: kept };
    return (await verifyPassword('known', typed, async () => user)) === user;
  };

  test('are the same whichever keyboard typed them', async () => {
    expect(await matches(await hashPassword('ｐａｓｓ 密码'), 'pass 密码')).toBe(true);
    expect(await matches(await hashPassword('pass 密码'), 'ｐａｓｓ 密码')).toBe(true);
    expect(await matches(await hashPassword('caf\u00e9'), 'cafe\u0301')).toBe(true);
    expect(await matches(await hashPassword('cafe'), 'caf\u00e9')).toBe(false);
  });

  test('of a password that was set before that are still good as they were typed', async () => {
    const kept = await hash('ｐａｓｓ');
    expect(await matches(kept, 'ｐａｓｓ')).toBe(true);
    expect(await matches(kept, 'pass')).toBe(false);
  });
});

describe('the queue', () => {
  test('hands on what a check throws, and goes on', async () => {
    const broken = inPasswordQueue('known', () => Promise.reject(new Error('the database is gone')));
    await expect(broken).rejects.toThrow('the database is gone');
    expect(await inPasswordQueue('known', async () => 'next')).toBe('next');
  });

  test('lets strangers rest as long as their check took, and nobody who is known', async () => {
    const sleep = vi.spyOn(clock, 'sleep').mockResolvedValue();
    await inPasswordQueue('known', async () => 'x');
    expect(sleep).not.toHaveBeenCalled();
    let now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    await inPasswordQueue('strangers', async () => void (now += 250));
    await inPasswordQueue('strangers', async () => 'after the rest');
    expect(sleep.mock.calls[0]).toEqual([250]);
  });
});

describe('the cookie of a browser', () => {
  const NAME = /^suncode-device-[0-9a-f]{16}$/;

  test('is of one account, for 400 days, and of no use to scripts and other sites', () => {
    const cookie = newDeviceCookie('a@suncode.test');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
    expect(cookie.maxAge).toBe(400 * 24 * 60 * 60);
    expect(cookie.name).toMatch(NAME);
    expect(cookie.name).toBe(deviceCookieName('a@suncode.test'));
    expect(deviceCookieName('b@suncode.test')).not.toBe(cookie.name);
    expect(newDeviceCookie('a@suncode.test').value).not.toBe(cookie.value);
  });

  test('is known until its end, by what stands in it', () => {
    const now = new Date('2026-11-26T08:00:00Z');
    const at = vi.spyOn(clock, 'now').mockReturnValue(now);
    const { value, maxAge } = newDeviceCookie('a@suncode.test');
    expect(knownDevice('a@suncode.test', value)).toBe(value.split('.')[0]);
    expect(knownDevice('b@suncode.test', value)).toBeNull();
    at.mockReturnValue(new Date(now.getTime() + maxAge * 1000 - 1));
    expect(knownDevice('a@suncode.test', value)).not.toBeNull();
    at.mockReturnValue(new Date(now.getTime() + maxAge * 1000));
    expect(knownDevice('a@suncode.test', value)).toBeNull();
  });

  test('is of the account that it was given for, however the two are cut apart', () => {
    const [nonce = '', ends, signature] = newDeviceCookie('a@suncode.test').value.split('.');
    const cut = [nonce.slice(1), ends, signature].join('.');
    expect(knownDevice(`a@suncode.test${nonce[0]}`, cut)).toBeNull();
    const longer = [nonce, `${ends}0`, signature].join('.');
    expect(knownDevice('a@suncode.test', longer)).toBeNull();
  });

  test('that an earlier version has given is known, and a signature for something else is none', () => {
    const given = (purpose: string) => {
      const signed = [purpose, 'a@suncode.test', 'nonce', '9999999999'].join('\0');
      const signature = createHmac('sha256', secrets().AUTH_SECRET).update(signed).digest('base64url');
      return `nonce.9999999999.${signature}`;
    };
    expect(knownDevice('a@suncode.test', given('suncode-device'))).toBe('nonce');
    expect(knownDevice('a@suncode.test', given('another purpose'))).toBeNull();
  });

  test.each([undefined, '', '..', 'a.b', 'a.b.c'])('%j is none', (cookie) => {
    expect(knownDevice('a@suncode.test', cookie)).toBeNull();
  });
});
