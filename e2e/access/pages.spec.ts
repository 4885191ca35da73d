import { expect, test, visit } from '../fixtures';
import { GenerateForm } from '../pages/generate-form';

test.use({ role: null });

const PAGES = [
  '/',
  '/codes',
  '/codes/new',
  '/batches',
  '/batches/new',
  '/exports',
  '/exports/new?app=all',
  '/print/new?app=all',
  '/quota',
  '/tasks',
  '/settings',
  '/settings/apps',
  '/settings/account',
  '/settings/purposes',
];
const ROUTES = [
  '/api/codes',
  '/api/codes/unknown/image',
  '/api/batches',
  '/api/batches/unknown',
  '/api/batches/unknown/check',
  '/api/batches/unknown/rows',
  '/api/batches/unknown/errors',
  '/api/exports',
  '/api/exports/unknown',
  '/api/exports/unknown/file',
  '/api/print/check',
];

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
    expect(await response.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
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
  const nobody = '00000000-0000-7000-8000-000000000000';
  for (const path of [`/codes/${nobody}`, `/batches/${nobody}`, '/nowhere', '/setup?token=guess']) {
    expect((await visit(page, path))?.status(), path).toBe(404);
  }
  const response = await page.request.get('/api/codes?cursor=broken');
  expect(response.status()).toBe(400);
  expect(await response.text()).not.toContain('    at ');
});
