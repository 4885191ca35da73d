import 'server-only';
import { statfs } from 'node:fs/promises';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { migrationNames } from '@/lib/db/migrate/migration-names';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { MARKER_KEY } from '@/lib/setup/identity';
import { getObject } from '@/lib/storage/storage';
import { WORKER_SILENT_SECONDS } from './heartbeat';
import { failing, OK, warning, type PartName, type PartState } from './parts';
import { NoAnswerError, probe } from './probe';

const WITHIN_MS = 5_000;
const DISK_MIN_BYTES = 100 * 1024 * 1024;

export type Readiness = {
  /** `degraded`: something is wrong that takes nothing from who asks this process. */
  status: 'ready' | 'degraded' | 'not ready';
  parts: Record<PartName, PartState>;
};

const factsSchema = z.object({
  readOnly: z.boolean(),
  migrations: z.array(z.string()),
  storageId: z.string().nullable(),
  workerSilentSeconds: z.number().nullable(),
});
type Facts = z.output<typeof factsSchema>;

/** All that is asked of the database, in one statement. */
const askDatabase = probe(async (): Promise<Facts> => {
  const [facts] = await db().$queryRaw<unknown[]>`
    SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS "readOnly",
      (SELECT array_agg("migration_name"::text) FROM "_prisma_migrations"
        WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL) AS "migrations",
      (SELECT "storageId" FROM "Installation") AS "storageId",
      (SELECT extract(epoch FROM (now() AT TIME ZONE 'utc') - "workerSeenAt")::float8 FROM "Installation")
        AS "workerSilentSeconds"`;
  return factsSchema.parse(facts);
});

const askStorage = probe(async (): Promise<string | null> => {
  const bytes = await getObject(MARKER_KEY);
  return bytes && Buffer.from(bytes).toString('utf8').trim();
});

const askDisk = probe(async () => {
  const { bavail, bsize } = await statfs(env().DATA_DIR);
  return bavail * bsize;
});

type Answer<T> = { value: T } | { error: unknown };

async function answerOf<T>(asked: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await asked };
  } catch (error) {
    return { error };
  }
}

const silenceOf = (error: unknown) => (error instanceof NoAnswerError ? 'noAnswer' : 'unreachable');
const noAnswer = (error: unknown) => failing(silenceOf(error));

function migrationsOf({ migrations }: Facts): PartState {
  const known = migrationNames();
  if (known.some((name) => !migrations.includes(name))) return failing('behind');
  // Of a rolling update: the process from before goes on until it is replaced, and could not be started again.
  return migrations.some((name) => !known.includes(name)) ? warning('ahead') : OK;
}

/** A worker is everybody's: without one this process answers people all the same, so it says so and stays. */
function workerOf({ workerSilentSeconds: seconds }: Facts): PartState {
  if (env().WORKER_MODE === 'off') return OK;
  if (seconds === null) return warning('neverSeen');
  return seconds > WORKER_SILENT_SECONDS ? warning('silent') : OK;
}

function storageOf(mark: Answer<string | null>, facts: Answer<Facts>): PartState {
  // A bucket is everybody's: with all web servers out of service nobody would see what goes on without pictures.
  if ('error' in mark) return env().STORAGE_URL ? warning(silenceOf(mark.error)) : noAnswer(mark.error);
  const kept = 'value' in facts ? facts.value.storageId : null;
  return kept === null || kept === mark.value ? OK : failing('otherStorage');
}

function diskOf(free: Answer<number>): PartState {
  // Where nothing is kept on this machine there may be no folder.
  if ('error' in free) return env().DATABASE_URL && env().STORAGE_URL ? OK : noAnswer(free.error);
  return free.value < DISK_MIN_BYTES ? failing('full') : OK;
}

function partsOf(
  facts: Answer<Facts>,
  mark: Answer<string | null>,
  free: Answer<number>,
): Readiness['parts'] {
  const storage = { storage: storageOf(mark, facts), disk: diskOf(free) };
  if ('error' in facts) {
    const unknown = warning('unknown');
    return { database: noAnswer(facts.error), migrations: unknown, ...storage, worker: unknown };
  }
  const { value } = facts;
  return {
    database: value.readOnly ? failing('readOnly') : OK,
    migrations: migrationsOf(value),
    ...storage,
    worker: workerOf(value),
  };
}

function statusOf(parts: PartState[]): Readiness['status'] {
  if (parts.some(({ status }) => status === 'failing')) return 'not ready';
  return parts.some(({ status }) => status === 'warning') ? 'degraded' : 'ready';
}

let said: Readiness['status'] = 'ready';

/** What lies behind a reason may be an address or a name: it stands in the log, once for each change, and in no answer. */
function tell(readiness: Readiness, answers: Answer<unknown>[]): void {
  if (readiness.status === said) return;
  said = readiness.status;
  const [err] = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
  log()[said === 'ready' ? 'info' : 'warn']({ err, parts: readiness.parts }, `this process is ${said}`);
}

/** Whether this process can do its work, and why not; each part has so long to answer. */
export async function checkReadiness(withinMs = WITHIN_MS): Promise<Readiness> {
  const [facts, mark, free] = await Promise.all([
    answerOf(askDatabase(withinMs)),
    answerOf(askStorage(withinMs)),
    answerOf(askDisk(withinMs)),
  ]);
  const parts = partsOf(facts, mark, free);
  const readiness = { status: statusOf(Object.values(parts)), parts };
  tell(readiness, [facts, mark, free]);
  return readiness;
}
