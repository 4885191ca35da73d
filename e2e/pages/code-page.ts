import { expect, type APIResponse, type Locator, type Page } from '@playwright/test';
import type { Texts } from '../texts';

/** The page of one code: what it was made with, its picture, and what can be done with it. */
export class CodePage {
  readonly page: Page;
  readonly t: Texts;
  readonly heading: Locator;
  readonly picture: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.heading = page.getByRole('heading', { level: 1 });
    this.picture = page.locator('main img').first();
  }

  async expectOpen(): Promise<void> {
    await expect(this.page).toHaveURL(/\/codes\/[0-9a-f-]{36}$/);
  }

  /** The picture's address; the page is open. */
  get imagePath(): string {
    return `/api${new URL(this.page.url()).pathname}/image`;
  }

  async download(): Promise<APIResponse> {
    return this.page.request.get(`${this.imagePath}?download=1`);
  }

  async rename(name: string): Promise<void> {
    await this.#openMenu('rename');
    const dialog = this.page.getByRole('dialog', { name: this.t('codes.detail.renameDialog.title') });
    const label = this.t('codes.detail.renameDialog.name');
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(name);
    await dialog.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await expect(this.heading).toContainText(name);
  }

  async duplicate(): Promise<void> {
    await this.page
      .getByRole('link', { name: this.t('codes.detail.actions.duplicate'), exact: true })
      .click();
  }

  async replace(): Promise<void> {
    await this.page.getByRole('link', { name: this.t('codes.detail.actions.replace'), exact: true }).click();
  }

  /** The mark of a code that only testers can open. */
  badge(version: 'trial' | 'develop'): Locator {
    return this.page
      .getByRole('main')
      .locator('[data-slot=badge]')
      .filter({ hasText: this.t(`codes.versions.${version}`) });
  }

  /** The release code of a code that only testers can open; its page opens. */
  async promote(): Promise<void> {
    const own = this.page.url();
    await this.page
      .getByRole('button', { name: this.t('codes.detail.version.promote'), exact: true })
      .click();
    await expect(this.page).not.toHaveURL(own);
    await this.expectOpen();
  }

  get releaseLink(): Locator {
    return this.page.getByRole('link', { name: this.t('codes.detail.version.openRelease'), exact: true });
  }

  testedLink(version: 'trial' | 'develop'): Locator {
    const name = this.t('codes.detail.version.openTested', { version });
    return this.page.getByRole('link', { name, exact: true });
  }

  async delete(): Promise<void> {
    await this.#openMenu('delete');
    await expect(this.page).toHaveURL(/\/codes(\?|$)/);
  }

  async #openMenu(item: 'rename' | 'delete'): Promise<void> {
    await this.page.getByRole('button', { name: this.t('common.more'), exact: true }).click();
    await this.page
      .getByRole('menuitem', { name: this.t(`codes.detail.actions.${item}`), exact: true })
      .click();
  }
}
