import type { Locator, Page } from '@playwright/test';
import { textsOf } from '@/e2e/texts';

export type Interaction = { what: string; act: (page: Page) => Promise<unknown> };

/** A page, and what people do most on it, one after another. */
export type Visit = { path: string; interactions: Interaction[] };

const t = textsOf('zh-CN');
const TICKED = 50;
const BATCH_ROWS = 300;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const row = (page: Page, at: number): Locator => page.locator('[data-code-id]').nth(at);
const headTick = (page: Page) => page.locator('main').getByRole('checkbox').first();

const escape: Interaction = { what: 'close it', act: (page) => page.keyboard.press('Escape') };

/** One letter after another, each of which is an interaction of its own. */
const type = (into: Locator, text: string) => into.pressSequentially(text, { delay: 120 });

async function scrollUntil(page: Page, rows: number): Promise<void> {
  await page.mouse.move(800, 600);
  const last = page.locator(`[aria-posinset="${rows}"]`);
  while ((await last.count()) === 0) {
    await page.mouse.wheel(0, 1_500);
    // The browser spreads a turn of the wheel over several pictures; rows come after it.
    await page.waitForTimeout(100);
  }
}

const view = (name: 'cards' | 'table'): Interaction => ({
  what: `show the ${name}`,
  act: (page) => page.getByRole('radio', { name: t(`codes.gallery.view.${name}`) }).click(),
});

const gallery: Interaction[] = [
  { what: 'open a filter', act: (page) => button(page, t('codes.gallery.filters.status')).click() },
  escape,
  { what: 'type in the search', act: (page) => type(page.getByRole('searchbox'), '12') },
  {
    what: 'empty it',
    act: async (page) => {
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
    },
  },
  { what: `tick ${TICKED} codes and more`, act: (page) => headTick(page).click() },
  { what: 'untick one', act: (page) => row(page, 1).getByRole('checkbox').click() },
  { what: 'untick them all', act: (page) => page.keyboard.press('Escape') },
  {
    what: 'open the large picture',
    act: async (page) => {
      await row(page, 2).hover();
      await row(page, 2).locator('[data-preview]').click();
    },
  },
  { what: 'turn to the next one', act: (page) => page.keyboard.press('ArrowRight') },
  escape,
  {
    what: 'open the menu of a card',
    act: async (page) => {
      await row(page, 3).hover();
      await row(page, 3).locator('button[aria-haspopup=menu]').click();
    },
  },
  escape,
  view('table'),
  view('cards'),
  {
    what: 'open the bell',
    act: (page) =>
      page
        .locator('aside')
        .getByRole('button', { name: t('notices.bell.title') })
        .click(),
  },
  escape,
  { what: 'open the palette', act: (page) => page.keyboard.press('Control+k') },
  { what: 'type in it', act: (page) => page.keyboard.type('12', { delay: 120 }) },
  escape,
  {
    what: 'open another page',
    act: (page) => page.locator('aside').locator('a[href="/batches"]').click(),
  },
];

const form: Interaction[] = [
  { what: 'type a scene', act: (page) => type(field(page, t('codes.generate.scene.label')), 't=1') },
  { what: 'type a page', act: (page) => type(field(page, t('codes.generate.page.label')), 'pages') },
  { what: 'choose one', act: (page) => page.keyboard.press('ArrowDown') },
  { what: 'change the width', act: (page) => page.getByRole('spinbutton').first().press('ArrowUp') },
  { what: 'choose a color', act: (page) => page.locator('[data-slot=color-swatch]').first().click() },
  { what: 'switch the ground', act: (page) => page.getByRole('switch').last().click() },
];

const draft: Interaction[] = [
  { what: 'open the step of the data', act: (page) => step(page, 'data') },
  { what: 'open the table', act: (page) => button(page, t('batches.grid.open')).click() },
  { what: 'write into a cell', act: (page) => page.keyboard.type('A12', { delay: 120 }) },
  { what: 'go on to the next', act: (page) => page.keyboard.press('Enter') },
];

function step(page: Page, name: 'data'): Promise<void> {
  const steps = page.getByRole('navigation', { name: t('batches.draft.steps.label') });
  return steps.getByRole('button', { name: new RegExp(t(`batches.draft.steps.${name}`)) }).click();
}

/** @returns the path of a new draft */
export async function makeDraft(page: Page): Promise<string> {
  await page.goto('/batches/new');
  await page.waitForLoadState('networkidle');
  await page.getByRole('radio', { name: t('batches.create.methods.paste'), exact: true }).check();
  const rows = Array.from({ length: BATCH_ROWS }, (_, at) => `b${at}`);
  await field(page, t('batches.paste.label')).fill(['scene', ...rows].join('\n'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

export function visits(draftPath: string): Visit[] {
  const scroll = { what: 'read on', act: (page: Page) => scrollUntil(page, TICKED) };
  return [
    { path: '/codes?app=all', interactions: [scroll, ...gallery] },
    { path: '/codes/new?endpoint=getwxacodeunlimit', interactions: form },
    { path: draftPath, interactions: draft },
  ];
}
