import { randomBytes, randomUUID } from 'node:crypto';
import { createApp } from '@/lib/apps/service';
import { memberActor, systemActor, type UserActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords/passwords';
import { db } from '@/lib/db/client';
import type { Code, MiniProgram, User } from '@/lib/db/generated/client';
import type { CodeUncheckedCreateInput } from '@/lib/db/generated/models';

const nothing = systemActor('test');

/** Without a password nobody can sign in as this user, and no time is spent on hashing one. */
export async function insertUser({
  password,
  ...overrides
}: Partial<Pick<User, 'role' | 'name' | 'email'>> & { password?: string } = {}): Promise<
  User & { email: string }
> {
  const passwordHash = password === undefined ? 'no password' : await hashPassword(password);
  const email = overrides.email ?? `${randomUUID()}@suncode.test`;
  const data = { name: '测试员', role: 'OPERATOR' as const, ...overrides, email, passwordHash };
  return { ...(await db().user.create({ data })), email };
}

export async function insertActor(role: User['role'] = 'OPERATOR'): Promise<UserActor & { email: string }> {
  const user = await insertUser({ role });
  return { ...memberActor(user), email: user.email };
}

type AppOverrides = Partial<Pick<MiniProgram, 'name' | 'tokenMode' | 'pathMaxBytes' | 'quotaBaseline'>>;

/** A Mini Program of its own for each test; `SANDBOX` ones talk to lib/sandbox, live ones to the stand-in. */
export async function insertApp({
  mode = 'LIVE',
  ...overrides
}: AppOverrides & { mode?: MiniProgram['mode'] } = {}): Promise<MiniProgram> {
  const settings = { name: '测试小程序', ...overrides };
  const appId = `wx${randomBytes(8).toString('hex')}`;
  const appSecret = randomBytes(16).toString('hex');
  const id = await createApp(
    nothing,
    mode === 'LIVE' ? { mode, appId, appSecret, ...settings } : { mode, ...settings },
  );
  return db().miniProgram.findUniqueOrThrow({ where: { id } });
}

type CodeOverrides = Partial<Omit<CodeUncheckedCreateInput, 'purposeInput'>> & {
  miniProgramId: string;
  /** Of a row that is copied, whose type differs from what is written; it is left out. */
  purposeInput?: unknown;
};

/** A row as it stands after a success, without a picture in the store. */
export async function insertCode({ purposeInput: _left, ...overrides }: CodeOverrides): Promise<Code> {
  const scene = `s=${randomBytes(6).toString('hex')}`;
  return db().code.create({
    data: {
      endpoint: 'getwxacodeunlimit',
      name: scene,
      scene,
      page: '',
      width: 430,
      autoColor: false,
      lineColor: '000000',
      isHyaline: false,
      envVersion: 'release',
      checkPath: true,
      fingerprint: randomBytes(32).toString('hex'),
      status: 'READY',
      attempts: 1,
      ...overrides,
    },
  });
}

/** How much of the 100,000 a Mini Program has used by Suncode's own count, and by the rows of the ledger. */
export async function quotaState(miniProgramId: string): Promise<{ used: number; entries: number }> {
  const { quotaUsed } = await db().miniProgram.findUniqueOrThrow({ where: { id: miniProgramId } });
  return { used: quotaUsed, entries: await db().quotaEntry.count({ where: { miniProgramId } }) };
}
