import { expect, type Locator, type Page } from '@playwright/test';
import { reload } from '../fixtures';
import type { Texts } from '../texts';

/** The dialog that changes the targets of many live codes. */
export class Retargeting {
  readonly dialog: Locator;
  readonly sample: Locator;
  readonly pageField: Locator;
  readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.t = t;
    this.dialog = page.getByRole('dialog', { name: t('live.many.title'), exact: true });
    this.sample = this.dialog.getByRole('region', { name: t('live.many.sample'), exact: true });
    this.pageField = this.dialog.getByLabel(t('live.many.page'), { exact: true });
  }

  async confirm(count: number, key: 'confirm' | 'confirmPlan' = 'confirm'): Promise<void> {
    const name = this.t(`live.many.${key}`, { count });
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}

/** What the page of a live code says of its target, and how it is changed. */
export class LiveCode {
  readonly page: Page;
  readonly t: Texts;
  readonly card: Locator;
  readonly scans: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.card = page.getByRole('region', { name: t('live.title'), exact: true });
    this.scans = page.getByRole('region', { name: t('live.scans.title'), exact: true });
  }

  /** The scene that is printed. */
  async key(): Promise<string> {
    const shown = this.page.getByText(/^s[0-9A-Za-z]{9}$/).first();
    return (await shown.textContent()) ?? '';
  }

  /** Of a target, of which there may be several: what counts now stands first. */
  parameters(text: string): Locator {
    return this.card.getByText(text, { exact: true }).filter({ visible: true }).first();
  }

  async change(parameters: string): Promise<void> {
    await this.card.getByRole('button', { name: this.t('live.change'), exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: this.t('live.dialog.title') });
    await dialog.getByLabel(this.t('live.dialog.parameters'), { exact: true }).fill(parameters);
    await dialog.getByRole('button', { name: this.t('live.dialog.save'), exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Back to what was before; the newest of the earlier targets. */
  async restore(): Promise<void> {
    await this.card.getByText(this.t('live.past.title'), { exact: true }).click();
    await this.card
      .getByRole('button', { name: this.t('live.past.restore'), exact: true })
      .first()
      .click();
  }

  /** The dialog of the rules, with what it says that people get at a time. */
  async openRules() {
    const { t } = this;
    await this.card.getByRole('button', { name: t('live.rules.open'), exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: t('live.rules.title'), exact: true });
    const preview = dialog.getByRole('region', { name: t('live.rules.preview'), exact: true });
    const rule = (number: number) =>
      dialog.getByRole('group', { name: t('live.rules.rule', { number }), exact: true });
    return {
      ...{ dialog, preview, rule },
      at: preview.getByLabel(t('live.rules.previewAt'), { exact: true }),
      save: dialog.getByRole('button', { name: t('live.rules.save'), exact: true }),
    };
  }

  async pause(message: string): Promise<void> {
    await this.card.getByRole('button', { name: this.t('live.pause'), exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: this.t('live.pauseDialog.title') });
    await dialog.getByLabel(this.t('live.pauseDialog.message')).fill(message);
    await dialog.getByRole('button', { name: this.t('live.pauseDialog.confirm'), exact: true }).click();
    await expect(this.card.getByText(this.t('live.state.paused'), { exact: true }).first()).toBeVisible();
  }

  async expectScans(total: number): Promise<void> {
    const told = this.t('live.scans.total', { total, recent: total, days: 14 });
    await expect(async () => {
      await reload(this.page);
      await expect(this.scans.getByText(told)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }
}
