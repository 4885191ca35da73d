import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { ScanCounter, sweepScans } from './count-scans';
import { newLiveKey } from './key';
import { insertLiveCode } from './live.fixture';
import { getLive } from './queries';

useDatabase();

let actor: UserActor;
let codeId: string;
let key: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  actor = await insertActor('OPERATOR');
  const { id } = await insertApp({ mode: 'SANDBOX' });
  ({ liveCodeId: codeId } = await insertLiveCode(actor, id, '甲'));
  key = (await getLive(actor, codeId))?.key ?? '';
});

const scan = (of = key, scene = 1047) => ({ id: randomUUID(), key: of, scene });
const figures = async () => (await getLive(actor, codeId))?.scans;

describe('scans', () => {
  test('of a thousand phones at once are counted, each once, in few statements', async () => {
    const counter = new ScanCounter();
    const asked = vi.spyOn(db(), '$queryRaw');
    const scans = Array.from({ length: 1_000 }, () => scan());
    await Promise.all([...scans, ...scans.slice(0, 300)].map((one) => counter.add(one)));
    expect(await figures()).toMatchObject({ total: 1_000 });
    expect(asked.mock.calls.length).toBeLessThan(4);
  });

  test('that are reported again count no second time, also by another process', async () => {
    const one = { ...scan(), device: 'a-phone-of-its-own' };
    await new ScanCounter().add(one);
    await new ScanCounter().add(one);
    expect(await figures()).toMatchObject({ total: 1, devices: 1 });
    const rows = await db().liveDeviceDay.findMany({ where: { key } });
    expect(rows.map(({ marks }) => marks.length)).toEqual([2]);
  });

  test('of keys of nothing count nowhere and leave nothing', async () => {
    await Promise.all([new ScanCounter().add(scan(newLiveKey())), new ScanCounter().add(scan())]);
    expect(await figures()).toMatchObject({ total: 1 });
    expect(await db().countedScan.count({ where: { at: { gte: new Date(0) } } })).toBeGreaterThan(0);
  });

  test('stand at their day, with today first, and by their scan scene', async () => {
    const counter = new ScanCounter();
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    vi.spyOn(clock, 'now').mockReturnValue(yesterday);
    await counter.add(scan(key, 1048));
    vi.restoreAllMocks();
    await Promise.all([counter.add(scan(key, 7)), counter.add(scan())]);
    const { days = [] } = (await figures()) ?? {};
    expect(days.slice(0, 2).map(({ count }) => count)).toEqual([2, 1]);
    const scenes = await db().liveScanHour.findMany({ where: { key }, orderBy: { scene: 'asc' } });
    expect(scenes.map(({ scene }) => scene)).toEqual([0, 1047, 1048]);
  });

  test('are said to have failed while the database is away, and none is lost or doubled by asking again', async () => {
    const counter = new ScanCounter();
    const one = scan();
    vi.spyOn(db(), '$queryRaw').mockRejectedValueOnce(new Error('away'));
    await expect(counter.add(one)).rejects.toThrow('away');
    await counter.add(one);
    expect(await figures()).toMatchObject({ total: 1 });
  });

  test('leave their ids for a day', async () => {
    await new ScanCounter().add(scan());
    await sweepScans();
    expect(await db().countedScan.count()).toBeGreaterThan(0);
    vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + 25 * 60 * 60 * 1000));
    await sweepScans();
    expect(await db().countedScan.count()).toBe(0);
    vi.restoreAllMocks();
    expect(await figures()).toMatchObject({ total: 1 });
  });
});
