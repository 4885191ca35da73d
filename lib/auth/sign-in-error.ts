type SignInError = { code: 'TOO_MANY_ATTEMPTS'; values: { minutes: number } };

function isSignInError(value: unknown): value is SignInError {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('values' in value)) return false;
  const { code, values } = value;
  const known = typeof values === 'object' && values !== null && 'minutes' in values;
  return code === 'TOO_MANY_ATTEMPTS' && known && typeof values.minutes === 'number';
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
