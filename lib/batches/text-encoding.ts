import type { TextEncoding } from './limits';

const MARKS: [TextEncoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function isValid(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function unreadable(bytes: Uint8Array, encoding: TextEncoding): number {
  return new TextDecoder(encoding).decode(bytes).split('\uFFFD').length - 1;
}

/**
 * The encoding of a text file: its byte order mark, else UTF-8 when every byte fits (GB18030 text practically never
 * does), else GB18030, which is what Excel in China saves as "CSV". A file that is neither, such as one cut inside a
 * character, is read in the way that loses less.
 */
export function guessEncoding(bytes: Uint8Array): TextEncoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  if (isValid(bytes, 'gb18030')) return 'gb18030';
  return unreadable(bytes, 'utf-8') <= unreadable(bytes, 'gb18030') ? 'utf-8' : 'gb18030';
}

/** The text without its byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
