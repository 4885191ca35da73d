import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** The Mini Programs of the settings, a card each; and the page where the behaviour of a sandbox is set. */
export class Apps {
  readonly page: Page;
  readonly t: Texts;
  readonly add: Locator;
  readonly dialog: Locator;
  readonly removal: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.add = page.getByRole('link', { name: t('apps.add'), exact: true });
    this.dialog = page.getByRole('dialog');
    this.removal = page.getByRole('alertdialog');
  }

  async open(): Promise<void> {
    await visit(this.page, '/settings/apps');
  }

  /** @param text its name or AppID */
  card(text: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text }).first();
  }

  test(card: Locator): Locator {
    return card.getByRole('button', { name: this.t('apps.test.action'), exact: true });
  }

  /** An entry of the menu of a card, which is opened. */
  async entry(name: string, what: 'remove' | 'disable' | 'enable'): Promise<Locator> {
    await this.page.getByRole('button', { name: this.t('apps.menu', { name }), exact: true }).click();
    return this.page.getByRole('menuitem', { name: this.t(`apps.${what}.action`) });
  }

  async addSandbox(name: string): Promise<void> {
    await this.open();
    const add = { name: this.t('apps.addSandbox'), exact: true };
    await this.page.getByRole('button', add).click();
    await this.dialog.getByLabel(this.t('apps.fields.name')).fill(name);
    await this.dialog.getByRole('button', add).click();
    await expect(this.dialog).toBeHidden();
  }

  async remove(name: string): Promise<void> {
    await (await this.entry(name, 'remove')).click();
    await this.removal.getByRole('button', { name: this.t('apps.remove.action'), exact: true }).click();
    await expect(this.page.getByRole('heading', { name, exact: true })).toHaveCount(0);
  }

  async openBehaviour(sandbox: string): Promise<void> {
    await this.open();
    const menu = this.card(sandbox).getByRole('button', { name: this.t('apps.menu', { name: sandbox }) });
    await menu.click();
    await this.page.getByRole('menuitem', { name: this.t('apps.sandbox') }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(this.t('sandbox.title'));
  }

  /** @param pages that a sandbox takes for released, one a line; empty: all */
  async releasePages(sandbox: string, pages: string): Promise<void> {
    await this.openBehaviour(sandbox);
    await this.page.getByRole('textbox', { name: this.t('sandbox.fields.releasedPages') }).fill(pages);
    await this.page.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await expect(this.page.getByText(this.t('sandbox.saved'))).toBeVisible();
  }
}
