import { randomUUID } from 'node:crypto';
import { OIDC_CLIENT, startOidcStandIn, type OidcStandIn } from '@/lib/testing/stand-ins/oidc-stand-in';
import { freePort } from '@/scripts/free-port';
import { findings } from '../axe';
import { expect, signIn, test, visit } from '../fixtures';
import { OwnServer } from '../own-server';
import { SignInServices } from '../pages/sign-in-services';

const ADMIN = { email: 'admin@suncode.test', password: 'a sentence of the administrator' };
const SERVICE = 'Kopernikus 账号';

/** Known before there is a server: its own address is what the provider leads back to. */
const place = freePort().then((port) => ({ port, url: `http://127.0.0.1:${port}` }));

let server: OwnServer;
let provider: OidcStandIn;

// The services of a server are set by its environment: this one has its own.
test.use({
  role: null,
  colorScheme: ({ language }, use) => use(language === 'en' ? 'dark' : 'light'),
  viewport: ({ language }, use) =>
    use(language === 'en' ? { width: 390, height: 844 } : { width: 1440, height: 900 }),
});
test.beforeAll(async () => {
  const { port, url } = await place;
  provider = await startOidcStandIn(`${url}/api/auth/callback/oidc`);
  const oidc = { OIDC_ISSUER: provider.issuer, OIDC_NAME: SERVICE, OIDC_CLIENT_ID: OIDC_CLIENT.id };
  const admin = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
  const variables = { ...oidc, ...admin, OIDC_CLIENT_SECRET: OIDC_CLIENT.secret, APP_URL: url };
  server = await OwnServer.start({ ...variables, PORT: port, LOG_LEVEL: 'debug' });
});
test.afterAll(async () => {
  await server.stop();
  await provider.close();
});
test.use({ baseURL: async ({ role: _ }, use) => use((await place).url) });

test(
  'signing in by a service: set up and tested by an administrator, a new member comes in by it',
  { tag: '@both-languages' },
  async ({ page, browser, t, language, viewport, colorScheme }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page.request, ADMIN);
    const settings = new SignInServices(page, t, SERVICE);
    await settings.openSettings();
    await settings.test();
    await expect(page.getByText(t('signIn.settings.works'))).toBeVisible();
    await settings.letNewcomersIn();
    expect(await findings(page)).toEqual([]);

    const account = randomUUID();
    provider.accounts.set(account, { name: '新店长', email: `${account}@shops.test`, email_verified: true });
    const context = await browser.newContext({
      baseURL: server.url,
      viewport,
      colorScheme,
      locale: language,
    });
    const visitor = await context.newPage();
    const door = new SignInServices(visitor, t, SERVICE);
    await visit(visitor, '/sign-in?from=/settings/account');
    await expect(door.button).toBeVisible();
    expect(await findings(visitor)).toEqual([]);
    await door.enterAs(account);
    await expect(visitor).toHaveURL(/\/settings\/account$/);
    await expect(visitor.getByText(t('signIn.own.as', { name: '新店长' }))).toBeVisible();
    await expect(visitor.getByLabel(t('auth.account.newPassword'))).toHaveCount(0);
    expect(await findings(visitor)).toEqual([]);
    await context.close();
    expect(server.output).not.toContain(OIDC_CLIENT.secret);
  },
);

test('a service that is down says so at the door, with an id that stands in the log', async ({ page, t }) => {
  const { accounts } = provider;
  await provider.close();
  await visit(page, '/sign-in');
  await new SignInServices(page, t, SERVICE).button.click();
  await expect(page.getByText(t('errors.codes.SERVICE_DOWN', { service: SERVICE }))).toBeVisible();
  const id = await page.locator('code').innerText();
  await server.printed(new RegExp(id));
  expect(await findings(page)).toEqual([]);
  provider = await startOidcStandIn(
    `${server.url}/api/auth/callback/oidc`,
    Number(new URL(provider.issuer).port),
  );
  for (const [key, claims] of accounts) provider.accounts.set(key, claims);
});
