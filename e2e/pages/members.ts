import { expect, type Page } from '@playwright/test';
import { visit, type Credentials, type Role } from '../fixtures';
import type { Texts } from '../texts';

/** The people of the installation, and the links by which they come. */
export class Members {
  readonly page: Page;
  readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
  }

  async open(): Promise<void> {
    await visit(this.page, '/settings/members');
  }

  /** @returns the link that is shown once */
  async invite(email: string): Promise<string> {
    await this.page.getByRole('button', { name: this.t('members.invite.button') }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(this.t('members.invite.emails')).fill(email);
    // With a mail server it says that it sends them, too.
    await dialog.locator('button[type=submit]').click();
    const link = await dialog.getByLabel(email, { exact: true }).inputValue();
    await dialog.getByRole('button', { name: this.t('members.invite.done') }).click();
    return link;
  }

  /** @returns the link by which somebody chooses a new password, shown once */
  async makeResetLink(name: string): Promise<string> {
    await this.page.getByRole('button', { name: this.t('members.list.menu', { name }) }).click();
    await this.page.getByRole('menuitem', { name: this.t('members.resetLink.action') }).click();
    return this.page.getByRole('dialog').getByRole('textbox').inputValue();
  }

  async changeRole(name: string, role: Role): Promise<void> {
    await this.page.getByRole('button', { name: this.t('members.list.menu', { name }) }).click();
    await this.page.getByRole('menuitem', { name: this.t('members.changeRole.action') }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: this.t(`layout.user.role.${role}`) }).click();
    await dialog.getByRole('button', { name: this.t('members.changeRole.submit'), exact: true }).click();
    await expect(this.page.getByText(this.t('members.changeRole.done', { name, role }))).toBeVisible();
  }
}

/** Accepts an invitation as whoever got the link. They are signed in and greeted. */
export async function join(
  page: Page,
  t: Texts,
  { link, name, password }: Pick<Credentials, 'password'> & { link: string; name: string },
): Promise<void> {
  await visit(page, link);
  await page.getByLabel(t('auth.name')).fill(name);
  await page.getByLabel(t('auth.password')).fill(password);
  await page.getByRole('button', { name: t('members.join.submit'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}
