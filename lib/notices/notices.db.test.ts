import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordTokenEvent } from '@/lib/apps/token/token-events';
import { noteNoToken } from '@/lib/apps/token/token-failures';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { insertBatch, useBatchWorker, whenOver } from '@/lib/batches/run/run.fixture';
import { stopBatch } from '@/lib/batches/run/stop';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertUser } from '@/lib/testing/factories';
import { emitQuota } from '@/lib/webhooks/emit';
import { emitBackup } from '@/lib/webhooks/emit-faults';
import { PAUSES_SECONDS } from '@/lib/webhooks/limits';
import { NOTICE_KEPT_DAYS, type NoticeKind, type NoticeWay } from './kinds';
import { sendNoticeLetters } from './letters';
import { countUnread, listNoticeChoices, listNotices } from './queries';
import { chooseNotices, readNotices, sweepNotices } from './service';

type Received = { to: string[]; mail: string };
let received: Received[] = [];
let isDown = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onMailFrom: (_address, _session, done) => done(isDown ? new Error('not now') : null),
  onData: async (stream, { envelope }, done) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const to = envelope.rcptTo.map(({ address }) => address);
    received.push({ to, mail: Buffer.concat(chunks).toString('utf8') });
    done();
  },
});
await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
const at = server.server.address();
const port = at && typeof at === 'object' ? at.port : 0;
// Before anything asks for the environment, which is read once.
Object.assign(process.env, {
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'Suncode <codes@suncode.test>',
  APP_URL: 'https://codes.suncode.test/',
});

const database = useDatabase();
const batchWorker = useBatchWorker(database);
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => new Promise<void>((closed) => server.close(closed)));
beforeEach(() => {
  [received, isDown] = [[], false];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db().notice.deleteMany();
});

const refused = (errcode: number) => ({
  ...{ kind: 'refused' as const, errcode, errmsg: 'invalid appsecret', rid: null },
});

const titles = async (actor: UserActor) =>
  (await listNotices(actor, 'zh-CN')).items.map(({ title }) => title);

/** A member who sees these Mini Programs. */
async function seer(role: 'OPERATOR' | 'VIEWER', appIds: string[]): Promise<UserActor> {
  const { id } = await insertUser({ role });
  const data = { seesAll: false, seenAppIds: appIds };
  return memberActor(await db().user.update({ where: { id }, data }));
}

const turnOn = (actor: UserActor, kind: NoticeKind, way: NoticeWay) =>
  chooseNotices(actor, { kind, way, isOn: true });
const turnOff = (actor: UserActor, kind: NoticeKind, way: NoticeWay) =>
  chooseNotices(actor, { kind, way, isOn: false });

const threshold = (app: { id: string; name: string }, percent: 80 | 90 | 95 = 80) =>
  emitQuota(db(), { ...app, before: percent * 1000 - 1, after: percent * 1000 });

const failingNow = (appId: string, errcode = 40125) => noteNoToken(appId, refused(errcode), false);

describe('who is told', () => {
  test('of a Mini Program those who see it, of its connection administrators, of a backup administrators', async () => {
    const [own, other] = [await insertApp(), await insertApp()];
    const [admin, sees, blind] = [
      await insertActor('ADMIN'),
      await seer('VIEWER', [own.id]),
      await seer('OPERATOR', [other.id]),
    ];
    await threshold(own);
    await failingNow(own.id);
    await db().$transaction((tx) => recordTokenEvent(tx, own.id, 40001));
    await db().$transaction((tx) => emitBackup(tx, 'b1', 'noSpace'));
    expect((await titles(admin)).toSorted()).toEqual(
      [
        ...[`“${own.name}”的永久额度已用 80%`, `“${own.name}”连接不上微信`],
        ...[`另一个系统换掉了“${own.name}”的 token`, '备份失败'],
      ].toSorted(),
    );
    expect(await titles(sees)).toEqual([`“${own.name}”的永久额度已用 80%`]);
    expect(await titles(blind)).toEqual([]);
    // Not only hidden: what nobody may know is not written, and no letter leaves for it.
    const rows = (member: UserActor) => db().notice.count({ where: { userId: member.id } });
    expect([await rows(admin), await rows(sees), await rows(blind)]).toEqual([4, 1, 0]);
  });

  test('of the end of a batch its maker, and of others’ those who want to', async () => {
    const app = await insertApp({ mode: 'SANDBOX' });
    const [maker, curious, other] = [await insertActor(), await insertActor(), await insertActor()];
    await turnOn(curious, 'batch.others', 'bell');
    const batchId = await insertBatch(maker, { miniProgramId: app.id, rows: 2 });
    const running = await batchWorker.start();
    await whenOver(maker, batchId);
    await batchWorker.stop(running);
    const { items, unread } = await listNotices(maker, 'en');
    expect(unread).toBe(1);
    expect(await countUnread(maker)).toBe(1);
    expect(items).toMatchObject([
      { text: 'All codes of this batch are ready.', href: `/batches/${batchId}`, isRead: false },
    ]);
    expect(await titles(curious)).toHaveLength(1);
    expect(await titles(other)).toEqual([]);
    const told = await db().notice.findFirstOrThrow({ where: { userId: maker.id } });
    const data = { id: batchId, name: '桌码', failed: 2 };
    await db().notice.update({ where: { id: told.id }, data: { data } });
    expect((await listNotices(maker, 'zh-CN')).items).toMatchObject([
      { title: '批次“桌码”做完了，有码失败', text: expect.stringContaining('2 个码没有生成') },
    ]);
  });

  test('of one that paused by itself, and why', async () => {
    const app = await insertApp({ mode: 'SANDBOX' });
    const maker = await insertActor();
    const batchId = await insertBatch(maker, { miniProgramId: app.id, rows: 1 });
    await stopBatch(batchId, 'quota');
    const [told] = (await listNotices(maker, 'zh-CN')).items;
    expect(told?.title).toMatch(/已自动暂停$/);
    expect(told?.text).not.toBe('');
  });

  test('not who has left, and nobody twice', async () => {
    const app = await insertApp();
    const [left, stays] = [await insertActor(), await insertActor()];
    await db().user.update({ where: { id: left.id }, data: { deactivatedAt: new Date() } });
    await threshold(app);
    await threshold(app);
    expect(await db().notice.count({ where: { userId: left.id } })).toBe(0);
    expect(await db().notice.count({ where: { userId: stays.id } })).toBe(1);
  });

  test('a connection that keeps failing once, and once more for another cause after it worked', async () => {
    const app = await insertApp();
    const admin = await insertActor('ADMIN');
    await failingNow(app.id);
    await failingNow(app.id);
    vi.spyOn(clock, 'now').mockImplementation(() => new Date(Date.now() + 2 * 3600 * 1000));
    await failingNow(app.id);
    vi.restoreAllMocks();
    expect(await titles(admin)).toHaveLength(1);
    const works = { failureKey: null, failingSince: null, failureText: null };
    await db().accessToken.update({ where: { miniProgramId: app.id }, data: works });
    await failingNow(app.id);
    expect(await titles(admin)).toHaveLength(1);
    await db().accessToken.update({ where: { miniProgramId: app.id }, data: works });
    await failingNow(app.id, 40164);
    expect(await titles(admin)).toHaveLength(2);
  });

  test('who loses the sight of a Mini Program loses its notices', async () => {
    const app = await insertApp();
    const member = await seer('VIEWER', [app.id]);
    await threshold(app);
    expect(await titles(member)).toHaveLength(1);
    expect(await titles({ ...member, sees: [] })).toEqual([]);
    expect((await listNotices({ ...member, sees: [] }, 'en')).unread).toBe(0);
  });
});

describe('the bell', () => {
  test('what was shown is read, with all before it, of oneself alone', async () => {
    const app = await insertApp();
    const [one, other] = [await insertActor(), await insertActor()];
    await threshold(app);
    await threshold(app, 90);
    const upTo = (await listNotices(one, 'en')).items[0]?.id ?? '';
    await readNotices(other, { upTo });
    expect((await listNotices(one, 'en')).unread).toBe(2);
    expect(await countUnread(one)).toBe(2);
    // Told while the list was looked at.
    await threshold(app, 95);
    await readNotices(one, { upTo });
    expect(await listNotices(one, 'en')).toMatchObject({
      ...{ unread: 1, items: [{ isRead: false }, { isRead: true }, { isRead: true }] },
    });
    expect((await listNotices(other, 'en')).unread).toBe(3);
  });

  test('forgets what is old', async () => {
    const app = await insertApp();
    const member = await insertActor();
    await threshold(app);
    await sweepNotices();
    expect(await titles(member)).toHaveLength(1);
    const then = new Date(Date.now() + (NOTICE_KEPT_DAYS + 1) * 24 * 3600 * 1000);
    vi.spyOn(clock, 'now').mockImplementation(() => then);
    await sweepNotices();
    expect(await titles(member)).toEqual([]);
  });
});

describe('everybody chooses', () => {
  test('what is off is not told, and what was chosen before stays', async () => {
    const app = await insertApp();
    const [quiet, usual] = [await insertActor(), await insertActor()];
    await turnOn(quiet, 'batch.finished', 'mail');
    await turnOff(quiet, 'quota.threshold', 'bell');
    await turnOff(quiet, 'quota.threshold', 'mail');
    await threshold(app);
    expect(await db().notice.count({ where: { userId: quiet.id } })).toBe(0);
    expect(await titles(usual)).toHaveLength(1);
    const known = await listNoticeChoices(quiet);
    expect(known).toContainEqual({ kind: 'batch.finished', bell: true, mail: true });
    expect(known).toContainEqual({ kind: 'quota.threshold', bell: false, mail: false });
    expect(known.map(({ kind }) => kind)).not.toContain('backup.failed');
  });

  test('a choice stands in the record, as what it was and what it is', async () => {
    const member = await insertActor();
    await turnOn(member, 'batch.finished', 'mail');
    const event = await db().auditEvent.findFirstOrThrow({ where: { actorId: member.id } });
    expect(event).toMatchObject({ action: 'user.chooseNotices', targetId: member.id });
    expect(JSON.stringify(event.changes)).toContain('batch.finished');
  });
});

describe('letters', () => {
  const texts = () => received.map(({ mail }) => mail);

  test('go to those who want them, in their language, with a link, and once', async () => {
    const app = await insertApp({ name: 'Corner shop' });
    const [english, none] = [await insertActor(), await insertActor()];
    await db().user.update({ where: { id: english.id }, data: { locale: 'en' } });
    await turnOff(none, 'quota.threshold', 'mail');
    await threshold(app);
    await Promise.all([sendNoticeLetters(), sendNoticeLetters()]);
    await sendNoticeLetters();
    const mine = received.filter(({ to }) => to.includes(english.email));
    expect(mine).toHaveLength(1);
    expect(mine[0]?.mail).toContain('https://codes.suncode.test/quota');
    expect(mine[0]?.mail).toMatch(/Message-ID: <[\w-]+@codes\.suncode\.test>/);
    expect(mine[0]?.mail).toContain('80,000 of 100,000 used, 20,000 left.');
    expect(received.some(({ to }) => to.includes(none.email))).toBe(false);
    expect(texts().length).toBe(new Set(received.map(({ to }) => to.join())).size);
  });

  test('are tried again when the mail server takes none, and given up after a day', async () => {
    const app = await insertApp();
    const { id: userId, email } = await insertActor();
    await threshold(app);
    isDown = true;
    let passed = 0;
    for (const pause of [0, ...PAUSES_SECONDS.slice(0, 2)]) {
      passed += pause + 1;
      const then = new Date(Date.now() + passed * 1000);
      vi.spyOn(clock, 'now').mockImplementation(() => then);
      await sendNoticeLetters();
      await sendNoticeLetters();
    }
    expect(await db().notice.findFirst({ where: { userId } })).toMatchObject({
      ...{ mailState: 'WAITING', mailAttempts: 3 },
    });
    isDown = false;
    await db().notice.updateMany({ where: { userId }, data: { mailDueAt: clock.now() } });
    await sendNoticeLetters();
    expect(received.filter(({ to }) => to.includes(email))).toHaveLength(1);
    await db().notice.updateMany({
      where: { userId },
      data: { mailState: 'WAITING', mailAttempts: PAUSES_SECONDS.length, mailDueAt: clock.now() },
    });
    isDown = true;
    await sendNoticeLetters();
    expect(await db().notice.findFirst({ where: { userId } })).toMatchObject({ mailState: 'FAILED' });
  });

  test('that a process had taken before the clock was set back by an hour go out', async () => {
    const { email, id: userId } = await insertActor();
    await threshold(await insertApp());
    const mailLeaseExpiresAt = new Date(clock.now().getTime() + 60 * 60_000);
    // Ten go out at a time, and other people of this file may have waited for longer.
    await db().notice.updateMany({ where: { userId }, data: { mailLeaseExpiresAt, mailDueAt: new Date(0) } });
    await sendNoticeLetters();
    expect(received.filter(({ to }) => to.includes(email))).toHaveLength(1);
  });

  test('do not go to who has left, or may know it no more', async () => {
    const app = await insertApp();
    const member = await insertActor();
    await threshold(app);
    await db().user.update({ where: { id: member.id }, data: { seesAll: false, seenAppIds: [] } });
    await sendNoticeLetters();
    expect(received.some(({ to }) => to.includes(member.email))).toBe(false);
  });
});
