import type { Browser, Page } from '@playwright/test';
import { expect, PASSWORD, SANDBOX, signIn, test as base, USERS, visit, type Role } from '../fixtures';
import { OwnServer } from '../own-server';
import { Apps } from '../pages/apps';
import { Members } from '../pages/members';
import { NewBatch } from '../pages/new-batch';
import { Print } from '../pages/print';
import { textsOf } from '../texts';
import { freePort } from '@/scripts/free-port';

/** A server on which nobody else changes anything, with the codes of `npm run seed -- --codes`, and what was made of them. */
type Ground = { url: string; paths: Paths };

export type Paths = Record<'draft' | 'run' | 'print' | 'code' | 'sandbox' | 'join' | 'reset', string>;

const ROWS = ['s=0021&t=31', 's=0021&t=32', 's=0021&t=33'];

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** The links by which people come and come back, of which the pages are shown and not used. */
async function makeLinks(page: Page): Promise<Pick<Paths, 'join' | 'reset'>> {
  const members = new Members(page, textsOf('zh-CN'));
  await members.open();
  const join = await members.invite('newcomer@suncode.test');
  return { join, reset: await members.makeResetLink(USERS.OPERATOR.name) };
}

/** A finished batch that was printed, and a draft in which one row is wrong. */
async function makeWork(page: Page): Promise<Omit<Paths, 'join' | 'reset'>> {
  const t = textsOf('zh-CN');
  const draft = await new NewBatch(page, t).paste(['scene', ...ROWS]);
  const run = await draft.start(ROWS.length);
  await run.expectDone();
  const finished = pathOf(page);
  await run.openPrint();
  await new Print(page, t).make();
  await visit(page, '/print');
  const print = page.locator('[data-row-link]').first();
  await expect(print).toHaveAttribute('href', /./);
  await print.click();
  await page.waitForURL(/print.[0-9a-f-]{36}/);
  const printed = pathOf(page);
  const open = await new NewBatch(page, t).paste(['scene', 's=0021&t=41', 'x'.repeat(33)]);
  await open.expectSettled();
  const unfinished = pathOf(page);
  const { items }: { items: { id: string }[] } = await (
    await page.request.get('/api/codes?app=all&q=poster')
  ).json();
  await new Apps(page, t).openBehaviour(SANDBOX);
  return {
    draft: unfinished,
    run: finished,
    print: printed,
    code: `/codes/${items[0]?.id}`,
    sandbox: pathOf(page),
  };
}

export async function enterAs(role: Role, page: Page): Promise<void> {
  await signIn(page.request, { ...USERS[role], password: PASSWORD });
}

async function prepare(browser: Browser, baseURL: string): Promise<Ground> {
  const page = await browser.newPage({ baseURL, locale: 'zh-CN' });
  await enterAs('ADMIN', page);
  const work = await makeWork(page);
  for (const path of Object.values(work)) expect(path).toMatch(/[0-9a-f-]{36}/);
  const paths = { ...work, ...(await makeLinks(page)) };
  await page.context().close();
  return { url: baseURL, paths };
}

export const test = base.extend<{ setUpPage: string }, { ground: Ground }>({
  ground: [
    async ({ browser }, use) => {
      const variables = { GROUND_PORT: await freePort(), E2E_MAIL: 'on' };
      const server = await OwnServer.start(variables, ['scripts/e2e-server.ts', '--codes']);
      try {
        await use(await prepare(browser, server.url));
      } finally {
        await server.stop();
      }
    },
    // As much as a test has, beside the start of a server.
    { scope: 'worker', timeout: 300_000 },
  ],
  /** Of a server that nobody has set up yet. */
  setUpPage: async ({}, use) => {
    const empty = await OwnServer.start({});
    try {
      await use(`${empty.url}/setup?${await empty.printed(/setup\?(token=\S+)\n/)}`);
    } finally {
      await empty.stop();
    }
  },
  baseURL: async ({ ground }, use) => use(ground.url),
});
