import type { APIRequestContext } from '@playwright/test';
import { firstLoadKb } from '@/lib/testing/first-load';
import { expect, signIn, test } from '../fixtures';

const FIRST_LOAD_MAX_KB = 250;

const PAGES = [
  '/',
  '/codes',
  '/codes?view=table',
  '/codes/new',
  '/exports',
  '/exports/new?app=all',
  '/quota',
  '/settings/apps',
  '/settings/account',
];

test.use({ role: null });

async function weigh(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  return firstLoadKb(html, async (script) => (await request.get(script)).body());
}

test(`no page loads more than ${FIRST_LOAD_MAX_KB} kB of JavaScript at first`, async ({ request }) => {
  const kb: Record<string, number> = { '/sign-in': await weigh(request, '/sign-in') };
  await signIn(request, 'ADMIN');
  const apps = await (await request.get('/settings/apps')).text();
  const sandbox = /\/settings\/apps\/[0-9a-f-]+\/sandbox/.exec(apps)?.[0] ?? '';
  for (const path of [...PAGES, sandbox]) kb[path] = await weigh(request, path);
  const heavy = Object.entries(kb).filter(([, size]) => size > FIRST_LOAD_MAX_KB);
  expect(heavy).toEqual([]);
  // A measurement that finds no script would pass as well.
  expect(Math.min(...Object.values(kb))).toBeGreaterThan(100);
});
