import { readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { expect, PASSWORD, signIn, test, USERS, visit } from '../fixtures';
import { GenerateForm } from '../pages/generate-form';

test.use({ role: null });

const NOBODY = '00000000-0000-7000-8000-000000000000';
/** What is open to strangers on purpose: how they sign in, whether the server lives, and whether it can work. */
const OPEN = ['/api/auth/', '/api/health', '/api/ready'];
const FOR_PROGRAMS = '/api/v1/';
/** How each door says that it does not know who asks: people are to sign in, programs to bring a key (RFC 9457). */
const ENVELOPE = ['application/json', { error: { code: 'UNAUTHENTICATED' } }] as const;
const PROBLEM = ['application/problem+json', { code: 'KEY_INVALID', status: 401 }] as const;

/** The addresses of all files of a name under a folder of `app`; ids in them are of nothing. */
function addressesOf(folder: string, file: string): string[] {
  return readdirSync(join('app', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === file)
    .map((path) => `/${folder}/${dirname(path)}`.replaceAll(sep, '/'))
    .map((path) => path.replace(/\/\([^)]+\)/g, '').replace(/\[[^\]]+\]/g, NOBODY))
    .map((path) => path.replace(/\/\.?$/, '') || '/');
}

const PAGES = addressesOf('(console)', 'page.tsx');
const ROUTES = [...addressesOf('api', 'route.ts'), `${FOR_PROGRAMS}${NOBODY}`].filter(
  (path) => !OPEN.some((open) => path.startsWith(open)),
);

test('all pages and routes are tried', () => {
  expect(PAGES).toContain('/settings/members');
  expect(PAGES.length).toBeGreaterThan(15);
  expect(ROUTES).toContain(`/api/codes/${NOBODY}/image`);
  expect(ROUTES.length).toBeGreaterThan(15);
});

test('pages are kept by no cache', async ({ request }) => {
  for (const path of ['/sign-in', '/forgot'])
    expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store');
  await signIn(request, { email: USERS.VIEWER.email, password: PASSWORD });
  for (const path of PAGES.filter((one) => !one.includes(NOBODY)))
    expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store');
});

for (const path of PAGES) {
  test(`${path} sends a stranger to the sign-in page`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toContain('/sign-in');
  });
}

for (const path of ROUTES) {
  test(`${path} answers a stranger with 401 and nothing else`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(401);
    const [type, refusal] = path.startsWith(FOR_PROGRAMS) ? PROBLEM : ENVELOPE;
    expect(response.headers()['content-type']).toContain(type);
    expect(await response.json()).toMatchObject(refusal);
  });
}

for (const [role, allowed] of [
  ['ADMIN', true],
  ['OPERATOR', true],
  ['VIEWER', false],
] as const) {
  test.describe(role, () => {
    test.use({ role });

    test(`${allowed ? 'may' : 'may not'} generate`, async ({ page, t }) => {
      const form = new GenerateForm(page, t);
      await form.open();
      await expect(form.scene).toHaveCount(allowed ? 1 : 0);
      if (!allowed) await expect(page.getByText(t('codes.generate.forbidden.title'))).toBeVisible();
    });
  });
}

test('what is not there is a 404 page, and a fault shows no stack', async ({ page, enter }) => {
  await enter(page.context(), 'VIEWER');
  for (const path of [`/codes/${NOBODY}`, `/batches/${NOBODY}`, '/nowhere', '/setup?token=guess']) {
    expect((await visit(page, path))?.status(), path).toBe(404);
  }
  const response = await page.request.get('/api/codes?cursor=broken');
  expect(response.status()).toBe(400);
  expect(await response.text()).not.toContain('    at ');
});
