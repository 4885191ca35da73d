import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

type Field = 'name' | 'appId' | 'appSecret';

/** The page that tries a real Mini Program at WeChat and keeps it when it works. */
export class ConnectApp {
  readonly page: Page;
  readonly t: Texts;
  /** The address that WeChat does not know. */
  readonly address: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.address = page.getByRole('alert').locator('code');
  }

  async open(): Promise<void> {
    await visit(this.page, '/settings/apps/connect');
  }

  field(name: Field): Locator {
    // The pictures of WeChat's console are named by what stands in them.
    return this.page.locator('form').getByLabel(this.t(`apps.fields.${name}`));
  }

  async fill(values: Partial<Record<Field, string>>): Promise<void> {
    for (const name of ['name', 'appId', 'appSecret'] as const) {
      const value = values[name];
      if (value !== undefined) await this.field(name).fill(value);
    }
  }

  async submit(): Promise<void> {
    const [first, again] = [this.t('apps.connect.submit'), this.t('apps.connect.again')];
    const button = (name: string) => this.page.getByRole('button', { name, exact: true });
    await button(first).or(button(again)).click();
  }

  /** What WeChat, or whoever answered instead, had against it. */
  refusal(title: string): Locator {
    return this.page.getByRole('alert').filter({ hasText: title });
  }

  async keepAnyway(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('apps.connect.keep'), exact: true }).click();
    await expect(this.page.getByRole('link', { name: this.t('apps.connect.finished.apps') })).toBeVisible();
  }

  async expectConnected(name: string): Promise<void> {
    await expect(this.page.getByText(this.t('apps.connect.finished.title', { name }))).toBeVisible();
  }
}
