import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { guardOutput } from '@/lib/redaction';
import { checkInstallation } from '@/lib/setup/identity';
import { endTracing, startTracing } from '@/lib/tracing/start';
import { openWorkerDoor } from '@/lib/watch/worker-door';
import { startWorker } from '@/lib/worker/worker';
import { failStart } from './start-failure';

// `npm run worker`: the background work in a process of its own, beside servers with WORKER_MODE=external.
async function start() {
  const { DATABASE_URL, METRICS_PORT } = env();
  guardOutput();
  await startTracing();
  if (!DATABASE_URL) {
    console.error('npm run worker needs DATABASE_URL: the embedded database belongs to one process only.');
    process.exit(1);
  }
  const database = await openDatabase({
    databaseUrl: DATABASE_URL,
    patience: { say: (line) => console.error(line) },
  });
  await checkInstallation(database);
  const door = METRICS_PORT === undefined ? null : await openWorkerDoor(METRICS_PORT);
  return { database, door, worker: await startWorker(database) };
}

const { database, door, worker } = await start().catch(failStart);
console.log('The Suncode worker is running.');

const stop = async () => {
  door?.closeAllConnections();
  door?.close();
  await worker.stop();
  await database.close();
  await endTracing();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
