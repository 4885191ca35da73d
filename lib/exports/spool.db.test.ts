import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { insertPicture, selection } from './export.fixture';
import { ExportWorker } from './job/worker';
import { getExport } from './queries';
import { createExport } from './service';
import { openSpool, sweepSpools } from './spool';

const SPOOLS = join(env().DATA_DIR, 'spools');
for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, SPOOLS);

useDatabase();

beforeAll(() => mkdirSync(SPOOLS));

const names = () => readdirSync(SPOOLS).toSorted();
const nameOf = ({ path }: { path: string }) => basename(dirname(path));

/** What a process has written when it is killed. */
async function killed(at: Date) {
  const spool = await openSpool('packed');
  await spool.write('half of it');
  await spool.finish();
  for (const path of [spool.path, dirname(spool.path)]) utimesSync(path, at, at);
  return spool;
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);

test('what a killed process left is removed after a day, and at once where no other process can be at work', async () => {
  const [old, fresh] = [await killed(hoursAgo(25)), await killed(hoursAgo(23))];
  const others = join(SPOOLS, 'suncode-export-of-others');
  mkdirSync(others);
  await sweepSpools({ alone: false });
  expect(names()).toEqual([nameOf(fresh), basename(others)].toSorted());
  expect(existsSync(old.path)).toBe(false);

  const actor = await insertActor('OPERATOR');
  const { id: miniProgramId } = await insertApp();
  const code = await insertPicture(miniProgramId, { bytes: Buffer.from('picture') });
  const exportId = await createExport(actor, new URLSearchParams(selection([code])));
  const worker = await ExportWorker.start({ alone: true });
  expect(names()).not.toContain(nameOf(fresh));
  await expect.poll(async () => (await getExport(actor, exportId)).state).toBe('finished');
  await worker.stop();
  expect(names()).toEqual([basename(others)]);
  rmSync(others, { recursive: true });
});

test('a folder that still grows is left alone however old it is', async () => {
  const spool = await killed(hoursAgo(0));
  utimesSync(dirname(spool.path), hoursAgo(48), hoursAgo(48));
  await sweepSpools({ alone: false });
  expect(names()).toEqual([nameOf(spool)]);
  await spool.remove();
});
