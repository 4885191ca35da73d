import { expect, type Locator, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

const STEP_MS = 30_000;

/** What an authenticator app shows; `ahead` of a phone whose clock is some steps early. */
export function shownBy(secret: string, { ahead = 0 } = {}): string {
  const timestamp = Date.now() + ahead * STEP_MS;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** The second step of signing in: its card on the account's page, and where signing in asks for a code. */
export class SecondStep {
  readonly page: Page;
  readonly t: Texts;
  readonly dialog: Locator;
  /** In a dialog or on the sign-in page. */
  readonly code: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.dialog = page.getByRole('dialog');
    this.code = page.getByLabel(t('auth.code.label'), { exact: true });
  }

  /** @returns what somebody reads who types it into the app */
  async start(): Promise<string> {
    await visit(this.page, '/settings/account');
    await this.page.getByRole('button', { name: this.t('secondStep.turnOn'), exact: true }).click();
    await expect(this.dialog.getByRole('img', { name: this.t('secondStep.setUp.qr') })).toBeVisible();
    return (await this.dialog.getByTestId('secret').innerText()).replaceAll(/\s/g, '');
  }

  async #prove(code: string, password: string, submit: string): Promise<void> {
    await this.code.fill(code);
    await this.dialog.getByLabel(this.t('auth.account.currentPassword'), { exact: true }).fill(password);
    await this.dialog.getByRole('button', { name: submit, exact: true }).click();
  }

  /** @returns the recovery codes, which still stand there */
  async confirm(code: string, password: string): Promise<string[]> {
    await this.#prove(code, password, this.t('secondStep.setUp.submit'));
    const codes = this.dialog.getByRole('listitem');
    await expect(codes).toHaveCount(10);
    return codes.allInnerTexts();
  }

  async keepCodes(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.t('secondStep.recovery.kept') }).click();
    await expect(this.dialog).toBeHidden();
  }

  async turnOff(code: string, password: string): Promise<void> {
    await visit(this.page, '/settings/account');
    const label = this.t('secondStep.turnOff.button');
    await this.page.getByRole('button', { name: label, exact: true }).click();
    await this.#prove(code, password, this.t('secondStep.turnOff.submit'));
    await expect(this.dialog).toBeHidden();
  }

  /** On the sign-in page, where a code is asked for. */
  async useRecoveryCode(code: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t('auth.code.useRecovery') }).click();
    const field = this.page.getByLabel(this.t('auth.code.recovery'), { exact: true });
    await expect(field).toHaveValue('');
    await field.fill(code);
  }
}
