import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** The Mini Programs of the settings, a card each; and the page where the behaviour of a sandbox is set. */
export class Apps {
  readonly page: Page;
  readonly t: Texts;
  readonly add: Locator;
  readonly addSandboxButton: Locator;
  readonly dialog: Locator;
  readonly removal: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.add = page.getByRole('link', { name: t('apps.add'), exact: true });
    this.addSandboxButton = page.getByRole('button', { name: t('apps.addSandbox'), exact: true });
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

  edit(card: Locator): Locator {
    return card.getByRole('button', { name: this.t('apps.edit'), exact: true });
  }

  menu(card: Locator): Locator {
    return card.locator('[aria-haspopup=menu]');
  }

  /** An entry of the menu of a card, which is opened. */
  async entry(card: Locator, text: string): Promise<Locator> {
    await this.menu(card).click();
    // One that cannot be chosen says why behind its name.
    return this.page.getByRole('menuitem', { name: new RegExp(`^${text}`) });
  }

  async addSandbox(name: string): Promise<void> {
    await this.open();
    await this.addSandboxButton.click();
    await this.dialog.getByLabel(this.t('apps.fields.name')).fill(name);
    await this.dialog.getByRole('button', { name: this.t('apps.addSandbox'), exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async remove(card: Locator): Promise<void> {
    const name = this.t('apps.remove.action');
    await (await this.entry(card, name)).click();
    await this.removal.getByRole('button', { name, exact: true }).click();
    await expect(card).toHaveCount(0);
  }

  async openBehaviour(sandbox: string): Promise<void> {
    await this.open();
    await (await this.entry(this.card(sandbox), this.t('apps.sandbox'))).click();
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
