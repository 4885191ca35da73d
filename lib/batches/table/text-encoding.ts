import type { TextEncoding } from '@/lib/batches/limits';

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

/** Of GB18030 text hardly anything fits; of UTF-8 with a slip, such as a last character cut in half, nearly all does. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const beyondAscii = decodeText(bytes, 'utf-8').match(/[^\x00-\x7f]/g) ?? [];
  return beyondAscii.filter((character) => character === '\uFFFD').length * 10 < beyondAscii.length;
}

/**
 * The encoding of a text file: its byte order mark, else UTF-8 when the bytes fit, else GB18030, which is what Excel in
 * China saves as "CSV".
 */
export function guessEncoding(bytes: Uint8Array): TextEncoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  return isValid(bytes, 'utf-8') || isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** The text without its byte order mark. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
