import { openDatabase } from '@/lib/db/opening/open';

// A process of its own that starts, with a database and the migrations of the folder that it runs in, and ends (see
// starts-together.db.test.ts). What it says while it waits, it says often, and a sign of life comes three times a second.
const [databaseUrl = ''] = process.argv.slice(2);
const patience = { say: (line: string) => console.log(line), sayEveryMs: 100, waitMs: 6_000, holdMs: 4_000 };
const database = await openDatabase({ databaseUrl, patience });
console.log('open');
await database.close();
