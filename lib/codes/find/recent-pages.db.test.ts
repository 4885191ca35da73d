import { expect, test } from 'vitest';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, insertCode } from '@/lib/testing/factories';
import { recentPages } from './recent-pages';

useDatabase();

test('the pages of the last codes, the latest first, whatever their type; not those of codes that failed or are deleted', async () => {
  const { id: miniProgramId } = await insertApp();
  const other = (await insertApp()).id;
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const code = (page: string, minute: number, more = {}) =>
    insertCode({ miniProgramId, page, createdAt: at(minute), ...more });
  await code('pages/a', 1);
  await code('pages/b', 2);
  await code('pages/a', 3);
  await code('', 4);
  await code('pages/gone', 5, { status: 'FAILED' });
  await code('pages/lost', 6, { deletedAt: at(7) });
  const path = { endpoint: 'getwxacode', page: null, scene: null } as const;
  await insertCode({ miniProgramId, ...path, path: 'pages/c?t=1', createdAt: at(8) });
  await code('pages/d', 0);
  await insertCode({ miniProgramId: other, page: 'pages/x', createdAt: at(9) });
  const found = await recentPages([miniProgramId]);
  expect([...found]).toEqual([[miniProgramId, ['pages/c', 'pages/a', 'pages/b']]]);
});
