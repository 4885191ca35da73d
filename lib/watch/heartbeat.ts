import 'server-only';
import { db } from '@/lib/db/client';

/** A worker that is silent for so long has most likely stopped: it beats every ten seconds. */
export const WORKER_SILENT_SECONDS = 60;

/** Says that a worker is at work, by the clock of the database: those of the processes may differ. */
export async function beat(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "Installation" ("id", "workerSeenAt") VALUES (1, now() AT TIME ZONE 'utc')
    ON CONFLICT ("id") DO UPDATE SET "workerSeenAt" = excluded."workerSeenAt"`;
}
