import { expect, type Page } from '@playwright/test';

/** The texts that the journeys press and read, in both languages. */
const TEXTS = {
  'zh-CN': {
    changeFolder: '移到文件夹',
    changeTags: '修改标签',
    findFolder: '搜索或新建文件夹',
    findTag: '搜索或新建标签',
    create: (name: string) => `新建“${name}”`,
    folders: '文件夹',
    views: '视图',
    viewName: '把当前筛选存为视图',
    share: '团队成员都能看到',
    save: '保存',
  },
  en: {
    changeFolder: 'Move to a folder',
    changeTags: 'Change tags',
    findFolder: 'Search or create a folder',
    findTag: 'Search or create a tag',
    create: (name: string) => `Create “${name}”`,
    folders: 'Folders',
    views: 'Views',
    viewName: 'Save the present filters as a view',
    share: 'Everybody in the team can see it',
    save: 'Save',
  },
};

/** How a person keeps codes in order: folders, tags and saved views. */
export class Organize {
  readonly #page: Page;
  readonly text: (typeof TEXTS)['en'];

  constructor(page: Page, locale: keyof typeof TEXTS = 'zh-CN') {
    this.#page = page;
    this.text = TEXTS[locale];
  }

  /** On the page of a code: makes a folder and moves the code there. */
  async moveToNewFolder(name: string): Promise<void> {
    await this.#pickNew({ open: this.text.changeFolder, find: this.text.findFolder, name });
  }

  /** On the page of a code: makes a tag and puts it on the code. */
  async addNewTag(name: string): Promise<void> {
    await this.#pickNew({ open: this.text.changeTags, find: this.text.findTag, name });
  }

  async #pickNew({ open, find, name }: { open: string; find: string; name: string }): Promise<void> {
    await this.#page.getByRole('button', { name: open }).click();
    const popover = this.#page.getByRole('dialog', { name: open });
    await popover.getByRole('textbox', { name: find }).fill(name);
    await popover.getByRole('button', { name: this.text.create(name) }).click();
    await expect(popover.getByLabel(name)).toBeChecked();
    await this.#page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
  }

  folderChip(name: string) {
    return this.#page.getByRole('navigation', { name: this.text.folders }).getByRole('button', { name });
  }

  async openViews() {
    await this.#page.getByRole('button', { name: this.text.views, exact: true }).click();
    const popup = this.#page.getByRole('dialog');
    await expect(popup).toBeVisible();
    return popup;
  }

  /** In the gallery: keeps the present filters under a name that the team sees. */
  async shareView(name: string): Promise<void> {
    const popup = await this.openViews();
    await popup.getByRole('textbox', { name: this.text.viewName }).fill(name);
    await popup.getByRole('checkbox', { name: this.text.share }).check();
    await popup.getByRole('button', { name: this.text.save, exact: true }).click();
    await expect(popup.getByRole('link', { name })).toBeVisible();
  }
}
