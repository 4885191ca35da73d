import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock, dayOf } from '@/lib/clock';
import { countCodes } from '@/lib/codes/find/count';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { listCodes } from '@/lib/codes/find/queries';
import { db } from '@/lib/db/client';
import { ScanCounter } from '@/lib/live/count-scans';
import { newLiveKey } from '@/lib/live/key';
import { getLive } from '@/lib/live/queries';
import { insertLive } from '@/lib/live/service';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode } from '@/lib/testing/factories';
import { setScanKeep, sweepScanFigures } from './keep';
import { listNeverScanned } from './never-scanned';
import { ALL_SCANS, type ScanFilters } from './scan-filters';
import { getScanRankings } from './scan-rankings';
import { getScanReport } from './scan-report';
import { csvOf } from './scans.fixture';

useDatabase();

let admin: UserActor;
let app: string;
let other: string;

/** Noon of a day without a change of clocks, in the zone of the server. */
const NOON = new Date(2026, 5, 15, 12);
const at = (daysAgo: number, hour = 12, minute = 0) => new Date(2026, 5, 15 - daysAgo, hour, minute);
const setClock = (date: Date) => vi.spyOn(clock, 'now').mockReturnValue(date);

type Where = {
  miniProgramId?: string;
  name?: string;
  folderId?: string;
  tagIds?: string[];
  batchId?: string;
};

async function liveCode({ miniProgramId = app, ...more }: Where = {}, madeAt = at(60)) {
  const key = newLiveKey();
  const { id } = await insertCode({ miniProgramId, scene: key, ...more });
  await db().$transaction((tx) =>
    insertLive(tx, admin, { codeId: id, key, live: { page: '', parameters: {} } }),
  );
  await db().liveCode.update({ where: { key }, data: { createdAt: madeAt } });
  return { id, key };
}

async function scan(key: string, when: Date, { scene = 1047, times = 1 } = {}) {
  await scanBy(
    Array.from({ length: times }, () => undefined),
    key,
    { when, scene },
  );
}

/** Each of these phones scans once. */
async function scanBy(devices: (string | undefined)[], key: string, { when = NOON, scene = 1047 } = {}) {
  setClock(when);
  const counter = new ScanCounter();
  await Promise.all(devices.map((device) => counter.add({ id: randomUUID(), key, scene, device })));
  setClock(NOON);
}

const phones = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `phone-${from + index}`);

const asked = (filters: Partial<ScanFilters> = {}): ScanFilters => ({ ...ALL_SCANS, app, ...filters });
const seeing = (...sees: string[]): UserActor => ({ ...admin, role: 'VIEWER', sees });

beforeEach(async () => {
  setClock(NOON);
  admin = await insertActor('ADMIN');
  app = (await insertApp({ name: '甲牌' })).id;
  other = (await insertApp({ name: '乙牌' })).id;
  // Drawn anew, it would now and then put two phones on one register, and estimate one less.
  const salt = Buffer.from('the same in each run');
  const data = ['2026-05', '2026-06'].map((month) => ({ month, salt }));
  await db().scanSalt.createMany({ data, skipDuplicates: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the report of scans', () => {
  test('has a column a day, the last one today, and the period before beside it', async () => {
    const { key } = await liveCode();
    await scan(key, at(0), { times: 3 });
    await scan(key, at(6), { times: 2 });
    await scan(key, at(7));
    await scan(key, at(13), { times: 4 });
    await scan(key, at(14), { times: 9 });
    const { columns, total, period } = await getScanReport(admin, asked({ period: '7' }));
    expect(columns.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 3]);
    expect(columns.map(({ before }) => before)).toEqual([4, 0, 0, 0, 0, 0, 1]);
    expect(total).toEqual({ count: 5, before: 5 });
    expect(period).toMatchObject({ from: '2026-06-09', to: '2026-06-15', isHourly: false });
  });

  test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])(
    'belongs to the day of the server (%s), as do the hours of one day',
    async (zone) => {
      vi.stubEnv('TZ', zone);
      const { key } = await liveCode();
      await scan(key, at(1, 23, 59));
      await scan(key, at(0, 0, 0), { times: 2 });
      await scan(key, at(0, 23, 59), { times: 4 });
      await scan(key, at(-1, 0, 0), { times: 8 });
      const today = { from: '2026-06-15', to: '2026-06-15' };
      const { columns, total } = await getScanReport(admin, asked(today));
      expect(total).toEqual({ count: 6, before: 1 });
      expect(columns).toHaveLength(24);
      expect(columns[0]).toEqual({ at: at(0, 0).toISOString(), count: 2, before: 0 });
      expect(columns[23]).toEqual({ at: at(0, 23).toISOString(), count: 4, before: 1 });
      const days = await getScanReport(admin, asked({ from: '2026-06-12', to: '2026-06-16' }));
      expect(days.columns.map(({ count }) => count)).toEqual([0, 0, 1, 6, 8]);
    },
  );

  test('tells ways of scanning apart, a round code from a square one in none', async () => {
    const { key } = await liveCode();
    for (const scene of [1047, 1011, 1048, 1013, 1, 9_999]) await scan(key, at(0), { scene });
    const { kinds, total } = await getScanReport(admin, asked());
    expect(kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['camera', 2],
      ['press', 1],
      ['album', 1],
      ['other', 2],
    ]);
    expect(total.count).toBe(6);
    expect((await getScanReport(admin, asked({ kind: 'camera' }))).total.count).toBe(2);
  });

  test('is narrowed to a batch, a folder and a tag, as the codes lie now', async () => {
    const folder = await db().folder.create({ data: { name: app, nameKey: app } });
    const tag = await db().tag.create({ data: { name: app, nameKey: app, color: 'red' } });
    const one = await liveCode({ folderId: folder.id });
    const two = await liveCode({ tagIds: [tag.id] });
    await scan(one.key, at(0), { times: 2 });
    await scan(two.key, at(0), { times: 3 });
    const countOf = async (filters: Partial<ScanFilters>) =>
      (await getScanReport(admin, asked(filters))).total.count;
    expect(await countOf({})).toBe(5);
    expect(await countOf({ folder: folder.id })).toBe(2);
    expect(await countOf({ folder: 'none' })).toBe(3);
    expect(await countOf({ tag: tag.id })).toBe(3);
    expect(await countOf({ tag: tag.id, folder: folder.id })).toBe(0);
    expect(await countOf({ tag: tag.id, period: '7', from: '2026-06-15', to: '2026-06-15' })).toBe(3);
  });

  test('cuts a period that is too long, and says so', async () => {
    const { period } = await getScanReport(admin, asked({ from: '2025-01-01', to: '2026-06-15' }));
    expect(period).toMatchObject({ isCut: true, to: '2026-06-15' });
    expect(period.days).toHaveLength(92);
  });

  test('keeps the scans of a code that is removed for ever with its Mini Program', async () => {
    const { id, key } = await liveCode();
    await scan(key, at(0));
    await db().code.delete({ where: { id } });
    expect((await getScanReport(admin, asked())).total.count).toBe(1);
  });
});

describe('what is not seen', () => {
  test('is counted nowhere, whatever is asked for', async () => {
    const folder = await db().folder.create({ data: { name: other, nameKey: other } });
    const theirs = await liveCode({ miniProgramId: other, name: '乙码', folderId: folder.id });
    const never = await liveCode({ miniProgramId: other, name: '乙空' });
    const own = await liveCode({ name: '甲码', folderId: folder.id });
    await scan(theirs.key, at(0), { times: 5 });
    await scan(own.key, at(0));
    const actor = seeing(app);
    const hourly = { from: '2026-06-15', to: '2026-06-15' };
    for (const filters of [{}, { app: other }, { folder: folder.id }, hourly, { ...hourly, app: other }]) {
      const asks = { ...ALL_SCANS, ...filters };
      const expected = 'app' in filters ? 0 : 1;
      const report = await getScanReport(actor, asks);
      expect(report.total.count, JSON.stringify(filters)).toBe(expected);
      expect(report.apps.map((one) => one.app)).toEqual(expected ? [app] : []);
      const { codes, folders } = await getScanRankings(actor, asks);
      expect(codes.map(({ name }) => name)).toEqual(expected ? ['甲码'] : []);
      expect(folders.map(({ count }) => count)).toEqual(expected ? [1] : []);
      expect((await listNeverScanned(actor, asks)).items.map(({ id }) => id)).not.toContain(never.id);
      expect(await csvOf(actor, asks)).not.toContain('乙');
    }
    expect((await getScanReport(seeing(), ALL_SCANS)).total.count).toBe(0);
  });
});

describe('rankings', () => {
  test('have the most scanned first, of the period alone, by batch, folder and tag too', async () => {
    const tag = await db().tag.create({ data: { name: `贴 ${app}`, nameKey: app, color: 'red' } });
    const one = await liveCode({ name: '一', tagIds: [tag.id] });
    const two = await liveCode({ name: '二', tagIds: [tag.id] });
    await scan(one.key, at(0), { times: 2 });
    await scan(one.key, at(40), { times: 9 });
    await scan(two.key, at(29), { times: 3 });
    const { codes, tags } = await getScanRankings(admin, asked());
    expect(codes.map(({ name, count }) => [name, count])).toEqual([
      ['二', 3],
      ['一', 2],
    ]);
    expect(tags).toEqual([{ id: tag.id, name: `贴 ${app}`, count: 5 }]);
  });

  test('list no code of the trash, also of one that went there just now', async () => {
    const { id, key } = await liveCode();
    await scan(key, at(0));
    expect((await getScanRankings(admin, asked())).codes).toHaveLength(1);
    await db().code.update({ where: { id }, data: { deletedAt: NOON } });
    expect((await getScanRankings(admin, asked())).codes).toEqual([]);
    setClock(at(0, 12, 31));
    expect((await getScanRankings(admin, asked())).codes).toEqual([]);
  });

  test('are given once more after some minutes while they are read again, and read at once after half an hour', async () => {
    const { key } = await liveCode();
    const countAt = async (minute: number) => {
      setClock(at(0, 12, minute));
      return (await getScanRankings(admin, asked())).codes[0]?.count;
    };
    await scan(key, at(0));
    expect(await countAt(0)).toBe(1);
    await scan(key, at(0));
    expect(await countAt(4)).toBe(1);
    expect(await countAt(6)).toBe(1);
    expect(await countAt(6)).toBe(2);
    await scan(key, at(0));
    expect(await countAt(37)).toBe(3);
  });
});

describe('never scanned', () => {
  const names = async (filters: Partial<ScanFilters> = {}) =>
    (await listNeverScanned(admin, asked(filters))).items.map(({ name }) => name);

  test('are old enough live codes in use, the oldest first', async () => {
    const scanned = await liveCode({ name: '扫过' });
    await scan(scanned.key, at(200));
    await liveCode({ name: '新' }, at(13));
    await liveCode({ name: '旧' }, at(40));
    await liveCode({ name: '更旧' }, at(50));
    const archived = await liveCode({ name: '归档' });
    await db().code.update({ where: { id: archived.id }, data: { archivedAt: NOON } });
    expect(await names()).toEqual(['更旧', '旧']);
    expect(await names({ age: '7' })).toEqual(['更旧', '旧', '新']);
    expect(await listNeverScanned(admin, asked())).toMatchObject({ count: 2, hasLive: true });
    const inGallery = { ...NO_FILTERS, app, scans: 'never', sort: 'name' };
    const { items } = await listCodes(admin, inGallery);
    expect(items.map(({ name }) => name).sort()).toEqual(['旧', '更旧'].sort());
    expect((await countCodes(admin, inGallery)).count).toBe(2);
  });

  test('can be those that were printed some days ago, on paper that still hangs', async () => {
    const printed = await liveCode({ name: '印了' });
    const retired = await liveCode({ name: '撤了' });
    await liveCode({ name: '没印' });
    const print = async (codeId: string, printState: 'made' | 'retired') => {
      const options = { sample: null };
      const record = { format: 'pdf', state: 'FINISHED', scope: {}, options, fileTime: NOON } as const;
      const { id: exportId } = await db().export.create({
        data: { ...record, printState, finishedAt: at(20) },
      });
      await db().printedCode.create({
        data: { exportId, codeId, position: 0, row: 1, name: '', imageSha256: '' },
      });
    };
    await print(printed.id, 'made');
    await print(retired.id, 'retired');
    expect(await names({ printed: '1' })).toEqual(['印了']);
    expect(await names({ printed: '1', age: '30' })).toEqual([]);
    const [first] = (await listNeverScanned(admin, asked({ printed: '1' }))).items;
    expect(first?.printedAt).toEqual(at(20));
  });
});

describe('phones', () => {
  test('are told of, each once, however often and whichever codes it scans', async () => {
    const [first, second] = [await liveCode(), await liveCode()];
    await scanBy([...phones(0, 5), 'phone-0', 'phone-0'], first.key, { when: at(1) });
    await scanBy(phones(3, 4), second.key);
    await scan(second.key, NOON);
    await scanBy(phones(0, 2), first.key, { when: at(35) });
    expect(await getScanReport(admin, asked())).toMatchObject({
      ...{ total: { count: 12, before: 2 }, devices: { count: 7, before: 2 } },
    });
    expect((await getLive(admin, first.id))?.scans.devices).toBe(5);
    expect((await getLive(admin, second.id))?.scans.devices).toBe(4);
  });

  test('are counted for a folder, and not told where scans are narrowed to a way of scanning', async () => {
    const folder = await db().folder.create({ data: { name: '西湖店', nameKey: '西湖店' } });
    const [inside, outside] = [await liveCode({ folderId: folder.id }), await liveCode()];
    await scanBy(phones(0, 3), inside.key);
    await scanBy(phones(0, 6), outside.key);
    expect((await getScanReport(admin, asked({ folder: folder.id }))).devices?.count).toBe(3);
    expect((await getScanReport(admin, asked({ kind: 'camera' }))).devices).toBeNull();
    expect(await csvOf(admin, asked({ kind: 'camera' }))).toMatch(/,3,3,0,0,0,\r\n/);
    expect((await getScanReport(seeing(other), asked({ app: 'all' }))).devices?.count).toBe(0);
  });

  test('count anew in another month, and what their marks were made with is gone after it', async () => {
    const { key } = await liveCode();
    await scanBy(phones(0, 3), key, { when: at(20) });
    await scanBy(phones(0, 3), key);
    expect((await getScanReport(admin, asked())).devices?.count).toBe(6);
    await sweepScanFigures();
    const months = await db().scanSalt.findMany({ where: { month: { lte: '2026-06' } } });
    expect(months.map(({ month }) => month)).toEqual(['2026-06']);
  });

  test('of one code are kept in a few kilobytes, also when they are many', async () => {
    const { id, key } = await liveCode();
    await scanBy(phones(0, 12_000), key);
    const [row] = await db().liveDeviceDay.findMany({ where: { key } });
    expect(row?.marks.length).toBeLessThan(16_384);
    const { devices = 0 } = (await getLive(admin, id))?.scans ?? {};
    expect(Math.abs(devices / 12_000 - 1)).toBeLessThan(0.07);
  });
});

test('the file has a line for each code and day, and no cell that a spreadsheet runs', async () => {
  const { id, key } = await liveCode({ name: '=1+1' });
  await scan(key, at(1), { times: 2 });
  await scan(key, at(1), { scene: 1048 });
  await scan(key, at(0));
  await scanBy(phones(0, 2), key);
  const records: string[][] = parse(await csvOf(admin, asked()), { bom: true, record_delimiter: '\r\n' });
  expect(records).toEqual([
    ['day', 'app', 'name', 'id', 'key', 'count', 'camera', 'press', 'album', 'other', 'devices'],
    ['2026-06-14', '甲牌', "'=1+1", id, key, '3', '2', '1', '0', '0', ''],
    ['2026-06-15', '甲牌', "'=1+1", id, key, '3', '3', '0', '0', '0', '2'],
  ]);
});

test('figures go after the time that is set, the total of a code stays', async () => {
  await db().installation.upsert({ where: { id: 1 }, create: { id: 1 }, update: {} });
  const { id, key } = await liveCode();
  await scan(key, at(180));
  await scan(key, at(181));
  await scan(key, at(30), { times: 3 });
  await scan(key, at(31));
  const left = async () => [
    await db().liveScanHour.count({ where: { key } }),
    await db().liveScanDay.count({ where: { key } }),
    await db().appScanDay.count({ where: { miniProgramId: app } }),
  ];
  await sweepScanFigures();
  expect(await left()).toEqual([2, 4, 4]);
  await setScanKeep(admin, { hours: 30, days: 180 });
  await sweepScanFigures();
  expect(await left()).toEqual([1, 3, 3]);
  expect((await getLive(admin, id))?.scans.total).toBe(6);
  await expect(setScanKeep(admin, { hours: 1, days: 180 })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(setScanKeep(seeing(app), { hours: 30, days: 180 })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('the page of a code has days, ways, hours of today, and as many days before', async () => {
  const { id, key } = await liveCode();
  await scan(key, at(0, 9, 30), { times: 2 });
  await scan(key, at(13), { scene: 1049 });
  await scan(key, at(14), { times: 4 });
  const scans = (await getLive(admin, id))?.scans;
  expect(scans).toMatchObject({ total: 7, before: 4 });
  expect(scans?.days.map(({ count }) => count)).toEqual([2, ...Array.from({ length: 12 }, () => 0), 1]);
  expect(scans?.days[0]?.day).toBe(dayOf(NOON));
  expect(scans?.kinds).toEqual([
    { kind: 'camera', count: 2 },
    { kind: 'album', count: 1 },
  ]);
  expect(scans?.hours[9]).toEqual({ hour: at(0, 9).toISOString(), count: 2 });
});
