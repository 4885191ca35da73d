import { expect, test, vi } from 'vitest';
import { useDatabase } from '@/lib/testing/database';
import { beat } from './heartbeat';
import { answerReady } from './ready-answer';

// Nobody listens on the port of "discard".
vi.stubEnv('STORAGE_URL', 's3://key:geheim@127.0.0.1/pictures?endpoint=http%3A%2F%2F127.0.0.1%3A9');
useDatabase();

test('a bucket that is away takes no web server out of service: there would be none left', async () => {
  await beat();
  const response = await answerReady();
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    status: 'degraded',
    parts: { database: { status: 'ok' }, storage: { status: 'warning', reason: 'unreachable' } },
  });
  expect(text).not.toMatch(/geheim|127\.0\.0\.1/);
});
