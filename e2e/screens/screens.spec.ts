import type { CDPSession, Page } from '@playwright/test';
import { LOCALES } from '@/lib/i18n/locale';
import { findings } from '../axe';
import { expect, visit } from '../fixtures';
import { cutOff, excess, overfull, smallTargets, whiteAreas, withoutRing } from './boxes';
import { misplaced, type Kind } from './frame';
import { enterAs, test, type Paths } from './ground';

// One server, and one window that goes through the screens as a person does.
test.describe.configure({ mode: 'default' });
test.use({ role: null });

const SIZES = [
  { width: 1440, height: 900, isPhone: false },
  { width: 390, height: 844, isPhone: true },
];

/** @param kind of frame; null for pages with another one */
type Screen = { path: string; kind: Kind | null };

const all = (kind: Kind, ...paths: string[]): Screen[] => paths.map((path) => ({ path, kind }));

/** Each group is a test, which has an end in sight on a busy machine too. */
const GROUPS: Record<string, (paths: Paths) => Screen[]> = {
  lists: () => [
    ...all('console', '/', '/batches', '/exports', '/print', '/print/designs', '/quota', '/scans', '/tasks'),
    ...all('gallery', '/codes?view=cards', '/codes?view=table'),
  ],
  forms: ({ draft }) => [
    ...all('console', '/codes/new', '/batches/new', '/exports/new?app=all', '/print/new?app=all'),
    ...all('console', `${draft}?step=check`),
  ],
  'steps and results': ({ draft, code, print, run }) => [
    ...all('console', code, print, ...['data', 'columns', 'look'].map((step) => `${draft}?step=${step}`)),
    ...all('console', run),
  ],
  settings: ({ sandbox }) =>
    all(
      'settings',
      ...['/settings/apps', '/settings/apps/connect', sandbox, '/settings/purposes'],
      sandbox.replace(/sandbox$/, 'pages'),
      ...['/settings/purposes/table', '/settings/members', '/settings/sign-in', '/settings/keys'],
      ...['/settings/webhooks', '/settings/audit', '/settings/system', '/settings/account'],
      '/settings/notices',
    ),
};

async function open(page: Page, path: string): Promise<void> {
  expect((await visit(page, path))?.status(), path).toBe(200);
  // What is measured is where everything comes to rest. A window that draws no frame leaves it on the way there.
  await page.addStyleTag({
    content: '*, ::before, ::after { transition: none !important; animation: none !important }',
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A narrow window is a phone, which has no mouse. */
async function resize(page: Page, { isPhone, ...size }: (typeof SIZES)[number], browser: CDPSession) {
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: isPhone, maxTouchPoints: 1 });
  await page.setViewportSize(size);
  await page.waitForFunction((width) => matchMedia(`(width: ${width}px)`).matches, size.width);
}

/** As the page's script does it when the system's choice changes, which it hears of some time. */
const light = (page: Page, colorScheme: 'light' | 'dark'): Promise<boolean> =>
  page.evaluate(
    (isDark) => document.documentElement.classList.toggle('dark', isDark),
    colorScheme === 'dark',
  );

type Look = Pick<Screen, 'kind'> & { isWhole: boolean; browser: CDPSession };

/** In Chinese all there is; in English, whose words are longer, what words can break. */
async function faultsAt(size: (typeof SIZES)[number], page: Page, look: Look) {
  const { kind, isWhole, browser } = look;
  const { isPhone } = size;
  await resize(page, size, browser);
  const found = [
    ...(await page.evaluate(excess)),
    ...(await page.evaluate(overfull)),
    ...(await page.evaluate(cutOff)),
    ...(isPhone ? await page.evaluate(smallTargets) : []),
    ...(kind ? await misplaced(page, kind, isPhone) : []),
  ];
  if (isWhole) {
    await page.keyboard.press('Tab');
    found.push(...(await page.evaluate(withoutRing)));
    await light(page, 'dark');
    found.push(...(await page.evaluate(whiteAreas)));
    await light(page, 'light');
  }
  // As in e2e/a11y: Chinese, light and wide; English, dark and narrow.
  if (isPhone !== isWhole) {
    await light(page, isPhone ? 'dark' : 'light');
    found.push(...(await findings(page)));
    await light(page, 'light');
  }
  return found.map((fault) => `${size.width}: ${fault}`);
}

async function walk(page: Page, screens: Screen[], language: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What is emulated lasts as long as the session does.
  const browser = await page.context().newCDPSession(page);
  const faultsOf = async ({ path, kind }: Screen): Promise<string[]> => {
    await open(page, path);
    const lang = await page.locator('html').getAttribute('lang');
    const found = lang === language ? [] : [`is in ${lang}`];
    const look = { kind, isWhole: language === 'zh-CN', browser };
    for (const size of SIZES) found.push(...(await faultsAt(size, page, look)));
    return found;
  };
  const found: Record<string, string[]> = {};
  for (const screen of screens) found[screen.path] = await faultsOf(screen);
  expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({});
}

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language });

    for (const [group, screensOf] of Object.entries(GROUPS)) {
      test(`the screens of the group "${group}" keep the rules of the design`, async ({ page, ground }) => {
        await enterAs('ADMIN', page);
        await walk(page, screensOf(ground.paths), language);
      });
    }

    test('so do the pages before the sign-in', async ({ page, ground, setUpPage }) => {
      const { join, reset } = ground.paths;
      const screens = ['/sign-in', '/forgot', join, reset, setUpPage].map((path) => ({ path, kind: null }));
      await walk(page, screens, language);
    });
  });
}
