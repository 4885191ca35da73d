import { lockDataDir } from '@/lib/db/opening/lock';

// A process of its own that takes DATA_DIR and keeps it until it is killed (see lock.db.test.ts).
const [dataDir = ''] = process.argv.slice(2);
await lockDataDir(dataDir, () => process.exit(1));
console.log('locked');
setInterval(() => undefined, 60_000);
