import type { RefusedOutcome } from './outcome';

/** Reads bytes as a JSON object, or null. A byte order mark and white space before it are tolerated. */
export function parseJsonObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}

/** The refusal that an answer's JSON object states, or null when it states none (`errcode` missing or 0). */
export function readRefusal(answer: Record<string, unknown>): RefusedOutcome | null {
  const errcode = readErrcode(answer.errcode);
  if (errcode === null || errcode === 0) return null;
  const errmsg = typeof answer.errmsg === 'string' ? storable(answer.errmsg.slice(0, 1000)) : '';
  return { kind: 'refused', errcode, errmsg, rid: findRid(errmsg) };
}

/** JSON can spell what no text column takes: the null character, and halves of a character. */
function storable(text: string): string {
  return Buffer.from(text.replaceAll('\0', '')).toString('utf8');
}

/** Every code that WeChat documents has five to seven digits; a number beyond these 32 bits is none of them. */
const ERRCODE_MAX = 2 ** 31 - 1;

/** The documentation types `errcode` as a string in places; on the wire it has only been seen as a number. */
function readErrcode(value: unknown): number | null {
  const code = typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof code === 'number' && Number.isInteger(code) && Math.abs(code) <= ERRCODE_MAX ? code : null;
}

/**
 * The request id at the end of an error text, which WeChat's staff and its `rid/get` call ask for. Since August 2020
 * it is `rid: 8hex-8hex-8hex`; before, `hint: [..]` or `hints: [ req_id: .. ]`, and both for a short time.
 */
function findRid(errmsg: string): string | null {
  const rid = /\brid:\s*([0-9a-f]+(?:-[0-9a-f]+)+)/i.exec(errmsg);
  const hint = /\bhints?:\s*\[\s*(?:req_id:\s*)?([^\]\s]+)\s*\]/i.exec(errmsg);
  return rid?.[1] ?? hint?.[1] ?? null;
}
