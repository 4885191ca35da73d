import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, type Browser, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';
import { textsOf, type Texts } from '../e2e/texts';
import { browserArgs, findBrowser } from './browser';

/*
 * `npm run pictures -- http://localhost:3000`: the pictures of README and docs, of a server that was seeded with
 * `npm run seed -- --codes` and runs with DEV_PAGES=on. Take them again whenever what they show has changed.
 */
const [baseURL = 'http://localhost:3000'] = process.argv.slice(2);
const ADMINISTRATOR = { email: 'admin@suncode.test', password: 'suncode-demo-1' };
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const FOLDER = 'docs/screenshots';
/** Sections of /dev/ui. */
const RULES = ['Actions', 'Colors', 'Fields', 'States', 'Surfaces'] as const;

const STORES = ['人民广场店', '徐家汇店', '陆家嘴店', '静安寺店'];
/** A table with a title above its header and three mistakes, as people have them; the codes of each language are its own. */
const table = (mark: string) =>
  [
    '2026 年冬季桌卡,,,',
    '序号,门店,桌号,参数',
    ...STORES.flatMap((store, s) =>
      Array.from({ length: 12 }, (_, n) => `${s * 12 + n + 1},${store},${n + 1},${mark}${s + 21}&t=${n + 1}`),
    ),
    `49,静安寺店,13,${mark}24&t=13桌`,
    `50,静安寺店,14,${mark}24&t=14&from=${'x'.repeat(24)}`,
    `51,静安寺店,15,${mark}24&t=1`,
  ].join('\r\n');

type Look = { locale: Locale; colorScheme: 'light' | 'dark'; viewport: { width: number; height: number } };

async function signedIn(browser: Browser, { locale, ...look }: Look): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale, deviceScaleFactor: 1.5, ...look });
  await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: baseURL }]);
  const page = await context.newPage();
  await page.goto('/sign-in');
  const t = textsOf(locale);
  await page.getByLabel(t('auth.email')).fill(ADMINISTRATOR.email);
  await page.getByLabel(t('auth.password')).fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** @param part without it, what the window shows */
async function take(page: Page, file: string, part?: Locator): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Of the page of primitives some are busy for good.
  if (!part) await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0);
  await part?.scrollIntoViewIfNeeded();
  await page.waitForFunction(() =>
    [...document.images]
      .filter((image) => image.getBoundingClientRect().top < window.innerHeight && image.checkVisibility())
      .every((image) => image.complete && image.naturalWidth > 0),
  );
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  // A busy machine has not drawn yet what is there already.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const picture = await (part ?? page).screenshot({ animations: 'disabled' });
  await mkdir(join(FOLDER, file, '..'), { recursive: true });
  await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(FOLDER, `${file}.webp`));
}

async function takePage(page: Page, path: string, file: string): Promise<void> {
  await page.goto(path);
  await take(page, file);
}

/** From the table to what became of it, and the page that exports it. */
async function takeBatch(page: Page, t: Texts, folder: string): Promise<void> {
  await page.goto('/batches/new');
  const buffer = Buffer.from(table(`${folder}=`));
  const file = { name: '冬季桌卡.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel(t('batches.file.choose')).setInputFiles(file);
  await page.getByRole('button', { name: t('batches.create.next') }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}/);
  const skip = page.getByRole('radio', { name: t('batches.check.policies.skip'), exact: true });
  await skip.waitFor();
  await take(page, `${folder}/draft`);
  await skip.check();
  await page.getByRole('button', { name: t('batches.check.start', { count: 48 }) }).click();
  await page.getByText(t('batches.state.FINISHED'), { exact: true }).first().waitFor({ timeout: 60_000 });
  const batch = page.url().split('/').at(-1)?.split('?')[0] ?? '';
  await take(page, `${folder}/batch`);
  await takePage(page, `/exports/new?batch=${batch}`, `${folder}/export`);
}

async function takeGuide(browser: Browser, locale: Locale, folder: string): Promise<void> {
  const page = await signedIn(browser, { locale, colorScheme: 'light', viewport: DESKTOP });
  await takePage(page, '/', `${folder}/overview`);
  await takePage(page, '/settings/apps/connect', `${folder}/connect`);
  await takePage(page, '/codes/new', `${folder}/generate`);
  await takeBatch(page, textsOf(locale), folder);
  await takePage(page, '/codes', `${folder}/codes`);
  await takePage(page, '/quota', `${folder}/quota`);
  await page.context().close();
}

/** What docs/design-system.md speaks of, as it stands on /dev/ui. */
async function takeRules(browser: Browser, locale: Locale, folder: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await signedIn(browser, { locale, colorScheme, viewport: DESKTOP });
    await page.goto('/dev/ui');
    const names = colorScheme === 'light' ? RULES : (['Colors'] as const);
    for (const name of names) {
      const part = page.getByRole('region', { name, exact: true });
      await take(page, `${folder}/rules/${name.toLowerCase()}-${colorScheme}`, part);
    }
    await page.context().close();
  }
}

async function takeReadme(browser: Browser): Promise<void> {
  const dark = await signedIn(browser, { locale: 'en', colorScheme: 'dark', viewport: DESKTOP });
  await takePage(dark, '/codes', 'codes-dark');
  const phone = await signedIn(browser, { locale: 'zh-CN', colorScheme: 'light', viewport: PHONE });
  await takePage(phone, '/codes', 'codes-phone');
}

const asDataUrl = async (file: string) =>
  `data:image/svg+xml;base64,${(await readFile(file)).toString('base64')}`;

/** What a chat shows of a link to Suncode: brand, tagline and description in both languages before the motif. */
async function takeSocialCard(browser: Browser): Promise<void> {
  const [icon, motif] = await Promise.all(
    ['app/icon.svg', 'components/layout/page/code-motif.svg'].map(asDataUrl),
  );
  const [zh, en] = [textsOf('zh-CN'), textsOf('en')];
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await page.setContent(`
    <style>
      body { margin: 0; height: 630px; display: grid; place-content: center; text-align: center; background: #fbfaf8; color: #221e1b;
             font-family: 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; overflow: hidden; }
      .motif { position: absolute; left: 50%; top: 50%; width: 2400px; height: 2400px; translate: -50% -50%; background: #ea6a0b; opacity: .16;
               mask: url('${motif}') center / contain no-repeat; }
      h1 { display: flex; gap: 28px; justify-content: center; align-items: center; margin: 0; font-size: 96px; letter-spacing: -2px; }
      h1 img { width: 112px; } p { margin: 22px 0 0; font-size: 34px; } p + p { margin-top: 8px; font-size: 23px; color: #6d655f; }
    </style>
    <div class="motif"></div>
    <h1><img src="${icon}" alt="">${zh('layout.brand.name')}</h1>
    <p>${zh('layout.brand.description')}</p>
    <p>${en('layout.brand.description')}</p>`);
  const picture = await page.screenshot();
  await sharp(picture).png({ palette: true }).toFile('app/opengraph-image.png');
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
await takeGuide(browser, 'zh-CN', 'zh');
await takeGuide(browser, 'en', 'en');
await takeRules(browser, 'zh-CN', 'zh');
await takeRules(browser, 'en', 'en');
await takeReadme(browser);
await takeSocialCard(browser);
await browser.close();
