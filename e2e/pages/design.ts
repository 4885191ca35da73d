import type { Locator, Page } from '@playwright/test';
import type { StarterKey } from '@/lib/print/starter-keys';
import { visit } from '../fixtures';
import type { Texts } from '../texts';

type PictureFile = { name: string; mimeType: string; buffer: Buffer };

/** Where the team draws what stands around a code. */
export class DesignEditor {
  readonly page: Page;
  readonly t: Texts;
  readonly canvas: Locator;
  readonly saveButton: Locator;
  /** Pictures that rows can name. */
  readonly rowLogos: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.canvas = page.getByRole('group', { name: t('designs.canvas.label') });
    this.rowLogos = page.getByRole('list', { name: t('designs.fields.logoFiles') }).getByRole('listitem');
    this.saveButton = page.getByRole('button', { name: t('designs.save'), exact: true });
  }

  /** From one of the product. */
  async start(key: StarterKey): Promise<void> {
    await visit(this.page, '/print/designs');
    const name = this.t(`exports.print.designs.${key}`);
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.waitForURL(/\/print\/designs\/[0-9a-f-]+$/);
  }

  element(name: string): Locator {
    return this.canvas.getByRole('button', { name, exact: true });
  }

  field(key: 'x' | 'y' | 'size'): Locator {
    const label = this.t(`designs.fields.${key}`);
    const name = this.t('designs.withUnit', { label, unit: this.t('designs.units.mm') });
    return this.page.getByRole('spinbutton', { name, exact: true });
  }

  /** Puts a picture of one color into the circle of the chosen code. */
  async chooseLogo(picture: Buffer): Promise<void> {
    const name = this.t('designs.fields.logoAdd');
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name, exact: true }).click();
    await (await choosing).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
  }

  /** Whether all codes have the same picture in the center. */
  logoBy(by: 'all' | 'rows'): Locator {
    return this.page.getByRole('radio', { name: this.t(`designs.fields.logoBy.${by}`), exact: true });
  }

  async chooseRowLogos(files: PictureFile[]): Promise<void> {
    await this.logoBy('rows').check();
    await this.addRowLogos(files);
  }

  async addRowLogos(files: PictureFile[]): Promise<void> {
    const name = this.t('designs.fields.logoFilesAdd');
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name, exact: true }).click();
    await (await choosing).setFiles(files);
  }

  async save(): Promise<void> {
    await this.saveButton.click();
    await this.page.getByRole('button', { name: this.t('designs.allSaved'), exact: true }).waitFor();
  }
}
