import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { firstLoadKb } from '@/lib/testing/first-load';
import { expect, test } from '../fixtures';
import { makeCodes, sandboxId } from '../ground';
import { DesignEditor } from '../pages/design';
import { NewBatch } from '../pages/new-batch';
import type { Texts } from '../texts';

const FIRST_LOAD_MAX_KB = 200;

const PAGES = [
  '/',
  '/codes',
  '/codes?view=table',
  '/codes?q=nothing-matches-this',
  '/codes/new',
  '/exports',
  '/exports/new?app=all',
  '/print',
  '/print/designs',
  '/print/new?app=all',
  '/batches',
  '/batches/new',
  '/quota',
  '/scans',
  '/tasks',
  '/settings/apps',
  '/settings/apps/connect',
  '/settings/keys',
  '/settings/webhooks',
  '/settings/members',
  '/settings/account',
  '/settings/notices',
  '/settings/audit',
  '/settings/system',
  '/settings/purposes',
  '/settings/purposes/table',
];

test.use({ role: null });

/** Most pages share most of their scripts. */
const fetched = new Map<string, Promise<Buffer>>();

/** What is small or old-fashioned aside, scripts are sent as scripts/build/compress-scripts.ts left them. */
async function bodyOf(response: APIResponse): Promise<Buffer> {
  const body = await response.body();
  if (body.byteLength > 1_000) expect(response.headers()['content-encoding'], response.url()).toBe('br');
  return body;
}

async function weigh(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  return firstLoadKb(html, (script) => {
    const body = fetched.get(script) ?? request.get(script).then(bodyOf);
    fetched.set(script, body);
    return body;
  });
}

/** A batch of one row, as a draft and once it is started. */
async function weighBatch(page: Page, t: Texts): Promise<Record<string, number>> {
  const draft = await new NewBatch(page, t).paste(['scene', randomUUID().slice(0, 8)]);
  await expect(draft.startButton(1)).toBeEnabled();
  const kb = await weigh(page.request, page.url());
  const run = await draft.start(1);
  await expect(run.progress).toBeVisible();
  return { draft: kb, batch: await weigh(page.request, page.url()) };
}

async function weighEditor(page: Page, t: Texts): Promise<number> {
  await new DesignEditor(page, t).start('sticker');
  return weigh(page.request, page.url());
}

test(`no page loads more than ${FIRST_LOAD_MAX_KB} kB of JavaScript at first`, async ({ page, enter, t }) => {
  const { request } = page;
  const kb: Record<string, number> = { '/sign-in': await weigh(request, '/sign-in') };
  await enter(page.context(), 'ADMIN');
  // A list with rows weighs other rooms than an empty one, whatever other tests have made.
  await makeCodes(`w${randomUUID().slice(0, 8)}`, 2);
  const app = `/settings/apps/${await sandboxId()}`;
  for (const path of [...PAGES, `${app}/sandbox`, `${app}/pages`]) kb[path] = await weigh(request, path);
  Object.assign(kb, await weighBatch(page, t));
  kb.design = await weighEditor(page, t);
  const heavy = Object.entries(kb).filter(([, size]) => size > FIRST_LOAD_MAX_KB);
  expect(heavy).toEqual([]);
  // A measurement that finds no script would pass as well.
  expect(Math.min(...Object.values(kb))).toBeGreaterThan(100);
  // scripts/build/compile-hints.ts: without it the thread that answers the visitor compiles them one function after another.
  for (const [script, body] of fetched) {
    const code = (await body).toString();
    expect(code.split('\n', 1), script).toEqual(['//# allFunctionsCalledOnLoad']);
    // The map has come down by that line, and by no other.
    const map = /sourceMappingURL=(\S+)$/.exec(code)?.[1] ?? '';
    const { mappings } = await (await request.get(`${dirname(script)}/${map}`)).json();
    expect(mappings, script).toMatch(/^(?:;[\w+/]|$)/);
  }
});

test('a server has no chunk twice, and no map of one to read at each start', () => {
  const folder = '.next/server/chunks';
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  const known = new Map<string, string>();
  const twice: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.js'))) {
    const code = readFileSync(join(folder, name));
    const hash = createHash('sha256').update(code).digest('hex');
    // A line that asks for another chunk may well be there more than once.
    if (known.has(hash) && code.length > 200) twice.push(`${name} is ${known.get(hash)}`);
    known.set(hash, name);
  }
  expect(known.size).toBeGreaterThan(100);
  expect(twice).toEqual([]);
});
