import 'server-only';
import { decrypt, encrypt } from '@/lib/encryption';

// What a ciphertext is bound to: copied into another row or column it does not open.
const secretContext = (appId: string) => `app-secret:${appId}`;
const headerContext = (appId: string) => `token-header:${appId}`;

export function sealSecret(appId: string, appSecret: string): string {
  return encrypt(appSecret, secretContext(appId));
}

/** @returns '' for none: WeChat and the sandbox then say that it is missing */
export function openSecret(appId: string, ciphertext: string | null): string {
  return ciphertext === null ? '' : decrypt(ciphertext, secretContext(appId));
}

export function sealHeader(appId: string, value: string): string {
  return encrypt(value, headerContext(appId));
}

export function openHeader(appId: string, ciphertext: string): string {
  return decrypt(ciphertext, headerContext(appId));
}
