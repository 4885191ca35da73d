import type { Locator, Page } from '@playwright/test';
import { startingWith, type Texts } from '../texts';
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

  /** The fields of one parameter in the form that is open. */
  parameter(number: number): Locator {
    return this.page.getByRole('group', {
      name: this.t('appPages.declared.parameter', { number }),
      exact: true,
    });
  }

  async nameParameter(number: number, name: string, short = ''): Promise<void> {
    const fields = this.parameter(number);
    const text = (part: 'name' | 'short') =>
      fields.getByRole('textbox', { name: startingWith(this.t(`appPages.declared.${part}`)) });
    await text('name').fill(name);
    if (short !== '') await text('short').fill(short);
  }

  async chooseType(number: number, type: 'number' | 'choice'): Promise<void> {
    await this.parameter(number).getByRole('combobox').selectOption(type);
  }

  async tick(number: number, label: 'required' | 'compactNumber' | 'compactChoice'): Promise<void> {
    const name = this.t(`appPages.declared.${label}`);
    await this.parameter(number).getByRole('checkbox', { name, exact: true }).check();
  }

  /** Of the parameters; the form of the app.json has a button of the same name. */
  async saveParameters(page: string): Promise<void> {
    const form = this.page.getByRole('form').filter({ has: this.parameter(1) });
    await form.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await this.page.getByText(this.t('appPages.declared.saved', { page })).waitFor();
  }
}
