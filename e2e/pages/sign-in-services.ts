import type { Locator, Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** Signing in by a service: the buttons, the service’s own page, and the settings. */
export class SignInServices {
  readonly page: Page;
  readonly t: Texts;
  readonly button: Locator;

  constructor(page: Page, t: Texts, service: string) {
    this.page = page;
    this.t = t;
    this.button = page.getByRole('button', { name: t('signIn.enter.by', { service }) });
  }

  /** At the stand-in of lib/testing/stand-ins/oidc-stand-in.ts. */
  async enterAs(account: string): Promise<void> {
    await this.button.click();
    await this.page.getByLabel('Account').fill(account);
    await this.page.getByRole('button', { name: 'Enter' }).click();
  }

  async openSettings(): Promise<void> {
    await visit(this.page, '/settings/sign-in');
  }

  async test(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('signIn.settings.test'), exact: true }).click();
  }

  async letNewcomersIn(): Promise<void> {
    await this.page.getByRole('radio', { name: this.t('signIn.newcomers.member'), exact: true }).check();
    await this.page.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await this.page.getByText(this.t('signIn.newcomers.saved')).waitFor();
  }
}
