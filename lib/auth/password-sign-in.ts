import type { SignInResponse } from 'next-auth/react';

/**
 * Asks next-auth for a session of this browser. Its client is 9 kB, which a page need not load before somebody submits.
 * @returns undefined when next-auth could not be asked; `error` says what it refused, see `parseSignInError`
 */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<SignInResponse | undefined> {
  try {
    const { signIn } = await import('next-auth/react');
    return await signIn('credentials', { redirect: false, email, password });
  } catch {
    return undefined;
  }
}
