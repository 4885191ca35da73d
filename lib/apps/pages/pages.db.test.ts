import { beforeEach, describe, expect, test } from 'vitest';
import { deleteApp } from '@/lib/apps/service';
import type { UserActor } from '@/lib/auth/actor';
import { planOf } from '@/lib/batches/batch.fixture';
import { dryRun } from '@/lib/batches/check/dry-run';
import { KEEP, insertLiveAt } from '@/lib/bulk/changes/retarget.fixture';
import { startBulk } from '@/lib/bulk/start';
import { createDraft } from '@/lib/batches/draft/create-draft';
import { listCodes } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { setLiveTarget } from '@/lib/live/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { RELEASES_MAX } from './limits';
import { getAppPages, getKnownPages, listPageCounts } from './queries';
import { giveAppJson } from './service';

useDatabase();

let actor: UserActor;
let app: string;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = (await insertApp()).id;
});

const give = (pages: string[], version = '') =>
  giveAppJson(actor, app, { text: JSON.stringify({ pages }), version });
const audits = () =>
  db().auditEvent.findMany({ where: { targetId: app, action: 'app.givePages' }, orderBy: { at: 'asc' } });

describe('an app.json that is given', () => {
  test('is what fields complete from, with its version and its day', async () => {
    expect(await getKnownPages(actor, app)).toBeNull();
    const given = await give(['pages/a', 'pages/b'], ' 1.4.0 ');
    expect(given).toEqual({ isNew: true, pages: 2, added: 2, removed: 0 });
    const known = await getKnownPages(actor, app);
    expect(known).toMatchObject({ version: '1.4.0', pages: ['pages/a', 'pages/b'], entryPage: 'pages/a' });
    expect(Math.abs(Date.now() - Date.parse(known?.givenAt ?? ''))).toBeLessThan(60_000);
    expect((await listPageCounts(actor)).get(app)).toEqual({ pages: 2 });
    const { releases } = await getAppPages(actor, app);
    expect(releases).toMatchObject([{ version: '1.4.0', pages: 2, givenBy: actor.name }]);
  });

  test('is recorded with what it adds and removes; the same again is not', async () => {
    await give(['a', 'b'], '1');
    expect(await give(['a', 'b'], '1')).toEqual({ isNew: false, pages: 2, added: 0, removed: 0 });
    expect(await give(['b', 'c', 'd'], '2')).toEqual({ isNew: true, pages: 3, added: 2, removed: 1 });
    expect((await audits()).map(({ details }) => details)).toEqual([
      { version: '1', appPages: 2, pagesAdded: 2, pagesRemoved: 0 },
      { version: '2', appPages: 3, pagesAdded: 2, pagesRemoved: 1 },
    ]);
  });

  test('is refused as a whole when it is none, and the one before stays', async () => {
    await give(['a']);
    const wrong = giveAppJson(actor, app, { text: '{"pages": []}' });
    await expect(wrong).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ field: 'text', key: 'appPages.issues.noPages', values: { list: 'pages' } }],
    });
    const long = giveAppJson(actor, app, { text: '{"pages":["b"]}', version: 'v'.repeat(41) });
    await expect(long).rejects.toMatchObject({
      issues: [{ field: 'version', key: 'errors.issues.tooLong', values: { max: 40 } }],
    });
    expect((await getKnownPages(actor, app))?.pages).toEqual(['a']);
  });

  test('takes the place of the oldest when there are twenty', async () => {
    for (let index = 0; index <= RELEASES_MAX; index += 1) await give([`pages/${index}`]);
    const { releases, newest } = await getAppPages(actor, app);
    expect(releases).toHaveLength(RELEASES_MAX);
    expect(newest?.pages).toEqual([`pages/${RELEASES_MAX}`]);
    const kept = await db().appRelease.findMany({ where: { miniProgramId: app }, select: { pages: true } });
    expect(kept.map(({ pages }) => pages[0])).not.toContain('pages/0');
  });

  test('goes with its Mini Program', async () => {
    await give(['a']);
    await deleteApp(await insertActor('ADMIN'), app);
    expect(await db().appRelease.count({ where: { miniProgramId: app } })).toBe(0);
  });

  test('is looked at by everybody, and given by who makes codes', async () => {
    const viewer = await insertActor('VIEWER');
    await expect(giveAppJson(viewer, app, { text: '{"pages":["a"]}' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await give(['a']);
    expect((await getKnownPages(viewer, app))?.pages).toEqual(['a']);
  });
});

describe('codes whose page is not in the newest app.json', () => {
  const code = (page: string, more = {}) => insertCode({ miniProgramId: app, page, ...more });
  const lost = async () => (await getAppPages(actor, app)).lost.map(({ page, codes }) => [page, codes.count]);

  test('are counted by the page that went, and the filters find as many', async () => {
    await give(['pages/a', 'pages/old/index', 'pages/unused'], '1');
    for (let index = 0; index < 3; index += 1) await code('pages/old/index');
    await code('pages/old/index', { status: 'FAILED' });
    await code('pages/old/index', { deletedAt: new Date() });
    await insertCode({
      ...{ miniProgramId: app, endpoint: 'getwxacode', scene: null, page: null },
      path: 'pages/old/index?id=1',
    });
    await insertCode({ miniProgramId: (await insertApp()).id, page: 'pages/old/index' });
    await code('pages/a');
    expect(await lost()).toEqual([]);
    await give(['pages/a', 'pages/new'], '2');
    const view = await getAppPages(actor, app);
    expect(view.compared).toMatchObject({
      ...{ from: view.releases[1]?.id, to: view.releases[0]?.id },
      ...{ added: ['pages/new'], removed: ['pages/old/index', 'pages/unused'] },
    });
    expect(await lost()).toEqual([['pages/old/index', 4]]);
    const [first] = view.lost;
    expect((await listCodes(actor, first?.filters)).items).toHaveLength(4);
  });

  test('are found among the last ones, before there is a release to compare with', async () => {
    await code('pages/typo');
    await give(['pages/a']);
    expect(await lost()).toEqual([['pages/typo', 1]]);
    expect((await getAppPages(actor, app)).compared).toBeNull();
  });

  test('stay known when the same pages come under another version', async () => {
    await give(['pages/a', 'pages/old'], '1');
    await give(['pages/a'], '2');
    await give(['pages/a'], '2.1');
    const { compared, releases } = await getAppPages(actor, app);
    expect(compared).toMatchObject({ from: releases[2]?.id, removed: ['pages/old'] });
  });

  test('are those between any two releases that somebody chooses; what is not kept is as if it was not said', async () => {
    await give(['pages/a', 'pages/b', 'pages/c'], '1');
    await give(['pages/a', 'pages/c'], '2');
    await give(['pages/start', 'pages/a', 'pages/b'], '3');
    for (const page of ['pages/b', 'pages/c', 'pages/typo']) await code(page);
    const newest = await getAppPages(actor, app);
    const [third, second, first] = newest.releases.map(({ id }) => id);
    const chosen = async (from?: string, to?: string) => {
      const { compared, lost: missing } = await getAppPages(actor, app, { from, to });
      return { ...compared, lost: missing.map(({ page }) => page) };
    };
    expect(newest.lost.map(({ page }) => page).sort()).toEqual(['pages/c', 'pages/typo']);
    expect(await chosen(first, second)).toEqual({
      ...{ from: first, to: second, entryPage: 'pages/a', added: [], removed: ['pages/b'] },
      lost: ['pages/b'],
    });
    expect(await chosen(third, first)).toMatchObject({
      entryPage: 'pages/a',
      removed: ['pages/start'],
      lost: [],
    });
    expect(await chosen(first, third)).toMatchObject({ entryPage: 'pages/start', removed: ['pages/c'] });
    expect(await chosen(second, second)).toMatchObject({ added: [], removed: [], lost: [] });
    expect(await chosen('no such release', 'none')).toMatchObject({ from: second, to: third });
  });

  test('are live ones too, whose targets can be changed in one action', async () => {
    await give(['pages/a', 'pages/old']);
    const codes = [];
    for (const t of ['1', '2']) codes.push((await insertLiveAt(actor, app, { t })).id);
    const paths = codes.map((codeId) => setLiveTarget(actor, codeId, { page: 'pages/old', parameters: {} }));
    await Promise.all(paths);
    await give(['pages/a']);
    const [page] = (await getAppPages(actor, app)).lost;
    expect(page).toMatchObject({ page: 'pages/old', led: { count: 2, codeIds: codes.toSorted() } });
    const scope = { codeIds: page?.led.codeIds ?? [] };
    await startBulk(actor, { kind: 'retarget', values: { ...KEEP, page: 'pages/a' }, scope });
    expect((await getAppPages(actor, app)).lost).toEqual([]);
  });
});

describe('the check of a batch', () => {
  const check = async (page: 'column' | string) => {
    const rows = ['s,page', '1,pages/a', '2,pages/b', '3,pages/b', '4,pages/c', '5,'];
    const source = { kind: 'paste' as const, text: rows.join('\n') };
    const id = await createDraft(actor, { miniProgramId: app, source });
    const from =
      page === 'column'
        ? ({ from: 'column', column: 1 } as const)
        : ({ from: 'fixed', value: page } as const);
    const { warnings, obstacle } = await dryRun(actor, id, planOf({ page: from }));
    const unknown = warnings.filter(({ key }) => key === 'pageUnknown');
    return {
      obstacle,
      unknown: unknown.map(({ values, rows: count, firstLine }) => [values?.page, count, firstLine]),
    };
  };

  test('names each page that the app.json does not have, and stops nothing', async () => {
    expect(await check('column')).toEqual({ obstacle: null, unknown: [] });
    await give(['pages/a'], '1.4.0');
    expect(await check('column')).toEqual({
      obstacle: null,
      unknown: [
        ['pages/b', 2, 3],
        ['pages/c', 1, 5],
      ],
    });
    expect((await check('pages/x')).unknown).toEqual([['pages/x', 5, 2]]);
  });
});
