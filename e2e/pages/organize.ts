import { expect, type Locator, type Page } from '@playwright/test';
import type { Texts } from '../texts';

type Kind = 'tags' | 'folders';

/** How a person keeps codes in order: folders, tags and saved views. */
export class Organize {
  readonly #page: Page;
  readonly t: Texts;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.t = t;
  }

  /** On the page of a code: makes a folder and moves the code there, or a tag and puts it on the code. */
  async addToNew(kind: Kind, name: string): Promise<void> {
    const open = this.t(`organize.${kind}.change`);
    await this.#page.getByRole('button', { name: open }).click();
    const popover = this.#page.getByRole('dialog', { name: open });
    await popover.getByRole('textbox', { name: this.t(`organize.${kind}.searchOrCreate`) }).fill(name);
    await popover.getByRole('button', { name: this.t('organize.create', { name }) }).click();
    await expect(popover.getByLabel(name)).toBeChecked();
    await this.#page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
  }

  folderChip(name: string): Locator {
    return this.#page
      .getByRole('navigation', { name: this.t('organize.folders.title') })
      .getByRole('button', { name });
  }

  tagsOfCode(): Locator {
    return this.#page.getByRole('list', { name: this.t('organize.tags.title') });
  }

  async openManager(kind: Kind): Promise<Locator> {
    await this.#page.getByRole('button', { name: this.t('organize.button'), exact: true }).click();
    const entry = this.t(`organize.${kind}.manage`);
    await this.#page.getByRole('menuitem', { name: entry }).click();
    return this.#page.getByRole('dialog', { name: entry });
  }

  async openViews(): Promise<Locator> {
    await this.#page.getByRole('button', { name: this.t('organize.views.button'), exact: true }).click();
    const popup = this.#page.getByRole('dialog');
    await expect(popup).toBeVisible();
    return popup;
  }

  /** In the gallery: keeps the present filters under a name that the team sees. */
  async shareView(name: string): Promise<void> {
    const popup = await this.openViews();
    await popup.getByRole('textbox', { name: this.t('organize.views.saveCurrent') }).fill(name);
    await popup.getByRole('checkbox', { name: this.t('organize.views.share') }).check();
    await popup.getByRole('button', { name: this.t('common.save'), exact: true }).click();
    await expect(popup).toBeHidden();
  }
}
