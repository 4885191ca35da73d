import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test, USERS } from '../fixtures';
import { CodePage } from '../pages/code-page';
import { GenerateForm } from '../pages/generate-form';

// The page is open while another build takes the server's place. To the page that is a server which knows its action no
// more, and sends 404 for the scripts that it has not fetched yet: the server under test answers both by itself, once the
// page's requests name what it does not have.

const NO_ACTION = '0'.repeat(42);

async function update(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (request.headers()['next-action'])
      return route.continue({ headers: { ...request.headers(), 'next-action': NO_ACTION } });
    if (url.pathname.startsWith('/_next/static/chunks/')) {
      url.pathname = url.pathname.replace('/chunks/', '/chunks/of-another-build-');
      return route.continue({ url: url.href });
    }
    return route.continue();
  });
}

test(
  'a form that is sent after an update says so, and the reload brings it back as it was',
  { tag: '@both-languages' },
  async ({ page, t }) => {
    const scene = `u=${randomUUID().slice(0, 8)}`;
    const form = new GenerateForm(page, t);
    await form.open();
    await form.scene.fill(scene);
    await form.target.fill('pages/table/index');
    await form.width.fill('520');
    await form.isHyaline.click();
    await form.name.fill('门口的码');
    // The schema of the form is one of the scripts that are gone by now.
    await update(page);
    await form.submit();
    const notice = page.getByRole('region').getByText(t('common.failure.update'));
    await expect(notice).toBeVisible();
    await expect(form.scene).toHaveValue(scene);

    await page.unrouteAll();
    await page.getByRole('button', { name: t('common.failure.reload'), exact: true }).click();
    await expect(notice).toBeHidden();
    await expect(form.scene).toHaveValue(scene);
    await expect(form.target).toHaveValue('pages/table/index');
    await expect(form.width).toHaveValue('520');
    await expect(form.isHyaline).toBeChecked();
    await expect(form.name).toHaveValue('门口的码');
    await form.submit();
    await new CodePage(page, t).expectOpen();
  },
);

test('a dialog whose script is gone leaves the form alone, and the reload brings both', async ({
  page,
  t,
}) => {
  const scene = `d=${randomUUID().slice(0, 8)}`;
  const form = new GenerateForm(page, t);
  await form.open();
  await form.scene.fill(scene);
  await update(page);
  const menu = page.getByRole('button', { name: t('layout.user.menu', { name: USERS.OPERATOR.name }) });
  await menu.click();
  await expect(page.getByRole('region').getByText(t('common.failure.update'))).toBeVisible();
  await expect(form.scene).toHaveValue(scene);
  await expect(page.getByText(t('layout.fault.text'))).toBeHidden();

  await page.unrouteAll();
  await page.getByRole('button', { name: t('common.failure.reload'), exact: true }).click();
  await expect(form.scene).toHaveValue(scene);
  await menu.click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
});
