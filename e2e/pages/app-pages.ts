import type { Locator, Page } from '@playwright/test';
import type { Texts } from '../texts';
import { Apps } from './apps';

/** Where the app.json of a Mini Program is given, and what is known of its pages. */
export class AppPages {
  readonly page: Page;
  readonly t: Texts;
  readonly content: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.content = page.getByRole('textbox', { name: t('appPages.form.content'), exact: true });
  }

  /** From the card of the Mini Program. @returns its id */
  async open(sandbox: string): Promise<string> {
    const apps = new Apps(this.page, this.t);
    await apps.open();
    await apps
      .card(sandbox)
      .getByRole('link', { name: this.t('apps.facts.pagesGive'), exact: true })
      .click();
    await this.page.waitForURL(/\/settings\/apps\/[^/]+\/pages$/);
    return new URL(this.page.url()).pathname.split('/').at(-2) ?? '';
  }

  async choose(app: unknown): Promise<void> {
    const buffer = Buffer.from(JSON.stringify(app, null, 2));
    const file = { name: 'app.json', mimeType: 'application/json', buffer };
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  async save(version: string): Promise<void> {
    await this.page.getByLabel(this.t('appPages.form.version')).fill(version);
    await this.page.getByRole('button', { name: this.t('appPages.form.save'), exact: true }).click();
  }
}
