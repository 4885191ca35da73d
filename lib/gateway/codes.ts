import 'server-only';
import { countRequest } from '@/lib/api/rate';
import { getApp } from '@/lib/apps/queries';
import type { KeyActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { getCode, getPicture, type CodeDetail } from '@/lib/codes/find/queries';
import type { GenerateCodeInput } from '@/lib/codes/generate/schema';
import { generateCode } from '@/lib/codes/generate/service';
import { CODE_NAME_MAX_CHARS } from '@/lib/codes/limits';
import { cleanLine, isStorable } from '@/lib/input/text';
import { enterAgain } from '@/lib/keys/enter';
import { readBody, type JsonFields } from '@/lib/sandbox/body';
import { readCodeRequest, type CodeEndpoint } from '@/lib/sandbox/code-request';
import { readSwitch, Refusal } from '@/lib/sandbox/fields';
import { refuse } from '@/lib/sandbox/replies';
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
async function settled(actor: KeyActor, codeId: string): Promise<CodeDetail> {
  const end = clock.now().getTime() + WAIT_MS;
  for (;;) {
    const code = await getCode(actor, codeId);
    const isWorking = code.status === 'GENERATING' || code.status === 'QUEUED';
    if (!isWorking || clock.now().getTime() > end) return code;
    await clock.sleep(LOOK_EVERY_MS);
  }
}

async function answerOf(actor: KeyActor, code: CodeDetail): Promise<Response> {
  if (code.status === 'FAILED' && code.errcode !== null) return refuse(code.errcode, clock.now().getTime());
  if (code.status !== 'READY') throw new Refusal(-1);
  const { bytes, type } = await getPicture(actor, code.id);
  const numUsed = code.endpoint === 'getwxacode' ? code.quotaCountAfter : null;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...{ 'content-type': type, 'content-length': String(bytes.byteLength), 'x-suncode-id': code.id },
      ...(numUsed !== null && { 'num-used': String(numUsed) }),
    },
  });
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
  const { pathMaxBytes } = await getApp(actor, holder.miniProgramId);
  const body = await readBody(request);
  if (body.kind !== 'fields') throw new Refusal(body.kind === 'empty' ? 44002 : 47001);
  const parameters = parametersOf({ endpoint, fields: body.fields, pathMaxBytes });
  const input: GenerateCodeInput = {
    ...{ miniProgramId: holder.miniProgramId, name: nameIn(request), ...parameters },
  };
  const { codeId } = await generateCode(actor, input);
  const code = await settled(actor, codeId);
  return answerOf(actor, code);
}
