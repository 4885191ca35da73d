import 'server-only';
import type { KeyActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { enterByKey } from './enter';

/** How a door says what it wants, with 401. */
export const CHALLENGE = { 'www-authenticate': 'Bearer realm="Suncode"' };

/** A cookie is no key: only what a program sends on purpose counts. @throws AppError KEY_INVALID and the like */
export async function enterByBearer({ headers }: Request, address: string): Promise<KeyActor> {
  const [, key = ''] = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (key === '') throw new AppError('KEY_INVALID');
  return enterByKey(key, address);
}
