import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { clock } from '@/lib/clock';
import { keepOutOfLogs } from '@/lib/redaction';
import { secrets } from '@/lib/secrets';

// What needs no row: it says what it is for and until when, and is signed.

const untilSchema = z.looseObject({ until: z.number() });

const signatureOf = (kind: string, content: string) =>
  createHmac('sha256', secrets().AUTH_SECRET).update(`${kind} ${content}`).digest();

/** @param kind keeps what was signed for one thing from being taken for another */
export function sign(kind: string, holds: Record<string, unknown>, seconds: number): string {
  const until = clock.now().getTime() + seconds * 1000;
  const content = Buffer.from(JSON.stringify({ ...holds, until })).toString('base64url');
  const text = `${content}.${signatureOf(kind, content).toString('base64url')}`;
  keepOutOfLogs(text);
  return text;
}

function read<T>(schema: z.ZodType<T>, content: string): (T & { until: number }) | null {
  try {
    const holds: unknown = JSON.parse(Buffer.from(content, 'base64url').toString('utf8'));
    return { ...schema.parse(holds), until: untilSchema.parse(holds).until };
  } catch {
    return null;
  }
}

/** @returns what was signed, or why nothing can be read */
export function readSigned<T>(kind: string, schema: z.ZodType<T>, text: string): T | 'wrong' | 'expired' {
  const [content = '', signature = ''] = text.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(kind, content)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'wrong';
  const holds = read(schema, content);
  if (!holds) return 'wrong';
  return holds.until > clock.now().getTime() ? holds : 'expired';
}
