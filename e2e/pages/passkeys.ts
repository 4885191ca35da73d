import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

/** A device with a fingerprint reader beside the browser (WebAuthn in the DevTools protocol). @returns how it is told to refuse */
export async function plugIn(page: Page): Promise<{ verifies: (isUserVerified: boolean) => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  const verifies = async (isUserVerified: boolean) => {
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  };
  return { verifies };
}

/** The card on the account's page, and the button where people come in. */
export class Passkeys {
  readonly page: Page;
  readonly t: Texts;
  readonly dialog: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await visit(this.page, '/settings/account');
  }

  async startAdding(password: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('secondStep.passkeys.add'), exact: true }).click();
    await this.dialog.getByLabel(this.t('auth.account.currentPassword'), { exact: true }).fill(password);
    await this.dialog.getByRole('button', { name: this.t('secondStep.passkeys.addSubmit') }).click();
  }

  async make(name: string): Promise<void> {
    await this.dialog.getByLabel(this.t('secondStep.passkeys.name'), { exact: true }).fill(name);
    await this.press('make');
  }

  async press(what: 'make'): Promise<void> {
    await this.dialog
      .getByRole('button', { name: this.t(`secondStep.passkeys.${what}`), exact: true })
      .click();
  }

  /** @returns the recovery codes, which are gone from the page then */
  async keepCodes(): Promise<string[]> {
    const codes = this.dialog.getByRole('listitem');
    await expect(codes).toHaveCount(10);
    const texts = await codes.allInnerTexts();
    await this.dialog.getByRole('button', { name: this.t('secondStep.recovery.kept') }).click();
    await expect(this.dialog).toBeHidden();
    return texts;
  }

  async rename(from: string, to: string): Promise<void> {
    await this.page
      .getByRole('button', { name: this.t('secondStep.passkeys.renameOf', { name: from }) })
      .click();
    await this.dialog.getByLabel(this.t('secondStep.passkeys.name'), { exact: true }).fill(to);
    await this.dialog.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await expect(this.dialog).toBeHidden();
    await expect(this.page.getByText(to, { exact: true })).toBeVisible();
  }

  /** Proved by the passkey itself. */
  async remove(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('secondStep.passkeys.removeOf', { name }) }).click();
    await this.dialog.getByRole('button', { name: this.t('auth.passkey.confirm') }).click();
    await expect(this.dialog).toBeHidden();
  }

  async use(what: 'signIn' | 'step'): Promise<void> {
    await this.page.getByRole('button', { name: this.t(`auth.passkey.${what}`), exact: true }).click();
  }
}
