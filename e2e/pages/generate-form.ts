import type { Locator, Page } from '@playwright/test';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import { visit } from '../fixtures';
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
    this.existing = page.getByRole('dialog', { name: t('codes.generate.existing.title') });
  }

  /** @param endpoint another one than the form proposes */
  async open(endpoint?: Endpoint): Promise<void> {
    await visit(this.page, endpoint ? `/codes/new?endpoint=${endpoint}` : '/codes/new');
  }

  endpoint(endpoint: Endpoint): Locator {
    return this.page
      .getByRole('radiogroup', { name: this.t('codes.generate.endpoint.label') })
      .getByRole('radio', { name: this.t(`codes.endpoints.${endpoint}.name`), exact: true });
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
