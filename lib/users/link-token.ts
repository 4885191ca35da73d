import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { keepOutOfLogs } from '@/lib/redaction';

/** What the database keeps of a link: whoever reads it there cannot open the link. */
export function linkTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What a one-time link carries: 256 random bits. It is told once, to whoever asked for the link. */
export function newLinkToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  keepOutOfLogs(token);
  return { token, tokenHash: linkTokenHash(token) };
}
