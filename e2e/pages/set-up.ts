import { expect, type Locator, type Page } from '@playwright/test';
import type { Credentials } from '../fixtures';
import type { Texts } from '../texts';

/** The page that the link of a first start opens. */
export class SetUp {
  readonly page: Page;
  readonly t: Texts;
  /** The password is made of what belongs to the person. */
  readonly warning: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.warning = page.getByText(t('errors.issues.passwordPersonal'));
  }

  async fill({ name, email, password }: Credentials & { name: string }): Promise<void> {
    await this.page.getByLabel(this.t('auth.name')).fill(name);
    await this.page.getByLabel(this.t('auth.email')).fill(email);
    await this.page.getByLabel(this.t('auth.password')).fill(password);
  }

  /** The administrator is signed in and greeted. */
  async createAdministrator(values: Credentials & { name: string }): Promise<void> {
    await this.fill(values);
    await this.page.getByRole('button', { name: this.t('auth.setup.submit'), exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(values.name);
  }
}
