import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { BackupError } from './archive';

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const sealedSchema = z.object({ salt: base64, iv: base64, tag: base64, ciphertext: base64 });

/** About a third of a second, and 128 MB: guessing costs. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const keyOf = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
const KEY_BYTES = 32;

/** AES-256-GCM under a key that scrypt makes of the passphrase. @returns JSON */
export async function sealSecrets(secrets: object, passphrase: string): Promise<Buffer> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, KEY_BYTES, COST), iv);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  const parts = { salt, iv, tag: cipher.getAuthTag(), ciphertext };
  const texts = Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64')]);
  return Buffer.from(JSON.stringify(Object.fromEntries(texts)));
}

/** @throws BackupError when it is another passphrase */
export async function openSecrets(sealed: Buffer, passphrase: string): Promise<unknown> {
  const { salt, iv, tag, ciphertext } = sealedSchema.parse(JSON.parse(sealed.toString('utf8')));
  const key = await keyOf(passphrase, salt, KEY_BYTES, COST);
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAuthTag(tag);
  try {
    return JSON.parse(Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8'));
  } catch (error) {
    throw new BackupError('The passphrase is not the one that this backup was made with.', { cause: error });
  }
}
