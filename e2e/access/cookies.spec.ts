import { LOCALE_COOKIE } from '@/lib/i18n/locale';
import { expect, PASSWORD, test, USERS } from '../fixtures';
import { Visitor } from '../own-server';

test.use({ role: null });

/** Name and attributes of what signing in sets. */
async function setAtSignIn(url: string, headers: Record<string, string>): Promise<string[]> {
  const visitor = new Visitor(url, headers);
  const { email } = USERS.VIEWER;
  expect((await visitor.signIn(email, PASSWORD)).status).toBe(200);
  expect(await (await visitor.fetch('/api/auth/session')).json()).toMatchObject({
    userId: expect.any(String),
  });
  return visitor.set.map((line) => line.replace(/=[^;]*/, ''));
}

/** The language that somebody has chosen is written by scripts too. */
const isHidden = (cookie: string) => !cookie.includes(LOCALE_COOKIE);

test('over https every cookie of signing in is of this host alone', async ({ baseURL }) => {
  const cookies = await setAtSignIn(baseURL ?? '', { 'x-forwarded-proto': 'https' });
  expect(cookies.length).toBeGreaterThan(3);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/);
    for (const attribute of [/; Path=\/(?:;|$)/, /; Secure/, /; SameSite=lax/i])
      expect(cookie).toMatch(attribute);
    expect(/; HttpOnly/.test(cookie)).toBe(isHidden(cookie));
    expect(cookie).not.toMatch(/; Domain/i);
  }
});

test('over plain http people sign in too, and no script reads a cookie', async ({ baseURL }) => {
  const cookies = await setAtSignIn(baseURL ?? '', {});
  expect(cookies.length).toBeGreaterThan(3);
  for (const cookie of cookies) {
    expect(cookie).not.toMatch(/^__|; Secure/);
    expect(/; HttpOnly/.test(cookie)).toBe(isHidden(cookie));
    expect(cookie).toMatch(/; SameSite=lax/i);
  }
});

test('signing in again makes another session, and ends the one before', async ({ baseURL }) => {
  const visitor = new Visitor(baseURL ?? '');
  const cookie = () => visitor.cookies.get('next-auth.session-token') ?? '';
  await visitor.signIn(USERS.VIEWER.email, PASSWORD);
  const stolen = new Visitor(baseURL ?? '');
  stolen.cookies.set('next-auth.session-token', cookie());
  expect((await stolen.fetch('/api/tags')).status).toBe(200);
  const before = cookie();
  await visitor.signIn(USERS.VIEWER.email, PASSWORD);
  expect(cookie()).not.toBe(before);
  expect((await visitor.fetch('/api/tags')).status).toBe(200);
  expect((await stolen.fetch('/api/tags')).status).toBe(401);
});
