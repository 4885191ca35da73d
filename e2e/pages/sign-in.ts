import type { Locator, Page } from '@playwright/test';
import type { Credentials } from '../fixtures';
import type { Texts } from '../texts';

/** Where people come in. */
export class SignIn {
  readonly page: Page;
  readonly t: Texts;
  readonly heading: Locator;
  readonly refusal: Locator;
  /** Too many attempts: the text, with the time of day at which they end. */
  readonly lock: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.heading = page.getByRole('heading', { name: t('auth.signIn.title'), exact: true });
    this.refusal = page.getByText(t('auth.signIn.wrong'));
    const [before = ''] = t('errors.codes.TOO_MANY_ATTEMPTS', { minutes: 15, until: '#' }).split(/\d/);
    this.lock = page
      .getByRole('alert')
      .filter({ hasText: before })
      .filter({ hasText: /\d\d:\d\d/ });
  }

  async fill({ email, password }: Credentials): Promise<void> {
    await this.page.getByLabel(this.t('auth.email')).fill(email);
    await this.page.getByLabel(this.t('auth.password')).fill(password);
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('auth.signIn.submit'), exact: true }).click();
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.fill(credentials);
    await this.submit();
  }
}
