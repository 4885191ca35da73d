import type { Page } from '@playwright/test';
import type { Texts } from '../texts';
import { expect, test, visit } from '../fixtures';

/** The list of batches, once what comes after the first paint is there. */
async function open(page: Page): Promise<void> {
  await visit(page, '/batches');
  await page.locator('section[aria-live]').waitFor({ state: 'attached' });
}

const quotaLink = (page: Page, t: Texts) =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: t('layout.nav.quota') })
    .first();

const quotaPage = (page: Page, t: Texts) => page.getByRole('heading', { level: 1, name: t('quota.title') });

test('a press is answered before anything has come of the page', async ({ page, t }) => {
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/quota?**', async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  const line = page.locator('[data-slot=leaving]');
  await quotaLink(page, t).click();
  await expect(line).toBeVisible();
  answer();
  await expect(quotaPage(page, t)).toBeVisible();
  await expect(line).toHaveCount(0);
});

test(
  'a press while the server is away waits for it, and leaves what is on the screen',
  { tag: '@both-languages' },
  async ({ page, context, t }) => {
    await open(page);
    await context.setOffline(true);
    await quotaLink(page, t).click();
    const notice = page.getByRole('region').getByText(t('common.failure.away'));
    await expect(notice).toBeVisible();
    await expect(quotaLink(page, t)).toBeVisible();
    await context.setOffline(false);
    await expect(quotaPage(page, t)).toBeVisible();
    await expect(notice).toBeHidden();
  },
);
