import 'server-only';
import { statfs } from 'node:fs/promises';
import { Gauge } from 'prom-client';
import { paceShare } from '@/lib/apps/calls/call-pace';
import { quotaOf } from '@/lib/apps/queries';
import { readKnown } from '@/lib/backup/kept/known';
import { problemOf } from '@/lib/backup/kept/turns';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics/registry';
import { probe } from './probe';
import { readWork } from './work';

const WITHIN_MS = 5_000;
/** Of more Mini Programs those with the least quota left are told. */
const APPS_MAX = 500;
const BATCH_STATES = ['DRAFT', 'RUNNING', 'PAUSED', 'CANCELLED', 'FINISHED'] as const;

async function readApps() {
  return db().miniProgram.findMany({
    where: { disabledAt: null },
    orderBy: { quotaUsed: 'desc' },
    take: APPS_MAX,
    select: {
      ...{ appId: true, mode: true, quotaBaseline: true, quotaUsed: true, ratePerMinute: true },
      accessToken: { select: { failingSince: true } },
      callBudget: { select: { heldUntil: true, slowedTo: true, slowedAt: true } },
    },
  });
}

type App = Awaited<ReturnType<typeof readApps>>[number];

const askDatabase = probe(async () => {
  const [apps, work, batches] = [
    await readApps(),
    await readWork(),
    await db().batch.groupBy({ by: ['state'], _count: true }),
  ];
  const backups = await readKnown(db());
  return { apps, work, backups, batches: new Map(batches.map(({ state, _count }) => [state, _count])) };
});
type Facts = Awaited<ReturnType<typeof askDatabase>>;

function newGauges() {
  const { registry } = metrics();
  const gauge = <L extends string = never>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `suncode_${name}`, help, labelNames, registers: [registry] });
  return {
    up: gauge(
      'database_up',
      'Whether the database answered when this was asked; without it what it knows is left out',
    ),
    databaseBytes: gauge('database_size_bytes', 'Size of the whole database'),
    quotaLeft: gauge('quota_left', 'Codes that a Mini Program may still make of its 100,000', [
      'app_id',
      'mode',
    ]),
    budget: gauge(
      'batch_calls_per_minute',
      'Calls a minute that batches may make now; 0 while they are held',
      ['app_id'],
    ),
    connectionFailing: gauge('connection_failing', 'Whether a Mini Program gets no access token', ['app_id']),
    batches: gauge('batches', 'Batches by state', ['state']),
    work: gauge('work_waiting', 'Work that waits or runs', ['kind']),
    workerSilent: gauge('worker_silent_seconds', 'Since any worker was last heard of'),
    backupGood: gauge('backup_last_good_timestamp_seconds', 'When the last good backup was begun'),
    backupProblem: gauge('backup_problem', 'Whether the last backup failed, or one is late by the rule', [
      'kind',
    ]),
    diskFree: gauge('disk_free_bytes', 'Left where DATA_DIR is'),
    diskSize: gauge('disk_size_bytes', 'Size of the file system where DATA_DIR is'),
  };
}

type Gauges = ReturnType<typeof newGauges>;
const holder: typeof globalThis & { suncodeGauges?: Gauges } = globalThis;

function budgetOf({ ratePerMinute, callBudget }: App): number {
  const now = clock.now();
  if (callBudget?.heldUntil && callBudget.heldUntil > now) return 0;
  return Math.floor(ratePerMinute * (callBudget ? paceShare(callBudget, now.getTime()) : 1));
}

function setApp(gauges: Gauges, app: App): void {
  const { used, limit } = quotaOf(app);
  const { appId: app_id } = app;
  gauges.quotaLeft.set({ app_id, mode: app.mode.toLowerCase() }, Math.max(limit - used, 0));
  gauges.budget.set({ app_id }, budgetOf(app));
  gauges.connectionFailing.set({ app_id }, app.accessToken?.failingSince ? 1 : 0);
}

function setWork(gauges: Gauges, { work, batches }: Facts): void {
  for (const state of BATCH_STATES)
    gauges.batches.set({ state: state.toLowerCase() }, batches.get(state) ?? 0);
  const { databaseBytes, workerSilentSeconds, ...kinds } = work;
  for (const [kind, count] of Object.entries(kinds)) gauges.work.set({ kind }, count);
  gauges.databaseBytes.set(databaseBytes);
  if (workerSilentSeconds !== null) gauges.workerSilent.set(workerSilentSeconds);
}

function setBackups(gauges: Gauges, { backups }: Facts): void {
  const problem = problemOf(backups, clock.now());
  for (const kind of ['failed', 'late'] as const)
    gauges.backupProblem.set({ kind }, problem === kind ? 1 : 0);
  if (backups.lastGoodAt) gauges.backupGood.set(backups.lastGoodAt.getTime() / 1000);
}

async function setDisk(gauges: Gauges): Promise<void> {
  // Where nothing is kept on this machine there may be no folder.
  const disk = await statfs(env().DATA_DIR).catch(() => null);
  if (!disk) return;
  gauges.diskFree.set(disk.bavail * disk.bsize);
  gauges.diskSize.set(disk.blocks * disk.bsize);
}

/** What stands in the database and on the disk, as it is now. What cannot be known is left out, and not what it was before. */
export async function setGauges(): Promise<void> {
  const gauges = (holder.suncodeGauges ??= newGauges());
  const facts = await askDatabase(WITHIN_MS).catch((error: unknown) => {
    log().warn({ err: error }, 'the database could not be asked for metrics');
    return null;
  });
  for (const gauge of Object.values(gauges)) gauge.reset();
  gauges.up.set(facts ? 1 : 0);
  if (facts) {
    for (const app of facts.apps) setApp(gauges, app);
    setWork(gauges, facts);
    setBackups(gauges, facts);
  }
  await setDisk(gauges);
}
