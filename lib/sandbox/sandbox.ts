import type { Sandbox } from './create-sandbox';
import { createSandbox } from './create-sandbox';

/** The Mini Program that every sandbox knows, for a first try without an account. Neither value is worth anything. */
export const SANDBOX_APP_ID = 'wx0000000000000001';
export const SANDBOX_APP_SECRET = 'sandbox-secret-of-no-value-00001';

declare global {
  // Only `var` declares a property of globalThis.
  var suncodeSandbox: Sandbox | undefined;
}

/**
 * The one sandbox of this process. It hangs on globalThis because Next's bundles and the start script each load their
 * own copy of this module, and a token that one copy issued must be valid in the other.
 */
export function getSandbox(): Sandbox {
  return (globalThis.suncodeSandbox ??= createSandbox({
    apps: [{ appId: SANDBOX_APP_ID, secret: SANDBOX_APP_SECRET }],
  }));
}
