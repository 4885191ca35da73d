import { beforeEach, expect, test, vi } from 'vitest';
import { GET as checkPrintRoute } from '@/app/api/print/check/route';
import { openSession } from '@/lib/auth/session-rows';
import { useDatabase } from '@/lib/testing/database';
import { PRINT } from '@/lib/testing/doors/fence-world';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { route } from './route';

const request = vi.hoisted(() => ({ sessionId: '' }));
const logged = vi.hoisted(() => ({ errors: vi.fn<(line: object, text: string) => void>() }));
vi.mock('@/lib/log', () => ({ log: () => ({ error: logged.errors, warn: logged.errors }) }));
vi.mock('next-auth', () => ({ getServerSession: async () => request }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-intl/server', async () => (await import('@/lib/testing/server-texts')).serverTexts('en'));

useDatabase();

let reader: AbortController;
const context = { params: Promise.resolve({}) };
const ask = (query: Record<string, string> = {}) =>
  new Request(`http://suncode.test/api/x?${new URLSearchParams(query)}`, { signal: reader.signal });

beforeEach(async () => {
  logged.errors.mockReset();
  reader = new AbortController();
  const { id } = await insertActor('ADMIN');
  request.sessionId = await openSession(id, { address: '192.0.2.7', userAgent: '' });
});

test('whoever goes away while a route works for them leaves no fault in the log', async () => {
  const { id } = await insertCode({ miniProgramId: (await insertApp()).id });
  const asked = ask({ id, ...PRINT });
  expect((await checkPrintRoute(asked, context)).status).toBe(200);
  // As Next does it: the reason is its own.
  reader.abort(Object.assign(new Error(), { name: 'ResponseAborted' }));
  expect((await checkPrintRoute(asked, context)).status).toBe(499);
  expect(logged.errors).not.toHaveBeenCalled();
});

test('a database that is away is told in plain words, with an id and for a while', async () => {
  const GET = route(async () => {
    throw new Error('Connection terminated unexpectedly');
  });
  const answer = await GET(ask(), context);
  const { error }: { error: { message: string; requestId: string } } = await answer.json();
  expect(answer.status).toBe(503);
  expect(error.message).toContain('database');
  expect(error.message).toContain(error.requestId);
});

test('a fault is logged, whether its reader is still there or not', async () => {
  const fault = new Error('broken');
  const GET = route(async () => {
    throw fault;
  });
  expect((await GET(ask(), context)).status).toBe(500);
  reader.abort();
  expect((await GET(ask(), context)).status).toBe(500);
  const line = expect.objectContaining({ err: fault });
  expect(logged.errors.mock.calls).toEqual([
    [line, 'a route failed'],
    [line, 'a route failed'],
  ]);
});
