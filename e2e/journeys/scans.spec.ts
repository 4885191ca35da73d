import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures';
import { makeLiveFolder } from '../ground';
import { Gallery } from '../pages/gallery';
import { Scans } from '../pages/scans';

const DAY_MS = 24 * 60 * 60 * 1000;

test(
  'scans are shown by day and by way of scanning, lead to their code, and are downloaded',
  { tag: '@both-languages' },
  async ({ page, t, baseURL }) => {
    const mark = `s${randomUUID().slice(0, 8)}`;
    // Lists are kept for some minutes: those of a folder that nobody else has, are asked for first here.
    const { key, folderId } = await makeLiveFolder(mark);
    const scenes = [...Array.from({ length: 12 }, () => 1047), ...Array.from({ length: 9 }, () => 1048)];
    for (const [at, scene] of scenes.entries()) {
      const body = JSON.stringify({ id: randomUUID(), key, scene, device: `${mark}-${at % 7}` });
      await fetch(`${baseURL}/r/scans`, { method: 'POST', body });
    }

    const days = 40;
    const dayBefore = (count: number) => new Date(Date.now() - count * DAY_MS).toISOString().slice(0, 10);
    const scans = new Scans(page, t);
    const period = `app=all&folder=${folderId}&from=${dayBefore(days)}&to=${dayBefore(0)}`;
    await scans.open(period);
    const name = `${mark}-1`;
    await expect(scans.code(name)).toBeVisible();
    const table = await scans.openTable();
    await expect(table.getByRole('row')).toHaveCount(days + 2);
    await scans.chooseKind('press');
    await expect(page).toHaveURL(/kind=press/);
    await expect(scans.code(name)).toBeVisible();

    const waiting = page.waitForEvent('download');
    await scans.csv.click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^scans-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
    const line = (await readFile(await file.path(), 'utf8')).split('\r\n').find((one) => one.includes(name));
    expect(line?.split(',').slice(-6)).toEqual(['9', '0', '9', '0', '0', '']);

    await scans.choosePeriod(7);
    await expect(table.getByRole('row')).toHaveCount(8);
    await scans.open(period);
    await scans.code(name).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    // An estimate: two of seven phones may be taken for one.
    const phones = [6, 7].map((count) => t('live.scans.devices', { count, days: 14 }));
    await expect(page.getByText(new RegExp(`^(${phones.join('|')})$`))).toBeVisible();

    const gallery = new Gallery(page, t);
    await gallery.openFilled(`q=${mark}&view=table`);
    await gallery.toggleColumn('scans');
    await expect(gallery.rows.first()).toContainText(`${mark}-2`);
    await gallery.sort('scans');
    await expect(gallery.rows.first()).toContainText(name);
    const shown = gallery.rows.getByRole('cell', { name: /^(21|0)$/ });
    await expect(shown).toHaveText([String(scenes.length), '0']);
  },
);
