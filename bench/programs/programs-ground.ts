import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { startBatch } from '@/lib/batches/run/start';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { KEY_PERMISSIONS } from '@/lib/keys/limits';
import { createKey } from '@/lib/keys/service';
import { seedManyCodes } from '@/prisma/seed/many-codes';
import { seedCast } from '@/prisma/seed/people-and-places';
import { draftOf } from '../batch-draft';
import { LISTED_PICTURE } from '../codes/list-cases';

/** What bench/programs/programs.ts asks a server about. */
export type ProgramsGround = {
  keys: string[];
  gatewayKeys: [string, string];
  appId: string;
  codeIds: string[];
  batchId: string;
};

const CODES = 20_000;
/** Each may ask 1,200 times a minute. */
const KEYS = 30;
/** Runs for two minutes. */
const BATCH_ROWS = 10_000;
const ASKED_FOR = 500;

// A process of its own, so that the secrets of the server's folder are used. Prints JSON and ends.
const actor = systemActor('bench');
const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
const cast = await seedCast();
await seedManyCodes({ count: CODES, cast, pictures: [LISTED_PICTURE], endsAt: new Date() }, () => undefined);
const appId = 'wx00000000000000c1';
const live = { mode: 'LIVE' as const, name: 'bench', appSecret: 'bench' };
await createApp(actor, { ...live, appId });
const newKey = async (name: string) => {
  const given = { permissions: [...KEY_PERMISSIONS], appIds: null, addresses: [], days: 1 };
  return (await createKey(actor, { name, ...given })).key;
};
const keys: string[] = [];
for (let key = 0; key < KEYS; key += 1) keys.push(await newKey(`bench ${key}`));
const gatewayKeys: [string, string] = [await newKey('gateway'), await newKey('together')];
const other = await createApp(actor, { ...live, name: 'batches', appId: 'wx00000000000000c2' });
const batchId = await draftOf(other, 'batch', BATCH_ROWS);
await startBatch(actor, batchId);
const codes = await db().code.findMany({ select: { id: true }, where: { deletedAt: null }, take: ASKED_FOR });
const ground: ProgramsGround = { keys, gatewayKeys, appId, codeIds: codes.map(({ id }) => id), batchId };
console.log(JSON.stringify(ground));
await database.close();
process.exit(0);
