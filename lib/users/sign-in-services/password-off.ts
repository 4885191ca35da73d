import 'server-only';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { signInServices } from './services';

/**
 * Whether passwords are good for nothing here. They stay good, whatever the environment says, until an administrator has come by a
 * service that is set up: else nobody could mend what is wrong with it.
 */
export async function isPasswordOff(): Promise<boolean> {
  if (env().PASSWORD_SIGN_IN === 'on') return false;
  const issuer = { in: signInServices().map((service) => service.issuer) };
  const where = { role: 'ADMIN', deactivatedAt: null, identities: { some: { issuer } } } as const;
  return (await db().user.count({ where })) > 0;
}
