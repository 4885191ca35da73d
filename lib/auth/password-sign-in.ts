/** `error` is what next-auth refused, see `parseSignInError`; null when the browser is signed in. */
export type SignInAnswer = { error: string | null } | { failure: unknown };

export const isSignedIn = (answer: SignInAnswer): boolean => 'error' in answer && answer.error === null;

/** @throws Error whose message is what came, when that is nothing of next-auth's; TypeError when nothing came */
async function ask<Name extends string>(name: Name, url: string, init?: RequestInit): Promise<string> {
  const text = await (await fetch(url, init)).text();
  const answer: Partial<Record<Name, unknown>> | null = JSON.parse(text);
  const value = answer?.[name];
  if (typeof value !== 'string') throw new Error(text);
  return value;
}

/**
 * Asks for a session of this browser. next-auth's own client leaves the page for another one when the server does not
 * answer, and with it what was typed.
 * @returns `failure` when there was no answer of next-auth, for `failureOf`
 */
async function signIn(credentials: Record<string, string>, server: string): Promise<SignInAnswer> {
  try {
    const csrfToken = await ask('csrfToken', `${server}/api/auth/csrf`);
    const body = new URLSearchParams({ csrfToken, ...credentials, json: 'true' });
    const url = await ask('url', `${server}/api/auth/callback/credentials`, { method: 'POST', body });
    return { error: new URL(url, 'http://localhost').searchParams.get('error') };
  } catch (failure) {
    return { failure };
  }
}

type Credentials = { email: string; password: string; code?: string | undefined; passkey?: string };

/**
 * @param credentials.code of the second step, once it was asked for; or a passkey's answer as JSON
 * @param server for tests; empty for the server of the page
 */
export function signInWithPassword(
  { email, password, code, passkey }: Credentials,
  server = '',
): Promise<SignInAnswer> {
  return signIn({ email, password, ...(code && { code }), ...(passkey && { passkey }) }, server);
}

/** @param passkey its answer as JSON */
export function signInWithPasskey(passkey: string): Promise<SignInAnswer> {
  return signIn({ passkey }, '');
}
