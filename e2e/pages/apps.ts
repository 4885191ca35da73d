import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

type Action = 'test' | 'edit' | 'remove';

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
    this.add = page.getByRole('button', { name: t('apps.add'), exact: true });
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

  action(card: Locator, action: Action): Locator {
    const name = action === 'edit' ? this.t('apps.edit') : this.t(`apps.${action}.action`);
    return card.getByRole('button', { name, exact: true });
  }

  /** In the dialog of a new one. */
  field(name: 'name' | 'appId' | 'appSecret'): Locator {
    return this.dialog.getByLabel(this.t(`apps.fields.${name}`));
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.t('apps.add'), exact: true }).click();
  }

  async addSandbox(name: string): Promise<void> {
    await this.open();
    await this.add.click();
    await this.dialog.getByRole('radio', { name: this.t('apps.mode.SANDBOX'), exact: true }).check();
    await this.field('name').fill(name);
    await this.submit();
    await expect(this.dialog).toBeHidden();
  }

  async remove(card: Locator): Promise<void> {
    await this.action(card, 'remove').click();
    await this.removal.getByRole('button', { name: this.t('apps.remove.confirm'), exact: true }).click();
    await expect(card).toHaveCount(0);
  }

  async openBehaviour(sandbox: string): Promise<void> {
    await this.open();
    await this.card(sandbox)
      .getByRole('link', { name: this.t('apps.sandbox') })
      .click();
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
