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

/** @param server for tests; empty for the server of the page */
async function send(place: string, fields: Record<string, string>, server = ''): Promise<string> {
  const csrfToken = await ask('csrfToken', `${server}/api/auth/csrf`);
  const body = new URLSearchParams({ csrfToken, ...fields, json: 'true' });
  return ask('url', `${server}/api/auth/${place}`, { method: 'POST', body });
}

async function signIn(place: string, fields: Record<string, string>, server?: string): Promise<SignInAnswer> {
  try {
    const url = await send(place, fields, server);
    return { error: new URL(url, 'http://localhost').searchParams.get('error') };
  } catch (failure) {
    return { failure };
  }
}

type Step = { code?: string | undefined; passkey?: string };
type Credentials = { email: string; password: string } & Step;

const stepOf = ({ code, passkey }: Step) => ({ ...(code && { code }), ...(passkey && { passkey }) });

/**
 * Asks for a session of this browser. next-auth's own client leaves the page for another one when the server does not
 * answer, and with it what was typed.
 * @param credentials.code of the second step, once it was asked for; or a passkey's answer as JSON
 * @returns `failure` when there was no answer of next-auth, for `failureOf`
 */
export function signInWithPassword(
  { email, password, ...step }: Credentials,
  server?: string,
): Promise<SignInAnswer> {
  return signIn('callback/credentials', { email, password, ...stepOf(step) }, server);
}

/** @param passkey its answer as JSON */
export function signInWithPasskey(passkey: string): Promise<SignInAnswer> {
  return signIn('callback/credentials', { passkey });
}

/** The same with the second step of somebody for whom a sign-in service has vouched a moment ago. */
export function signInWithStep(step: Step): Promise<SignInAnswer> {
  return signIn('callback/second-step', stepOf(step));
}

/**
 * @param callbackUrl where it leads in the end
 * @returns the address to go to: at the service, or a page of ours that says why not
 */
export function addressOfService(service: string, callbackUrl: string): Promise<string> {
  return send(`signin/${service}`, { callbackUrl });
}
