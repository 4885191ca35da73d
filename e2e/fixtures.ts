import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
  type Response,
} from '@playwright/test';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';
import { sandboxId } from './ground';
import { textsOf, type Texts } from './texts';

export type Role = 'ADMIN' | 'OPERATOR' | 'VIEWER';

/** The users of prisma/seed.ts, one of each role. */
export const USERS: Record<Role, { email: string; name: string }> = {
  ADMIN: { email: 'admin@suncode.test', name: '林管理' },
  OPERATOR: { email: 'operator@suncode.test', name: '陈运营' },
  VIEWER: { email: 'viewer@suncode.test', name: '王访客' },
};
export const PASSWORD = 'suncode-demo-1';
/** The sandbox that a new installation comes with. */
export const SANDBOX = '练习小程序';

export type Credentials = { email: string; password: string };

/** Signs the cookies of `request` in as next-auth's own form would, without a page. */
export async function signIn(request: APIRequestContext, { email, password }: Credentials): Promise<void> {
  const { csrfToken }: { csrfToken: string } = await (await request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password, json: 'true' };
  const response = await request.post('/api/auth/callback/credentials', { form });
  expect(response.ok(), `signing in as ${email}`).toBe(true);
  const session: { userId?: string } = await (await request.get('/api/auth/session')).json();
  expect(session.userId, `session of ${email}`).toBeTruthy();
}

export type Options = {
  /** What the pages speak; a project of playwright.config.ts may say another one than Chinese. */
  language: Locale;
  /** Who the test's context is signed in as; null for nobody. `test.use({ role: 'VIEWER' })` changes it. */
  role: Role | null;
};

type Fixtures = {
  /** The texts of that language. */
  t: Texts;
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

type WorkerFixtures = {
  /** Gives a context the session of a role; each worker signs in once as each. */
  enter: (context: BrowserContext, role: Role) => Promise<void>;
};

/** `lib/apps/scope.ts`: without a choice, a live Mini Program that another test has connected would come first. */
const CURRENT_APP_COOKIE = 'suncode_app';

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  enter: [
    async ({ playwright }, use, { project }) => {
      const { baseURL = '' } = project.use;
      const signInOnce = async (role: Role): Promise<Cookies> => {
        const request = await playwright.request.newContext({ baseURL });
        await signIn(request, { ...USERS[role], password: PASSWORD });
        const { cookies } = await request.storageState();
        await request.dispose();
        return cookies;
      };
      const known = new Map<Role, Promise<Cookies>>();
      await use(async (context, role) => {
        const cookies = known.get(role) ?? signInOnce(role);
        known.set(role, cookies);
        const app = { name: CURRENT_APP_COOKIE, value: await sandboxId(), url: baseURL };
        await context.addCookies([...(await cookies), app]);
      });
    },
    { scope: 'worker' },
  ],
  language: ['zh-CN', { option: true }],
  role: ['OPERATOR', { option: true }],
  t: async ({ language }, use) => use(textsOf(language)),
  context: async ({ context, role, language, baseURL, enter }, use) => {
    if (language !== 'zh-CN' && baseURL)
      await context.addCookies([{ name: LOCALE_COOKIE, value: language, url: baseURL }]);
    if (role) await enter(context, role);
    await use(context);
  },
  // A fault that only the console knows is a fault too, and so is a text that a page was not sent (`withTexts`).
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (said) => {
      if (/MISSING_MESSAGE|FORMATTING_ERROR/.test(said.text())) faults.push(said.text());
    });
    await use(page);
    expect(faults, 'uncaught errors of the page').toEqual([]);
  },
});

/**
 * Waits until the page has come in the place of its skeleton, and React has taken over every control of it:
 * what is looked for before that is not there, and what is pressed is lost. (The figures of /dev/ui show skeletons.)
 */
export async function taken(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('main [data-slot=skeleton]:not(figure *)') &&
      [
        ...document.querySelectorAll(
          'main button, main input:not([type=hidden]), main select, main textarea',
        ),
      ].every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps'))),
  );
}

/** Waits until React has taken over this one element; the page around it may sleep. */
export async function awake(element: Locator): Promise<void> {
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))))
    .toBe(true);
}

/** Opens a page and waits for its script, as a person does who is not that quick. */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await taken(page);
  return response;
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

/**
 * Opens a page as its server has drawn it, without any script.
 * @returns `named` lets in the scripts that the page names, so that it wakes; `late` those that it then fetches,
 * and waits as `visit` does
 */
export async function visitInSteps(page: Page, path: string) {
  const html = await (await page.request.get(path)).text();
  const [named, late] = [gate(), gate()];
  await page.route('**/_next/static/**/*.js', async (route) => {
    await (html.includes(new URL(route.request().url()).pathname) ? named : late).opened;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return {
    named: named.open,
    late: async () => {
      late.open();
      await taken(page);
    },
  };
}

/** Opens a page as its server has drawn it. @returns lets its scripts in, and waits as `visit` does */
export async function visitAsleep(page: Page, path: string): Promise<() => Promise<void>> {
  const { named, late } = await visitInSteps(page, path);
  return async () => {
    named();
    await late();
  };
}

/** Marks what the server has drawn in `root`. @returns what of it is still there; the places of what comes late do not count */
export async function markDrawn(root: Locator): Promise<Locator> {
  await root.evaluate((element) => {
    for (const part of element.querySelectorAll('*')) part.setAttribute('data-drawn', 'by the server');
  });
  return root.locator('[data-drawn]:not([data-slot=skeleton], template)');
}

/** Loads the page again, and waits as `visit` does. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await taken(page);
}

export { expect };
