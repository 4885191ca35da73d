import { beforeEach, describe, expect, test, vi } from 'vitest';
import { setAppDisabled } from '@/lib/apps/disable';
import { GOOD_DAY, type SandboxPlay } from '@/lib/apps/sandbox/schema';
import { updateSandbox } from '@/lib/apps/sandbox/service';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { insertLiveCode } from '@/lib/live/live.fixture';
import { setLiveTarget } from '@/lib/live/service';
import { listNotices } from '@/lib/notices/queries';
import { quotaState, insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { useDatabase } from '@/lib/testing/database';
import { askPagesNow } from './asked';
import { askDuePages } from './probe';
import { getAppPages } from './queries';

useDatabase();

let actor: UserActor;
let admin: UserActor;
let app: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  await db().miniProgram.updateMany({ data: { disabledAt: new Date() } });
  actor = await insertActor('OPERATOR');
  admin = await insertActor('ADMIN');
  app = (await insertApp({ mode: 'SANDBOX' })).id;
});

const play = (changes: Partial<SandboxPlay>) => updateSandbox(admin, app, { ...GOOD_DAY, ...changes });
const asked = async () => (await getAppPages(actor, app)).asked;
const openedBy = (page: string, more: Partial<Parameters<typeof insertCode>[0]> = {}) =>
  insertCode({ miniProgramId: app, page, ...more });

async function askNow() {
  await askPagesNow(actor, app);
  return askDuePages();
}

describe('pages that codes in use open', () => {
  test('are asked about once each, and what is gone is told with its codes', async () => {
    await Promise.all([openedBy('pages/a'), openedBy('pages/gone'), openedBy('pages/gone')]);
    const { liveCodeId } = await insertLiveCode(actor, app, 'x');
    await setLiveTarget(actor, liveCodeId, { page: 'pages/moved', parameters: {} });
    await openedBy('pages/trial', { envVersion: 'trial' });
    await openedBy('pages/archived', { archivedAt: new Date() });
    await openedBy('pages/trash', { deletedAt: new Date() });
    await openedBy('pages/failed', { status: 'FAILED' });
    await play({ releasedPages: 'pages/a\npages/b' });
    const before = { codes: await db().code.count(), quota: await quotaState(app) };

    expect(await askNow()).toBe(1);
    const told = await asked();
    expect(told).toMatchObject({ isWanted: false, fault: null, pages: 3, goneCount: 2 });
    expect(told.gone.map(({ page, codes, live }) => [page, codes.count, live])).toEqual([
      ['pages/gone', 2, 0],
      ['pages/moved', 0, 1],
    ]);
    expect({ codes: await db().code.count(), quota: await quotaState(app) }).toEqual(before);
  });

  test('are told of once, with the way to them, and are forgotten when they are there again', async () => {
    await openedBy('pages/gone');
    await play({ releasedPages: 'pages/a' });
    await askNow();
    await askNow();
    const { items } = await listNotices(actor, 'zh-CN');
    const mine = items.filter(({ href }) => href === `/settings/apps/${app}/pages`);
    expect(mine).toHaveLength(1);
    expect(mine[0]?.text).toContain('pages/gone');
    const [first] = (await asked()).gone;
    await askNow();
    expect((await asked()).gone[0]?.since).toEqual(first?.since);
    await play({ releasedPages: 'pages/gone' });
    await askNow();
    expect(await asked()).toMatchObject({ pages: 1, goneCount: 0, gone: [] });
  });

  test('that no code opens any more are left out', async () => {
    const { id } = await openedBy('pages/gone');
    await play({ releasedPages: 'pages/a' });
    await askNow();
    await db().code.update({ where: { id }, data: { archivedAt: new Date() } });
    await askNow();
    expect(await asked()).toMatchObject({ pages: 0, goneCount: 0 });
  });

  test('stay as they were known while WeChat cannot be asked, which is said', async () => {
    await openedBy('pages/gone');
    await play({ releasedPages: 'pages/a' });
    await askNow();
    await openedBy('pages/zz');
    await play({ failurePercent: 100, failureErrcode: 48001 });
    await askNow();
    expect(await asked()).toMatchObject({ fault: 'apiUnauthorized', goneCount: 1, isWanted: false });
  });
});

describe('their turn', () => {
  const hour = (days: number, hours: number) => {
    const now = new Date();
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours);
    vi.spyOn(clock, 'now').mockReturnValue(at);
  };

  test('comes each night, once', async () => {
    await openedBy('pages/a');
    expect(await askDuePages()).toBe(0);
    hour(1, 12);
    expect(await askDuePages()).toBe(0);
    hour(2, 4);
    expect(await askDuePages()).toBe(1);
    expect(await askDuePages()).toBe(0);
    hour(3, 2);
    expect(await askDuePages()).toBe(0);
    hour(3, 3);
    expect(await askDuePages()).toBe(1);
  });

  test('comes by day where no night was used', async () => {
    await openedBy('pages/a');
    hour(3, 12);
    expect(await askDuePages()).toBe(1);
  });

  test('is taken by one process, and never by a stopped Mini Program', async () => {
    await openedBy('pages/a');
    await askPagesNow(actor, app);
    expect((await asked()).isWanted).toBe(true);
    const turns = await Promise.all([askDuePages(), askDuePages(), askDuePages()]);
    expect(turns.toSorted()).toEqual([0, 0, 1]);
    await setAppDisabled(admin, app, true);
    await expect(askPagesNow(actor, app)).rejects.toMatchObject({ code: 'APP_DISABLED' });
    hour(3, 4);
    expect(await askDuePages()).toBe(0);
  });
});
