import 'server-only';
import { randomBytes } from 'node:crypto';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';

const SALT_BYTES = 32;

const monthOf = (date: Date) => dayOf(date).slice(0, 'YYYY-MM'.length);

let known: { month: string; salt: Uint8Array } | undefined;

/** The salt of this month, the same for all processes; the first one that asks draws it. */
export async function deviceSalt(): Promise<Uint8Array> {
  const month = monthOf(clock.now());
  if (known?.month !== month) {
    await db().scanSalt.createMany({ data: { month, salt: randomBytes(SALT_BYTES) }, skipDuplicates: true });
    known = await db().scanSalt.findUniqueOrThrow({ where: { month } });
  }
  return known.salt;
}

/** Salts of months that are over go: from then on nobody, we included, can tell what mark a device would have had. */
export async function sweepSalts(): Promise<void> {
  await db().scanSalt.deleteMany({ where: { month: { lt: monthOf(clock.now()) } } });
}
