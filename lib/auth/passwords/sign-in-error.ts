const CODES = [
  ...(['TOO_MANY_ATTEMPTS', 'SIGN_IN_BUSY', 'ACCOUNT_OFF', 'PASSWORD_OFF', 'FAULT'] as const),
  ...(['SECOND_STEP_NEEDED', 'SECOND_STEP_WRONG', 'SECOND_STEP_STATE', 'TOO_MANY_CODES'] as const),
  ...(['PASSKEY_WRONG', 'PASSKEY_NOT_HERE'] as const),
];

/** What next-auth itself says when the two do not belong together. */
export const WRONG_CREDENTIALS = 'CredentialsSignin';

type SignInError = { code: (typeof CODES)[number]; values: Record<string, string | number> };

function isSignInError(value: unknown): value is SignInError {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('values' in value)) return false;
  const { code, values } = value;
  return CODES.some((known) => known === code) && typeof values === 'object' && values !== null;
}

/** next-auth carries one string from the server to the form; ours is JSON (see lib/auth/options.ts). */
export function parseSignInError(error: string | null | undefined): SignInError | null {
  try {
    const value: unknown = JSON.parse(error ?? '');
    return isSignInError(value) ? value : null;
  } catch {
    return null;
  }
}
