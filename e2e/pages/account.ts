import { expect, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** From here on the menu stands beside the page (`lg`). */
const WIDE = 1024;

/** The account of the person who is signed in: its page, and its menu beside every page. */
export class Account {
  readonly page: Page;
  readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
  }

  async changePassword(from: string, to: string): Promise<void> {
    await visit(this.page, '/settings/account');
    const values = { currentPassword: from, newPassword: to, repeatPassword: to };
    for (const field of ['currentPassword', 'newPassword', 'repeatPassword'] as const)
      await this.page.getByLabel(this.t(`auth.account.${field}`), { exact: true }).fill(values[field]);
    const change = this.t('auth.account.changePassword');
    await this.page.getByRole('button', { name: change, exact: true }).click();
    await expect(this.page.getByText(this.t('auth.account.passwordChanged'))).toBeVisible();
  }

  /** Ends every sign-in, that of this browser included. */
  async signOutEverywhere(password: string): Promise<void> {
    await visit(this.page, '/settings/account');
    const everywhere = this.t('auth.sessions.endAll');
    await this.page.getByRole('button', { name: everywhere, exact: true }).click();
    await this.#confirm(password, everywhere);
    await expect(this.page).toHaveURL(/\/sign-in/);
  }

  /** Ends the one sign-in that is not this browser's. */
  async signOutOther(password: string): Promise<void> {
    await visit(this.page, '/settings/account');
    await this.page.getByRole('listitem').getByRole('button').click();
    await this.#confirm(password, this.t('auth.sessions.end'));
    await expect(this.page.getByText(this.t('auth.sessions.ended'), { exact: true })).toBeVisible();
  }

  async #confirm(password: string, submit: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.t('auth.account.currentPassword'), { exact: true }).fill(password);
    await dialog.getByRole('button', { name: submit, exact: true }).click();
  }

  /** On phones it lies in the sheet of all else. */
  async openMenu(): Promise<void> {
    const shortcuts = this.page.getByRole('navigation', { name: this.t('layout.nav.shortcuts') });
    const more = shortcuts.getByRole('button', { name: this.t('layout.nav.more'), exact: true });
    if ((this.page.viewportSize()?.width ?? 0) < WIDE) await more.click();
    await this.page.getByRole('button', { name: this.t('layout.user.menu', { name: '' }).trim() }).click();
  }

  async signOut(): Promise<void> {
    await this.openMenu();
    await this.page.getByRole('menuitem', { name: this.t('layout.user.signOut') }).click();
    await expect(this.page).toHaveURL(/\/sign-in/);
  }

  /** Of the language or the theme; waits until the server has kept it. */
  async choose(label: string): Promise<void> {
    await this.openMenu();
    const kept = this.page.waitForResponse(
      (response) => response.request().headers()['next-action'] !== undefined,
    );
    await this.page.getByRole('menuitemradio', { name: label, exact: true }).click();
    expect((await kept).ok()).toBe(true);
    // One that is still on its way out would be opened again where it was.
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }
}
