import type { Page } from '@playwright/test';
import type { Texts } from '../texts';
import { expect, test, visit } from '../fixtures';

const place = (page: Page, t: Texts, key: 'quota' | 'batches') =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: t(`layout.nav.${key}`) })
    .first();

test('a press is answered before the page is there, and by a page that is there', async ({ page, t }) => {
  await visit(page, '/batches');
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/*', async (route) => {
    if (route.request().headers().rsc) await held;
    await route.continue();
  });
  await place(page, t, 'quota').click();
  await expect(page.locator('[data-slot=leaving], [data-slot=page-skeleton]').first()).toBeVisible();
  answer();
  await expect(page.getByRole('heading', { level: 1, name: t('quota.title') })).toBeVisible();
  await expect(page.locator('[data-slot=leaving]')).toHaveCount(0);
});

test(
  'a press while the server is away waits for it, and leaves what is on the screen',
  { tag: '@both-languages' },
  async ({ page, context, t }) => {
    await visit(page, '/batches');
    await context.setOffline(true);
    await place(page, t, 'quota').click();
    const notice = page.getByRole('region').getByText(t('common.failure.away'));
    await expect(notice).toBeVisible();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: t('quota.title') })).toBeVisible();
    await expect(notice).toBeHidden();
  },
);
