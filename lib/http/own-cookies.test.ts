import { beforeEach, expect, test, vi } from 'vitest';
import { keepPreference, readPreference } from './own-cookies';

const request = vi.hoisted(() => {
  const set: object[] = [];
  return { jar: new Map<string, string>(), set, proto: 'https' };
});
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-proto': request.proto }),
  cookies: async () => ({
    get: (name: string) => (request.jar.has(name) ? { value: request.jar.get(name) } : undefined),
    set: (cookie: object) => request.set.push(cookie),
  }),
}));
vi.mock('@/lib/env', () => ({ env: () => ({}) }));

beforeEach(() => {
  request.jar.clear();
  request.set.length = 0;
  request.proto = 'https';
});

test('over https what a browser prefers is kept for this host alone, and read from there alone', async () => {
  await keepPreference('suncode_app', 'all');
  expect(request.set).toEqual([
    expect.objectContaining({
      name: '__Host-suncode_app',
      value: 'all',
      path: '/',
      secure: true,
      httpOnly: true,
    }),
  ]);
  request.jar.set('suncode_app', 'planted by a neighbor');
  expect(await readPreference('suncode_app')).toBeUndefined();
  request.jar.set('__Host-suncode_app', 'all');
  expect(await readPreference('suncode_app')).toBe('all');
});

test('over plain http it has no prefix, and one of a script that knows of https is read too', async () => {
  request.proto = 'http';
  await keepPreference('suncode_app', '');
  expect(request.set).toEqual([expect.objectContaining({ name: 'suncode_app', maxAge: 0, secure: false })]);
  request.jar.set('suncode_app', 'one');
  expect(await readPreference('suncode_app')).toBe('one');
  request.jar.set('__Host-suncode_app', 'other');
  expect(await readPreference('suncode_app')).toBe('other');
});
