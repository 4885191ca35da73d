import type { Sandbox, SandboxOptions } from './create-sandbox';
import { createSandbox } from './create-sandbox';

export const APP_ID = 'wx00000000000000aa';
export const SECRET = 'secret-of-the-test-mini-program-0';

/** The time of a captured request id: 663b1af7 in hexadecimal seconds. */
const START_MS = 0x663b1af7 * 1000;

/** A sandbox with one Mini Program and a clock that the test moves. */
export function createTestSandbox(options: SandboxOptions = {}) {
  const time = { now: START_MS };
  const apps = [{ appId: APP_ID, secret: SECRET }];
  const sandbox = createSandbox({ apps, clock: () => time.now, ...options });
  return { sandbox, time };
}

/** Posts a text with an announced length, as a socket would. */
export function postText(sandbox: Sandbox, path: string, body: string): Promise<Response> {
  const headers = { 'content-length': String(Buffer.byteLength(body)) };
  return sandbox.handle(new Request(`http://sandbox.invalid${path}`, { method: 'POST', headers, body }));
}

export async function getToken(sandbox: Sandbox): Promise<string> {
  const { access_token: token } = await readJson(await callToken(sandbox));
  if (typeof token !== 'string') throw new Error('the sandbox gave no token');
  return token;
}

export function callToken(sandbox: Sandbox, changes: Record<string, string> = {}): Promise<Response> {
  const query = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET, ...changes };
  return sandbox.handle(new Request(`http://sandbox.invalid/cgi-bin/token?${new URLSearchParams(query)}`));
}

export function callStableToken(sandbox: Sandbox, changes: Record<string, unknown> = {}): Promise<Response> {
  const body = { grant_type: 'client_credential', appid: APP_ID, secret: SECRET, ...changes };
  return postText(sandbox, '/cgi-bin/stable_token', JSON.stringify(body));
}

export const PATHS = {
  A: '/wxa/getwxacode',
  B: '/wxa/getwxacodeunlimit',
  C: '/cgi-bin/wxaapp/createwxaqrcode',
} as const;

/** Calls one of the three code endpoints; a string is sent as it stands. */
export async function callCode(
  sandbox: Sandbox,
  endpoint: keyof typeof PATHS,
  body: Record<string, unknown> | string,
): Promise<Response> {
  const token = await tokenOf(sandbox);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return postText(sandbox, `${PATHS[endpoint]}?access_token=${token}`, text);
}

/** The stable token, so that asking for it again invalidates nothing. */
async function tokenOf(sandbox: Sandbox): Promise<string> {
  return String((await readJson(await callStableToken(sandbox))).access_token);
}

/** The errcode of an answer, or 0 for a picture or a token. */
export async function errcodeOf(answer: Response | Promise<Response>): Promise<number> {
  const response = await answer;
  if (!response.headers.get('content-type')?.startsWith('application/json')) return 0;
  const { errcode } = await readJson(response);
  return typeof errcode === 'number' ? errcode : 0;
}

export async function readJson(response: Response): Promise<Record<string, unknown>> {
  const value: unknown = await response.json();
  return Object.fromEntries(Object.entries(value ?? {}));
}
