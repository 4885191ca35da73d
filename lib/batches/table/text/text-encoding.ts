import type { TextEncoding } from '@/lib/batches/limits';
import type { EncodingSample } from '@/lib/batches/table/table';
import { COMMON_HANGUL, COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from './common-characters';

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const MARKS: [TextEncoding, number[]][] = [
  ['utf-8', UTF8_MARK],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const LEGACY = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const;

/** Enough to judge by, and quick. */
const PROBE_BYTES = 64 * 1024;
/** What the runner-up may reach of the best before a person is asked. */
const CLOSE = 0.6;
/** Under this even the best one reads like no language. */
const POOR = 0.35;
/** So few characters could be chance. */
const FEW = 3;
const SAMPLE_CELLS = 6;
const SAMPLE_CHARS = 24;

const isMarked = (bytes: Uint8Array, mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

/** Some programs put the mark of UTF-8 before text that is none. */
function withoutWrongMark(bytes: Uint8Array, encoding: TextEncoding): Uint8Array {
  const isWrong = LEGACY.some((legacy) => legacy === encoding) && isMarked(bytes, UTF8_MARK);
  return isWrong ? bytes.subarray(UTF8_MARK.length) : bytes;
}

/** The text without its byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(withoutWrongMark(bytes, encoding));
}

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * UTF-8 with a slip, such as a character cut in half. Other encodings hardly ever make characters of three bytes that fit,
 * and never more of them than broken ones.
 */
function isMostlyUtf8(text: string): boolean {
  const whole = countOf(text, /[\u0800-\uFFFC]/gu) + countOf(text, /[\u{10000}-\u{10FFFF}]/gu);
  return whole > countOf(text, /\uFFFD/g);
}

/** Letters outside of their script: what GB18030 text becomes where two of its bytes happen to be one UTF-8 character. */
function isAccidentalUtf8(text: string): boolean {
  const beyond = text.match(/[^\x00-\x7f]/gu) ?? [];
  return beyond.length > 0 && beyond.length <= 8 && beyond.every((one) => /[\u0080-\u07FF]/u.test(one));
}

function isUtf8(bytes: Uint8Array): boolean {
  const text = decodeText(bytes, 'utf-8');
  return isValidUtf8(bytes) ? !isAccidentalUtf8(text) : isMostlyUtf8(text);
}

/** What tables are written in, as UTF-16 has it; read in the other order of bytes hardly anything is. */
const WIDE_TEXT =
  /[\t\r\n\x20-\x7e\u00A0-\u024F\u2010-\u27BF\u3000-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E\uFFE5\uD83C-\uD83E\uDC00-\uDFFF]/g;
const WIDE_SHARE = 0.95;

/** How much of the bytes is text in this order; 0 with control characters in it, or without line or column. */
function wideShare(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const text = decodeText(bytes, encoding);
  const isClean = countOf(text, /[\x00-\x08\x0e-\x1f\uE000-\uF8FF]/g) === 0 && /[\r\n\t,;]/.test(text);
  return isClean ? countOf(text, WIDE_TEXT) / text.length : 0;
}

/**
 * UTF-16 without a mark, by the order in which the bytes are text. Zeros alone do not tell: `一` is U+4E00, with its zero
 * on the other side.
 */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, PROBE_BYTES);
  // A byte too few at the end is no reason to give up.
  const probe = bytes.subarray(0, size - (size % 2));
  if (probe.length < 4 || !probe.includes(0)) return null;
  const [little, big] = [wideShare(probe, 'utf-16le'), wideShare(probe, 'utf-16be')];
  if (Math.max(little, big) < WIDE_SHARE) return null;
  return big > little ? 'utf-16be' : 'utf-16le';
}

const BROKEN = /[\uFFFD\uE000-\uF8FF\x80-\x9f]/gu;

/** Shares of characters that texts of a language are made of; common ones count whole, other plausible ones a third. */
const READS_LIKE: Record<(typeof LEGACY)[number], { common: RegExp; plausible: RegExp }> = {
  gb18030: { common: COMMON_SIMPLIFIED, plausible: /[\u3000-\u3011\uFF01-\uFF5E“”‘’…—·℃×]/u },
  big5: { common: COMMON_TRADITIONAL, plausible: /[\u3000-\u3011\uFF01-\uFF5E“”‘’…—·℃×]/u },
  shift_jis: {
    common: /[\u3041-\u3093\u30A1-\u30FC]/u,
    plausible: /[\u4E00-\u9FFF\u3000-\u3011\uFF01-\uFF5E]/u,
  },
  'euc-kr': { common: COMMON_HANGUL, plausible: /[\uAC00-\uD7A3]/u },
  'windows-1252': { common: /[À-ÖØ-öø-ÿŒœŠšŽž]/u, plausible: /[€‚„…‘’“”•–—©®°·]/u },
};

/** Characters of GB2312's and Big5's first planes, which hold the words of everyday use. */
function isEverydayHan(encoding: TextEncoding, lead: number, trail: number): boolean {
  if (encoding === 'gb18030') return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
  return encoding === 'big5' && lead >= 0xa4 && lead <= 0xc6;
}

function everydayShare(bytes: Uint8Array, encoding: TextEncoding): number {
  let [pairs, everyday] = [0, 0];
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    if (isEverydayHan(encoding, lead, bytes[at + 1] ?? 0)) everyday += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : everyday / pairs;
}

/** Latin letters stand among ASCII letters; two bytes of Chinese side by side are no word. */
function isLatin(text: string): boolean {
  return countOf(text, /[\u0080-\u00FF]{3,}/gu) === 0 && countOf(text, /[a-z][À-ÿ]|[À-ÿ][a-z]/giu) > 0;
}

/** How much a reading looks like language: 0 nothing, 1 all of it. */
function score(bytes: Uint8Array, encoding: (typeof LEGACY)[number]): number {
  const text = decodeText(bytes, encoding);
  const beyond = [...text.matchAll(/[^\x00-\x7f]/gu)].map(([one]) => one);
  if (beyond.length === 0 || (encoding === 'windows-1252' && !isLatin(text))) return 0;
  const { common, plausible } = READS_LIKE[encoding];
  const share = (pattern: RegExp) => beyond.filter((one) => pattern.test(one)).length / beyond.length;
  const language = share(common) + share(plausible) * (encoding === 'shift_jis' ? 0.5 : 0.8);
  const han = everydayShare(bytes, encoding) * 0.4;
  return Math.max(0, language + han - (countOf(text, BROKEN) / beyond.length) * 2);
}

/** The first cells that hold anything beyond ASCII: by these a person sees whether a reading is right. */
function sampleOf(bytes: Uint8Array, encoding: TextEncoding): EncodingSample {
  const cells = decodeText(bytes, encoding)
    .split(/[\r\n\t,;|]+/)
    .map((cell) => cell.trim())
    .filter((cell) => /[^\x00-\x7f]/.test(cell))
    .slice(0, SAMPLE_CELLS)
    .map((cell) => cell.slice(0, SAMPLE_CHARS));
  return { encoding, cells };
}

export type EncodingGuess = { encoding: TextEncoding; doubt?: EncodingSample[] };

type Ranked = { encoding: (typeof LEGACY)[number]; score: number };

function rankLegacy(bytes: Uint8Array): Ranked[] {
  return LEGACY.map((encoding) => ({ encoding, score: score(bytes, encoding) })).toSorted(
    (a, b) => b.score - a.score,
  );
}

function isSure([best, second]: Ranked[], text: string): boolean {
  if (!best) return false;
  const characters = countOf(text, /[^\x00-\x7f]/gu);
  return characters >= FEW && best.score >= POOR && (second?.score ?? 0) < best.score * CLOSE;
}

/** What a person chooses from: the guess first, and always another one. */
function candidatesOf(ranked: Ranked[], guess: TextEncoding, alsoUtf8: boolean): TextEncoding[] {
  const others = ranked.filter((one) => one.encoding !== guess && one.score > 0).slice(0, 2);
  const legacy = [guess, ...others.map((one) => one.encoding)];
  return alsoUtf8 || others.length === 0 ? [...legacy, 'utf-8'] : legacy;
}

function guessLegacy(bytes: Uint8Array, alsoUtf8: boolean): EncodingGuess {
  const ranked = rankLegacy(bytes);
  const [best] = ranked;
  if (!best || (alsoUtf8 && best.score < 1)) return { encoding: alsoUtf8 ? 'utf-8' : 'gb18030' };
  const encoding = best.score > 0 ? best.encoding : 'gb18030';
  if (!alsoUtf8 && isSure(ranked, decodeText(bytes, encoding))) return { encoding };
  const candidates = candidatesOf(ranked, encoding, alsoUtf8);
  return { encoding, doubt: candidates.map((one) => sampleOf(bytes, one)) };
}

/**
 * The encoding of a text file: its byte order mark; UTF-16 by its zeros; UTF-8 when the bytes fit but for slips; else the
 * one in which the characters are those that Chinese, Japanese, Korean or Latin text is made of. `doubt` lists the
 * candidates when a second one reads nearly as well, or none reads well.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const marked = MARKS.find(([, mark]) => isMarked(bytes, mark))?.[0];
  if (marked === 'utf-8' && !isUtf8(bytes)) return guessEncoding(bytes.subarray(UTF8_MARK.length));
  if (marked) return { encoding: marked };
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: wide };
  if (isUtf8(bytes)) return { encoding: 'utf-8' };
  // Cut at a line end, so that no character is cut in half.
  const cut = bytes.length > PROBE_BYTES ? bytes.lastIndexOf(0x0a, PROBE_BYTES) : bytes.length;
  return guessLegacy(bytes.subarray(0, cut > 0 ? cut : PROBE_BYTES), isValidUtf8(bytes));
}
