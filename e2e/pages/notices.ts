import { expect, type Locator, type Page } from '@playwright/test';
import { ANY_NUMBER, withAnyNumber, type Texts } from '../texts';

/** The bell of the frame and the sheet that it opens. */
export class Notices {
  readonly page: Page;
  readonly t: Texts;
  readonly sheet: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.sheet = page.getByRole('dialog', { name: t('notices.bell.title') });
  }

  /** Whatever it says. */
  get bell(): Locator {
    return this.page.getByRole('button', { name: this.t('notices.bell.title') }).filter({ visible: true });
  }

  /** There is one for wide windows and one for phones. */
  get ringing(): Locator {
    const name = withAnyNumber(this.t('notices.bell.open', { count: ANY_NUMBER }));
    return this.page.getByRole('button', { name }).filter({ visible: true });
  }

  /** With the keyboard, as the mouse does it too. */
  async open(): Promise<void> {
    await this.ringing.press('Enter');
    await expect(this.sheet).toBeVisible();
  }

  of(name: string): Locator {
    return this.sheet.getByRole('link', { name });
  }
}
