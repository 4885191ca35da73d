import type { Locator, Page } from '@playwright/test';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import { taken, visit } from '../fixtures';
import { startingWith, type Texts } from '../texts';
import { CodePage } from './code-page';

/** The form that makes one code. */
export class GenerateForm {
  readonly page: Page;
  readonly t: Texts;
  readonly scene: Locator;
  readonly path: Locator;
  /** The parameter `page`, not the page of the browser. */
  readonly target: Locator;
  readonly checkPath: Locator;
  readonly width: Locator;
  readonly isHyaline: Locator;
  readonly name: Locator;
  readonly existing: Locator;

  constructor(page: Page, t: Texts) {
    this.page = page;
    this.t = t;
    this.scene = page.getByRole('textbox', { name: t('codes.generate.scene.label'), exact: true });
    this.path = page.getByRole('textbox', { name: t('codes.generate.path.label'), exact: true });
    // It may be left empty, which its name says too.
    this.target = page.getByRole('textbox', { name: startingWith(t('codes.generate.page.label')) });
    this.checkPath = page.getByRole('switch', { name: t('codes.generate.checkPath.label'), exact: true });
    this.width = page.getByRole('spinbutton', { name: t('codes.generate.width.label'), exact: true });
    this.isHyaline = page.getByRole('switch', { name: t('codes.generate.hyaline.label'), exact: true });
    this.name = page.getByRole('textbox', { name: t('purposes.form.name'), exact: true });
    this.existing = page.getByRole('dialog', { name: t('codes.generate.existing.title') });
  }

  /** With all parameters. */
  async open(endpoint: Endpoint = 'getwxacodeunlimit'): Promise<void> {
    await visit(this.page, `/codes/new?endpoint=${endpoint}`);
    await taken(this.page);
  }

  /** The short form, as the menu opens it. */
  async openShort(): Promise<void> {
    await visit(this.page, '/codes/new');
  }

  async choosePurpose(name: string): Promise<void> {
    const choices = this.page.getByRole('group', { name: this.t('purposes.form.purpose') });
    await choices.getByRole('radio', { name, exact: true }).check();
  }

  /** What a purpose asks for, by its label. */
  asked(label: string): Locator {
    return this.page.getByRole('textbox', { name: startingWith(label) });
  }

  /** Beside a name of one's own: the way back to the one that follows from the fields. */
  suggestedName(name: string): Locator {
    return this.page.getByRole('button', {
      name: this.t('purposes.form.nameSuggest', { name }),
      exact: true,
    });
  }

  async showAll(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('purposes.form.all'), exact: true }).click();
  }

  async showShort(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('purposes.form.back'), exact: true }).click();
  }

  endpoint(endpoint: Endpoint): Locator {
    return this.page
      .getByRole('radiogroup', { name: this.t('codes.generate.endpoint.label') })
      .getByRole('radio', { name: this.t(`codes.endpoints.${endpoint}.name`), exact: true });
  }

  /** Which version of the Mini Program the code opens. */
  async chooseVersion(version: 'release' | 'trial' | 'develop'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: this.t('codes.generate.envVersion.label') })
      .getByRole('radio', { name: this.t(`codes.versions.${version}`), exact: true })
      .check();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: this.t('codes.generate.submit'), exact: true }).click();
  }

  /** Sends what is filled in; the new code's page opens. */
  async generate(): Promise<CodePage> {
    await this.submit();
    const code = new CodePage(this.page, this.t);
    await code.expectOpen();
    return code;
  }
}
