import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/opening/open';
import { uuid7 } from '@/lib/db/uuid7';
import { env } from '@/lib/env';
import { createKey } from '@/lib/keys/service';
import { newLiveKey } from '@/lib/live/key';
import { insertLive } from '@/lib/live/service';

/** What bench/programs/live.ts asks a server about. */
export type LiveGround = { keys: string[]; apiKey: string };

// A process of its own, so that the secrets of the server's folder are used: `live-ground.ts <codes>` makes live codes and prints
// their keys, `live-ground.ts` prints how many scans are counted.
const actor = systemActor('bench');
const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR });
const [, , codes] = process.argv;

/** As the form stores them; WeChat has no part in what is measured. */
async function makeGround(count: number): Promise<LiveGround> {
  const app = { mode: 'LIVE' as const, name: 'bench', appId: 'wx00000000000000d1', appSecret: 'bench' };
  const miniProgramId = await createApp(actor, app);
  const made = Array.from({ length: count }, (_, at) => ({
    id: uuid7(),
    scene: newLiveKey(),
    name: `t${at}`,
  }));
  const common = { miniProgramId, endpoint: 'getwxacodeunlimit', status: 'READY', width: 430 } as const;
  await db().code.createMany({ data: made.map((code) => ({ ...common, ...code, fingerprint: code.id })) });
  for (const { id: codeId, scene: key, name } of made) {
    const live = { page: 'pages/table', parameters: { table: name } };
    await db().$transaction((tx) => insertLive(tx, actor, { codeId, key, live }));
  }
  const given = { permissions: ['codes.read' as const], appIds: null, addresses: [], days: 1 };
  const { key: apiKey } = await createKey(actor, { name: 'bench', ...given });
  return { keys: made.map(({ scene }) => scene), apiKey };
}

const counted = async () => (await db().liveScanHour.aggregate({ _sum: { count: true } }))._sum.count ?? 0;

console.log(JSON.stringify(codes ? await makeGround(Number(codes)) : await counted()));
await database.close();
process.exit(0);
