import 'server-only';
import { decrypt, encrypt, reencrypt } from '@/lib/encryption';

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

type Sealed = { appId: string; secretCiphertext: string | null; tokenHeaderCiphertext: string | null };

/** What is sealed of a Mini Program, under the key of today. */
export function resealApp({ appId, secretCiphertext, tokenHeaderCiphertext }: Sealed) {
  const reseal = (ciphertext: string | null, context: string) =>
    ciphertext === null ? null : reencrypt(ciphertext, context);
  return {
    secretCiphertext: reseal(secretCiphertext, secretContext(appId)),
    tokenHeaderCiphertext: reseal(tokenHeaderCiphertext, headerContext(appId)),
  };
}
