import { expect, type Page } from '@playwright/test';
import type { Credentials } from '../fixtures';
import type { Texts } from '../texts';

/** The page that the link of a first start opens. */
export class SetUp {
  readonly page: Page;
  readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
  }

  /** The administrator is signed in and greeted. */
  async createAdministrator({ name, email, password }: Credentials & { name: string }): Promise<void> {
    await this.page.getByLabel(this.t('auth.name')).fill(name);
    await this.page.getByLabel(this.t('auth.email')).fill(email);
    await this.page.getByLabel(this.t('auth.password')).fill(password);
    await this.page.getByRole('button', { name: this.t('auth.setup.submit'), exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(name);
  }
}
