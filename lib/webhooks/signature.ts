import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { decrypt, encrypt, reencrypt } from '@/lib/encryption';
import { keepOutOfLogs } from '@/lib/redaction';

// Standard Webhooks (standardwebhooks.com): receivers check messages with its libraries of any language.

const MARK = 'whsec_';
const SECRET_BYTES = 32;

const contextOf = (webhookId: string) => `webhook-secret:${webhookId}`;

/** `whsec_…`, told once. */
export function newSecret(): string {
  const secret = MARK + randomBytes(SECRET_BYTES).toString('base64');
  keepOutOfLogs(secret);
  return secret;
}

export const sealSecret = (webhookId: string, secret: string) => encrypt(secret, contextOf(webhookId));
export const openSecret = (webhookId: string, sealed: string) => decrypt(sealed, contextOf(webhookId));
export const resealSecret = (webhookId: string, sealed: string) => reencrypt(sealed, contextOf(webhookId));

function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.slice(MARK.length), 'base64');
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
}

type Message = { id: string; at: Date; body: string };

/** @param secrets the one of today first; a receiver that knows any of them is content */
export function signedHeaders({ id, at, body }: Message, secrets: readonly string[]): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const text = `${id}.${seconds}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => signature(secret, text)).join(' '),
  };
}
