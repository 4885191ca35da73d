import { hashPassword } from '@/lib/auth/passwords';
import type { UserActor } from '@/lib/auth/actor';
import { generateCode } from '@/lib/codes/service';
import { openDatabase } from '@/lib/db/open';
import type { Role } from '@/lib/db/generated/enums';
import { env } from '@/lib/env';
import { provision } from '@/lib/setup/provision';

// `npm run seed`: one user of each role and a few codes of the sandbox, to look around. Running it again adds nothing.
export const SEED_PASSWORD = 'suncode-demo-1';

const USERS: { email: string; name: string; role: Role }[] = [
  { email: 'admin@suncode.test', name: '林管理', role: 'ADMIN' },
  { email: 'operator@suncode.test', name: '陈运营', role: 'OPERATOR' },
  { email: 'viewer@suncode.test', name: '王访客', role: 'VIEWER' },
];

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
const { id, name, email, role } = operator;
const actor: UserActor = { kind: 'user', id, name, email, role };
const sandbox = await database.db.miniProgram.findFirst({ where: { mode: 'SANDBOX' } });
if (sandbox && process.argv.includes('--codes')) {
  const miniProgramId = sandbox.id;
  const page = 'pages/table/index';
  for (const table of [1, 2, 3, 8, 12, 16]) {
    const scene = `s=0021&t=${String(table).padStart(2, '0')}`;
    const label = `人民广场店 ${table} 号桌`;
    await generateCode(actor, { miniProgramId, endpoint: 'getwxacodeunlimit', scene, page, name: label });
  }
  const lineColor = { r: 139, g: 46, b: 22 };
  const poster = { endpoint: 'getwxacode' as const, path: 'pages/promo/spring?from=poster', lineColor };
  await generateCode(actor, { miniProgramId, ...poster, name: '春季海报' });
  const sticker = {
    endpoint: 'getwxacode' as const,
    path: 'pages/member/join?from=sticker',
    isHyaline: true,
  };
  await generateCode(actor, { miniProgramId, ...sticker, name: '会员贴纸（透明）' });
  const square = { endpoint: 'createwxaqrcode' as const, path: 'pages/store/detail?id=21' };
  await generateCode(actor, { miniProgramId, ...square, name: '门店立牌（方码）' });
}
await database.close();
