import { expect, type Page } from '@playwright/test';
import { visit } from './fixtures';

/** Makes codes by the form, with the scenes `<mark>-1`, `<mark>-2` … @returns the path of the last one's page */
export async function makeCodes(page: Page, mark: string, count: number): Promise<string> {
  for (let number = 1; number <= count; number += 1) {
    await visit(page, '/codes/new');
    await page.getByRole('textbox', { name: '场景值' }).fill(`${mark}-${number}`);
    await page.getByRole('button', { name: /^生成( |$)/ }).click();
    await expect(page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  }
  return new URL(page.url()).pathname;
}
