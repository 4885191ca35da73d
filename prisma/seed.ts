import { memberActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords/passwords';
import type { Role } from '@/lib/db/generated/enums';
import { openDatabase } from '@/lib/db/opening/open';
import { env } from '@/lib/env';
import { provision } from '@/lib/setup/provision';
import { seedFewCodes } from './seed/few-codes';
import { seedManyCodes } from './seed/many-codes';
import { seedCast } from './seed/people-and-places';

// `npm run seed`: one user of each role, to look around. `-- --codes` adds a few codes of the sandbox,
// `-- --codes 1000000` as many as that, to see how Suncode does with them. Running it again adds no user.
export const SEED_PASSWORD = 'suncode-demo-1';

const USERS: { email: string; name: string; role: Role }[] = [
  { email: 'admin@suncode.test', name: '林管理', role: 'ADMIN' },
  { email: 'operator@suncode.test', name: '陈运营', role: 'OPERATOR' },
  { email: 'viewer@suncode.test', name: '王访客', role: 'VIEWER' },
];

/** null: no codes; 0: the few. */
function wantedCodes(args: string[]): number | null {
  const at = args.indexOf('--codes');
  if (at < 0) return null;
  const count = Number(args[at + 1] ?? 0);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Error('Usage: npm run seed -- [--codes [number]]');
}

const wanted = wantedCodes(process.argv);
const { DATABASE_URL, DATA_DIR } = env();
const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR });
await provision(env());

const passwordHash = await hashPassword(SEED_PASSWORD);
for (const user of USERS) {
  await database.db.user.upsert({
    where: { email: user.email },
    create: { ...user, passwordHash },
    update: {},
  });
}
// There are users now, so the set-up link of an earlier start must not make another administrator.
await database.db.installation.updateMany({ data: { completedAt: new Date(), setupTokenHash: null } });

const operator = await database.db.user.findUniqueOrThrow({ where: { email: 'operator@suncode.test' } });
const actor = memberActor(operator);
const sandbox = await database.db.miniProgram.findFirst({
  where: { mode: 'SANDBOX' },
  orderBy: { createdAt: 'asc' },
});
if (sandbox && wanted !== null) {
  const pictures = await seedFewCodes(actor, sandbox.id);
  if (wanted > 0) {
    const startedAt = performance.now();
    const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(0);
    await seedManyCodes({ count: wanted, cast: await seedCast(), pictures, endsAt: new Date() }, (done) =>
      console.log(`${done} of ${wanted} codes after ${seconds()} s`),
    );
    console.log(`Done after ${seconds()} s.`);
  }
}
await database.close();
