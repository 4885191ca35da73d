import { expect, type Page } from '@playwright/test';
import { visit } from './fixtures';
import type { Texts } from './texts';

/** Makes codes by the form, with the scenes `<mark>-1`, `<mark>-2` … @returns the path of the last one's page */
export async function makeCodes(
  page: Page,
  t: Texts,
  { mark, count }: { mark: string; count: number },
): Promise<string> {
  const submit = new RegExp(`^${t('codes.generate.submit')}( |$)`);
  for (let number = 1; number <= count; number += 1) {
    await visit(page, '/codes/new');
    await page.getByRole('textbox', { name: t('codes.generate.scene.label') }).fill(`${mark}-${number}`);
    await page.getByRole('button', { name: submit }).click();
    await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  }
  return new URL(page.url()).pathname;
}
