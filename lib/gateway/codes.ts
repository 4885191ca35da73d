import 'server-only';
import { countRequest } from '@/lib/api/rate';
import type { KeyActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { getMade, type MadeCode } from '@/lib/codes/find/queries';
import type { GenerateCodeInput } from '@/lib/codes/generate/schema';
import { generateIn, requireApp } from '@/lib/codes/generate/service';
import { CODE_NAME_MAX_CHARS } from '@/lib/codes/limits';
import { readPicture } from '@/lib/codes/picture/picture';
import { AppError } from '@/lib/errors';
import { cleanLine } from '@/lib/input/clean-text';
import { isStorable } from '@/lib/input/text';
import { enterAgain } from '@/lib/keys/enter';
import { readBody, type JsonFields } from '@/lib/sandbox/body';
import { readCodeRequest, type CodeEndpoint } from '@/lib/sandbox/code-request';
import { readSwitch, Refusal } from '@/lib/sandbox/fields';
import { DEFAULT_SETTINGS } from '@/lib/sandbox/settings';
import { ENV_VERSIONS } from '@/lib/wechat/rules/limits';
import { readToken } from './token';

/** What a code is called; percent-encoded, since headers are ASCII. */
const NAME_HEADER = 'x-suncode-name';
/** Somebody else asked for the same code a moment before: they are waited for. */
const WAIT_MS = 20_000;
const LOOK_EVERY_MS = 50;

function nameIn(request: Request): string {
  try {
    const name = cleanLine(decodeURIComponent(request.headers.get(NAME_HEADER) ?? ''));
    return isStorable(name) ? name.slice(0, CODE_NAME_MAX_CHARS) : '';
  } catch {
    return '';
  }
}

type Read = { endpoint: CodeEndpoint; fields: JsonFields; pathMaxBytes: number };

/** @throws Refusal in WeChat's own order */
function parametersOf({ endpoint, fields, pathMaxBytes }: Read) {
  const code = readCodeRequest(endpoint, fields, { ...DEFAULT_SETTINGS, pathMaxBytes });
  if (code.endpoint === 'createwxaqrcode')
    return { endpoint: code.endpoint, path: code.path, width: code.widthPx };
  const look = {
    ...{ width: code.widthPx, isHyaline: code.isHyaline, autoColor: code.lineColor === null },
    ...(code.lineColor && { lineColor: code.lineColor }),
    envVersion: ENV_VERSIONS.find((version) => version === code.envVersion) ?? 'release',
  };
  const [first = '', scene = ''] = code.target;
  if (code.endpoint === 'getwxacode') return { endpoint: code.endpoint, path: first, ...look };
  return {
    ...{ endpoint: code.endpoint, scene, page: first, ...look },
    checkPath: readSwitch(fields, 'check_path', true),
  };
}

/** The code when its outcome is known. */
async function settled(actor: KeyActor, codeId: string): Promise<MadeCode> {
  const end = clock.now().getTime() + WAIT_MS;
  for (;;) {
    const code = await getMade(actor, codeId);
    const isWorking = code.status === 'GENERATING' || code.status === 'QUEUED';
    if (!isWorking || clock.now().getTime() > end) return code;
    await clock.sleep(LOOK_EVERY_MS);
  }
}

type Picture = { bytes: Uint8Array; headers: Record<string, string> };

/** @throws Refusal with what WeChat said of it, AppError NO_PICTURE */
async function pictureOf(code: MadeCode): Promise<Picture> {
  if (code.status === 'FAILED' && code.errcode !== null) throw new Refusal(code.errcode);
  if (code.status !== 'READY') throw new Refusal(-1);
  const bytes = await readPicture(code);
  if (!bytes) throw new AppError('NO_PICTURE');
  const numUsed = code.endpoint === 'getwxacode' ? code.quotaCountAfter : null;
  const headers = { 'x-suncode-id': code.id, ...(numUsed !== null && { 'num-used': String(numUsed) }) };
  return { bytes, headers };
}

type Asked = {
  actor: KeyActor;
  miniProgramId: string;
  name: string;
  endpoint: CodeEndpoint;
  fields: JsonFields;
};

async function make({ actor, miniProgramId, name, ...asked }: Asked): Promise<Picture> {
  const app = await requireApp(actor, { miniProgramId });
  const { pathMaxBytes } = app;
  const input: GenerateCodeInput = { miniProgramId, name, ...parametersOf({ ...asked, pathMaxBytes }) };
  const { codeId, existing, made } = await generateIn(actor, app, input);
  requirePermission(actor, 'codes.read');
  // A repeat, which programs ask for most, is answered with what the look-up read.
  const known = made ?? existing;
  return pictureOf(known?.status === 'READY' ? known : await settled(actor, codeId));
}

const underWay = new Map<string, Promise<Picture>>();

/** What one key asks for many times at once is looked up, or made, once, and all of them are answered with it. */
function makeOnce(asked: Asked): Promise<Picture> {
  const { actor, miniProgramId, name, endpoint, fields } = asked;
  const same = JSON.stringify([actor.id, miniProgramId, name, endpoint, [...fields]]);
  const first = underWay.get(same);
  if (first) return first;
  const picture = make(asked).finally(() => underWay.delete(same));
  underWay.set(same, picture);
  return picture;
}

/**
 * One of WeChat's three endpoints, answered from the store where the same parameters were generated before. What is made is
 * kept, counted and found like every code.
 * @throws Refusal, AppError
 */
export async function makeCode(endpoint: CodeEndpoint, request: Request, address: string): Promise<Response> {
  if (request.method !== 'POST') throw new Refusal(43002);
  const token = new URL(request.url).searchParams.get('access_token');
  if (!token) throw new Refusal(41001);
  const holder = readToken(token);
  if (typeof holder === 'number') throw new Refusal(holder);
  const actor = await enterAgain(holder.keyId, address);
  await countRequest(actor.id);
  const body = await readBody(request);
  if (body.kind !== 'fields') throw new Refusal(body.kind === 'empty' ? 44002 : 47001);
  const { miniProgramId } = holder;
  const name = nameIn(request);
  const { bytes, headers } = await makeOnce({ actor, miniProgramId, name, endpoint, fields: body.fields });
  // Of transparent PNGs too, as WeChat: there are SDKs that take no other (silenceper/wechat).
  const type = { 'content-type': 'image/jpeg', 'content-length': String(bytes.byteLength) };
  return new Response(Uint8Array.from(bytes), { headers: { ...type, ...headers } });
}
