import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { startWorker } from '@/lib/worker/worker';

// A process that runs batches on the database of its environment, for a test to kill. It ends by itself when no batch runs,
// and says in lines how many codes have come to their end, which nobody else can look up in an embedded database.
const ASK_EVERY_MS = 200;

const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
const worker = await startWorker(database);
while ((await db().batch.count({ where: { state: 'RUNNING' } })) > 0) {
  console.log(await db().code.count({ where: { status: { in: ['READY', 'FAILED'] } } }));
  await clock.sleep(ASK_EVERY_MS);
}
await worker.stop();
await database.close();
process.exit(0);
