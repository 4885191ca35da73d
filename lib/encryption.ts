import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keepOutOfLogs } from './redaction';
import { secrets } from './secrets';

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (hex: string) => Buffer.from(hex, 'hex');

/**
 * AES-256-GCM under ENCRYPTION_KEY. `context` (which row the secret belongs to) is authenticated with it, so that a
 * ciphertext copied into another row does not open.
 * @returns base64 of iv (12 bytes), tag (16 bytes) and ciphertext
 */
export function encrypt(plaintext: string, context: string): string {
  keepOutOfLogs(plaintext);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets().ENCRYPTION_KEY), iv).setAAD(
    Buffer.from(context),
  );
  const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

function open(bytes: Buffer, key: string, context: string): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

/**
 * Opens what the key of today or one from before has closed.
 * @throws Error when it was another key, the context is another one or the text was tampered with
 */
export function decrypt(ciphertext: string, context: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = secrets();
  const failures: unknown[] = [];
  for (const key of [ENCRYPTION_KEY, ...ENCRYPTION_KEY_OLD]) {
    try {
      const plaintext = open(bytes, key, context);
      keepOutOfLogs(plaintext);
      return plaintext;
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures[0];
}

/** The same under the key of today. @throws Error as `decrypt` */
export function reencrypt(ciphertext: string, context: string): string {
  return encrypt(decrypt(ciphertext, context), context);
}
