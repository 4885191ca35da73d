import 'server-only';
import { statfs } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { z } from 'zod';
import { quotaOf } from '@/lib/apps/queries';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { listToDos } from '@/lib/overview/to-dos';
import { version } from '@/package.json';
import { probe } from './probe';
import { checkReadiness, type Readiness } from './ready';
import { readWork, type Work } from './work';

const WITHIN_MS = 5_000;

/** What there is of it, and what of it waits for a person. */
type Apps = { count: number; failing: number; quotaLow: number; quotaLeast: number | null };

export type SystemView = {
  readiness: Readiness;
  version: string;
  node: string;
  machine: string;
  timeZone: string;
  upSince: Date;
  workerMode: 'inline' | 'external' | 'off';
  database: { kind: 'embedded' | 'server'; version: string } | null;
  storage: { kind: 'folder' | 'bucket'; place: string };
  disk: { freeBytes: number; sizeBytes: number } | null;
  /** Null while the database does not answer. */
  work: Work | null;
  apps: Apps | null;
  sendsMail: boolean;
  hasMetrics: boolean;
};

const serverSchema = z.tuple([z.object({ version: z.string() })]);

async function readApps(actor: Actor): Promise<Apps> {
  const where = { disabledAt: null, mode: 'LIVE' as const };
  const apps = await db().miniProgram.findMany({
    where,
    select: { quotaBaseline: true, quotaUsed: true, mode: true },
  });
  const left = apps.map((app) => Math.max(quotaOf(app).limit - quotaOf(app).used, 0));
  const toDos = await listToDos(actor);
  const ofKind = (kind: 'connection' | 'quota') => toDos.filter((toDo) => toDo.kind === kind).length;
  return {
    ...{ count: apps.length, failing: ofKind('connection'), quotaLow: ofKind('quota') },
    quotaLeast: left.length > 0 ? Math.min(...left) : null,
  };
}

const askServer = probe(async () => {
  const rows = await db().$queryRaw`SELECT current_setting('server_version') AS "version"`;
  const [{ version: server }] = serverSchema.parse(rows);
  return { server, work: await readWork() };
});

/** What cannot be known is left out: this page is looked at while something is wrong. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    log().warn({ err: error }, 'the database could not be asked for the system page');
    return null;
  });
}

function storageOf(): SystemView['storage'] {
  const { STORAGE_URL, DATA_DIR } = env();
  if (!STORAGE_URL) return { kind: 'folder', place: DATA_DIR };
  const { host, pathname } = new URL(STORAGE_URL);
  return { kind: 'bucket', place: `${host}${pathname}` };
}

async function diskOf(): Promise<SystemView['disk']> {
  const disk = await statfs(env().DATA_DIR).catch(() => null);
  return disk && { freeBytes: disk.bavail * disk.bsize, sizeBytes: disk.blocks * disk.bsize };
}

/** What this process is, what it stands on, and what is wrong. @throws AppError FORBIDDEN */
export async function getSystem(actor: Actor): Promise<SystemView> {
  requirePermission(actor, 'system.manage');
  const { DATABASE_URL, WORKER_MODE, SMTP_URL, METRICS_TOKEN } = env();
  const [readiness, known, apps, disk] = await Promise.all([
    checkReadiness(),
    unlessGone(askServer(WITHIN_MS)),
    unlessGone(readApps(actor)),
    diskOf(),
  ]);
  return {
    ...{ readiness, version, disk, apps, work: known?.work ?? null },
    node: process.version,
    machine: `${platform()} ${arch()}`,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    upSince: new Date(Date.now() - process.uptime() * 1000),
    workerMode: WORKER_MODE,
    database: known && { kind: DATABASE_URL ? 'server' : 'embedded', version: known.server },
    storage: storageOf(),
    ...{ sendsMail: SMTP_URL !== undefined, hasMetrics: METRICS_TOKEN !== undefined },
  };
}
