import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { startBatch } from '@/lib/batches/run/start';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { draftOf } from '../batch-draft';

// Leaves a started batch in DATA_DIR, on which nobody works yet: `restart-run.ts <rows>`, started by bench/batches/restart.ts.
const actor = systemActor('bench');
const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
const live = { mode: 'LIVE' as const, name: 'bench', appSecret: 'bench' };
const miniProgramId = await createApp(actor, { ...live, appId: 'wx00000000000000b2' });
await startBatch(actor, await draftOf(miniProgramId, 'r', Number(process.argv[2])));
await database.close();
process.exit(0);
