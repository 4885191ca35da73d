import type { JsonFields } from './body';
import type { Rgb } from '@/lib/sandbox/draw/color';
import { readColor, readSwitch, readText, readWidth, Refusal } from './fields';
import type { SandboxSettings } from './settings';

export type SunRequest = {
  endpoint: 'getwxacode' | 'getwxacodeunlimit';
  /** Path with its query, or page and scene: what the code leads to. */
  target: string[];
  widthPx: number;
  lineColor: Rgb | null;
  isHyaline: boolean;
  envVersion: string;
};
export type SquareRequest = { endpoint: 'createwxaqrcode'; path: string; widthPx: number };
export type CodeEndpoint = SunRequest['endpoint'] | SquareRequest['endpoint'];

/** From the documentation, kept apart from the client's constants: one is there to catch the other's mistakes. */
const SCENE_LENGTH_MAX = 32;
const SCENE_PUNCTUATION = "!#$&'()*+,/:;=?@-._~";
const SQUARE_PATH_BYTES_MAX = 128;

/**
 * Validates a body in the order that fits WeChat's captured answers: types 47001, length 40159 or 40169, characters
 * 40129, arguments 40097, page 41030, reserved parameter 85096.
 *
 * @throws Refusal with the errcode
 */
export function readCodeRequest(
  endpoint: CodeEndpoint,
  fields: JsonFields,
  settings: SandboxSettings,
): SunRequest | SquareRequest {
  // The token belongs into the URL; a second one in the body is a format error to WeChat.
  if (fields.has('access_token')) throw new Refusal(47001);
  if (endpoint === 'createwxaqrcode') return readSquare(fields, settings);
  return endpoint === 'getwxacode' ? readLimited(fields, settings) : readUnlimited(fields, settings);
}

function readSquare(fields: JsonFields, settings: SandboxSettings): SquareRequest {
  const path = readText(fields, 'path') ?? '';
  const width = readWidth(fields);
  checkPathLength(path, SQUARE_PATH_BYTES_MAX);
  const widthPx = boundWidth(width, settings);
  refuseReserved(path);
  return { endpoint: 'createwxaqrcode', path: asWritten(path), widthPx };
}

function readLimited(fields: JsonFields, settings: SandboxSettings): SunRequest {
  const path = readText(fields, 'path') ?? '';
  const look = readLook(fields);
  checkPathLength(path, settings.pathMaxBytes);
  const bounded = checkLook(look, settings);
  refuseReserved(path);
  return { endpoint: 'getwxacode', target: [asWritten(path)], ...bounded };
}

function readUnlimited(fields: JsonFields, settings: SandboxSettings): SunRequest {
  const scene = readText(fields, 'scene') ?? '';
  const page = readText(fields, 'page');
  const checksPath = readSwitch(fields, 'check_path', true);
  const look = readLook(fields);
  const length = [...scene].length;
  if (length === 0 || length > SCENE_LENGTH_MAX) throw new Refusal(40169);
  if (![...scene].every(isSceneCharacter)) throw new Refusal(40129);
  const bounded = checkLook(look, settings);
  if (page !== undefined) checkPage(page, checksPath ? settings.releasedPages : null);
  return { endpoint: 'getwxacodeunlimit', target: [page ?? '', scene], ...bounded };
}

type Look = Pick<SunRequest, 'widthPx' | 'lineColor' | 'isHyaline' | 'envVersion'>;

function readLook(fields: JsonFields): Look {
  const lineColor = readColor(fields);
  return {
    widthPx: readWidth(fields),
    lineColor: readSwitch(fields, 'auto_color', false) ? null : lineColor,
    isHyaline: readSwitch(fields, 'is_hyaline', false),
    envVersion: readText(fields, 'env_version') ?? 'release',
  };
}

function checkLook(look: Look, settings: SandboxSettings): Look {
  if (!['release', 'trial', 'develop'].includes(look.envVersion)) throw new Refusal(40097);
  return { ...look, widthPx: boundWidth(look.widthPx, settings) };
}

function boundWidth(width: number, { widthOutOfRange }: SandboxSettings): number {
  if (width >= 280 && width <= 1280) return width;
  if (widthOutOfRange !== 'clamp') throw new Refusal(widthOutOfRange);
  return Math.min(Math.max(width, 280), 1280);
}

function checkPathLength(path: string, maxBytes: number): void {
  const bytes = Buffer.byteLength(path, 'utf8');
  if (bytes === 0 || bytes > maxBytes) throw new Refusal(40159);
}

function isSceneCharacter(character: string): boolean {
  if (SCENE_PUNCTUATION.includes(character)) return true;
  return (
    (character >= '0' && character <= '9') ||
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z')
  );
}

function checkPage(page: string, releasedPages: readonly string[] | null): void {
  if (page === '' || page.startsWith('/') || /[?#]/.test(page)) throw new Refusal(41030);
  if (releasedPages && !releasedPages.includes(page)) throw new Refusal(41030);
}

function refuseReserved(path: string): void {
  if (/[?&]scancode_time(?:[=&]|$)/.test(path)) throw new Refusal(85096);
}

/** An escape that was not decoded loses its backslash on the way into a path: `?id=1\u0026n=2` opens `id=1u0026n=2`. */
function asWritten(path: string): string {
  return path.replaceAll('\\u', 'u');
}
