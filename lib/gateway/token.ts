import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { clock } from '@/lib/clock';
import { keepOutOfLogs } from '@/lib/redaction';
import { secrets } from '@/lib/secrets';

export const TOKEN_SECONDS = 7200;

// An access token needs no row: it says whose it is and until when, and is signed. What the key may do is read with each call.

const contentSchema = z.object({ keyId: z.string(), miniProgramId: z.string(), until: z.number() });
type Content = z.output<typeof contentSchema>;

const signatureOf = (content: string) =>
  createHmac('sha256', secrets().AUTH_SECRET).update(`gateway ${content}`).digest();

export function newToken(holder: Omit<Content, 'until'>): string {
  const until = clock.now().getTime() + TOKEN_SECONDS * 1000;
  const content = Buffer.from(JSON.stringify({ ...holder, until })).toString('base64url');
  const token = `${content}.${signatureOf(content).toString('base64url')}`;
  keepOutOfLogs(token);
  return token;
}

function contentOf(text: string): Content | null {
  try {
    return contentSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** @returns who holds it, or the errcode of WeChat for what is none, or none any more */
export function readToken(token: string): Omit<Content, 'until'> | 40001 | 42001 {
  const [content = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(content)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 40001;
  const holder = contentOf(content);
  if (!holder) return 40001;
  return holder.until > clock.now().getTime() ? holder : 42001;
}
