import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, USERS, visit } from '../fixtures';
import { join, Members } from '../pages/members';

test.use({ role: 'ADMIN' });

test(
  'somebody is invited, joins and gets another role, and the activity log tells all of it, also as a file',
  { tag: '@both-languages' },
  async ({ page, t, browser, language }) => {
    const mark = randomUUID().slice(0, 8);
    const [name, email] = [`新人${mark}`, `${mark}@suncode.test`];
    const members = new Members(page, t);
    await members.open();
    const link = await members.invite(email);
    const theirs = await browser.newContext({ locale: language });
    await join(await theirs.newPage(), t, { link, name, password: `${randomUUID()} sunny` });
    await theirs.close();
    await members.open();
    await members.changeRole(name, 'VIEWER');

    await visit(page, '/settings/audit');
    await page.getByRole('searchbox', { name: t('audit.list.search') }).fill(mark);
    await expect(page).toHaveURL(new RegExp(mark));
    const table = page.getByRole('table', { name: t('audit.list.label') });
    const rows = table.getByRole('row').filter({ hasText: mark });
    await expect(rows.filter({ hasText: t('audit.actions.user.invite') })).toContainText(email);
    await expect(rows.filter({ hasText: t('audit.actions.user.join') })).toContainText(name);
    const changed = rows.filter({ hasText: t('audit.actions.user.changeRole') });
    await expect(changed).toContainText(USERS.ADMIN.name);
    await expect(changed).toContainText(/127\.0\.0\.1|::1/);
    await changed.getByRole('button').click();
    const before = page.getByRole('row').filter({ has: page.getByRole('deletion') });
    await expect(before).toContainText(t('audit.values.OPERATOR'));
    await expect(before).toContainText(t('audit.values.VIEWER'));

    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: t('audit.export') }).click();
    const lines = (await readFile(await (await downloading).path())).toString('utf8').split('\r\n');
    const line = lines.find((one) => one.includes(t('audit.actions.user.changeRole')));
    expect(line).toContain(`${t('audit.values.OPERATOR')} → ${t('audit.values.VIEWER')}`);
    expect(lines.every((one, at) => at === 0 || one === '' || one.includes(mark))).toBe(true);
  },
);
