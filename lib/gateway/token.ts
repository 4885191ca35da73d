import 'server-only';
import { z } from 'zod';
import { readSigned, sign } from '@/lib/keys/signed';

export const TOKEN_SECONDS = 7200;

// An access token needs no row: it says whose it is. What the key may do is read with each call.

const KIND = 'gateway';
const holderSchema = z.object({ keyId: z.string(), miniProgramId: z.string() });
type Holder = z.output<typeof holderSchema>;

export const newToken = (holder: Holder): string => sign(KIND, holder, TOKEN_SECONDS);

/** @returns who holds it, or the errcode of WeChat for what is none, or none any more */
export function readToken(token: string): Holder | 40001 | 42001 {
  const holder = readSigned(KIND, holderSchema, token);
  if (holder === 'wrong') return 40001;
  return holder === 'expired' ? 42001 : holder;
}
