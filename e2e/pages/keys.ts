import { expect, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** The API keys of the settings. */
export class Keys {
  readonly page: Page;
  readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
  }

  async open(): Promise<void> {
    await visit(this.page, '/settings/keys');
  }

  /** Makes one as the form stands, for all Mini Programs. @returns what is shown once */
  async make(name: string): Promise<string> {
    const { page, t } = this;
    await page
      .getByRole('button', { name: t('apiKeys.form.new'), exact: true })
      .first()
      .click();
    await page.getByRole('textbox', { name: t('apiKeys.form.name') }).fill(name);
    await page.getByRole('button', { name: t('apiKeys.form.submit'), exact: true }).click();
    const made = page.getByRole('dialog', { name: t('apiKeys.made.title') });
    const key = await made.getByRole('textbox', { name: t('apiKeys.made.key') }).inputValue();
    await made.getByRole('button', { name: t('apiKeys.made.done'), exact: true }).click();
    await expect(page.getByText(name)).toBeVisible();
    return key;
  }
}
