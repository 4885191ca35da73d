import { randomUUID } from 'node:crypto';
import { findings } from '../axe';
import { expect, test, visit } from '../fixtures';

const LOOKS = [
  {
    locale: 'zh-CN',
    colorScheme: 'light',
    width: 1440,
    next: '下一步：对应列',
    skip: '跳过它们',
    start: '生成 2 个',
  },
  {
    locale: 'en',
    colorScheme: 'dark',
    width: 390,
    next: 'Next: map columns',
    skip: 'Skip them',
    start: 'Generate 2 codes',
  },
] as const;

for (const { locale, colorScheme, width, next, skip, start } of LOOKS) {
  test(`axe finds nothing on a draft with bad rows and on what became of it, in ${locale}, ${colorScheme}, ${width} px`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'suncode_locale', value: locale, url: baseURL }]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const mark = randomUUID().slice(0, 8);
    await visit(page, '/batches/new');
    await page.locator('input[type=radio][value=paste]').check();
    await page.locator('textarea').fill(`scene\n${mark}1\n${mark}2\n${mark}2\n${'x'.repeat(33)}`);
    await page.getByRole('button', { name: next }).click();
    await expect(page.getByRole('button', { name: start })).toBeVisible();
    await page.getByText(skip, { exact: true }).click();
    await expect(page.getByRole('button', { name: start })).toBeEnabled();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: start }).click();
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2');
    expect(await findings(page)).toEqual([]);
    await visit(page, '/batches');
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
