/**
 * Windows forbids these in names, and `/` and `\` would make folders of data. Beside them whatever nobody sees: control
 * characters, lone surrogates, private use, line separators.
 */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
/** Marks without a width: byte order marks, and those that turn text round, with which `gpj.exe` reads as `exe.jpg`. */
const INVISIBLE = /\p{Cf}/gu;
/** … but for those that hold an emoji together (families, flags) or shape Indic and Persian letters. */
const JOINERS = /[\u200c\u200d\u{e0020}-\u{e007f}]/u;
/** Windows takes these for devices, with any extension and in any case; with superscript digits too. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/**
 * A spreadsheet runs what begins with one of these, so the manifest would have to put an apostrophe before it and name a
 * file that the archive has not (lib/csv/formula-guard.ts); the small and full-width forms too.
 */
const FORMULA = /^['\u200c\u200d\u{e0020}-\u{e007f}]*[=+\-@＝＋－＠﹢﹣﹦﹫]/u;
/** Windows drops dots and spaces at the end; at the beginning they hide a file, or are the `..` of somebody's `../x`. */
const EDGES = /^[.\s]+|[.\s]+$/gu;

/** Of one name, in UTF-8: Linux and macOS allow 255 bytes, Windows 255 UTF-16 units, which are never more. */
const NAME_MAX_BYTES = 255;
/** Of the whole path inside the archive, in UTF-16 units: Windows Explorer has 260 for the folder it unpacks to as well. */
const PATH_MAX_UNITS = 180;
/** Kept free for ` (12345)`, which tells apart files of one name. */
const NUMBER_MAX_CHARS = 10;

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;

type Room = { units: number; bytes: number };

function fits(text: string, room: Room): boolean {
  return text.length <= room.units && byteLength(text) <= room.bytes;
}

/** As many whole pieces from the start as there is room for. */
function startOf(pieces: Iterable<string>, room: Room): string {
  let kept = '';
  for (const piece of pieces) {
    if (!fits(kept + piece, room)) break;
    kept += piece;
  }
  return kept;
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter().segment(text)) yield segment;
}

/** Cut so that no emoji, no flag and no accent is torn; a single one that is longer than the room is cut all the same. */
function cut(text: string, room: Room): string {
  if (fits(text, room)) return text;
  return startOf(graphemes(text), room) || startOf(text, room);
}

function clean(text: string): string {
  return text
    .replace(FORBIDDEN, '_')
    .replace(INVISIBLE, (mark) => (JOINERS.test(mark) ? mark : ''))
    .normalize('NFC')
    .replace(EDGES, '');
}

/** @param fallback when nothing is left of the text */
function safeSegment(cleaned: string, room: Room, fallback: string): string {
  const kept = cut(cleaned, room).replace(EDGES, '') || fallback;
  const stem = kept.split('.', 1)[0]?.trimEnd() ?? '';
  return RESERVED.test(stem) || FORMULA.test(kept) ? cut(`_${kept}`, room) : kept;
}

/** Room for each segment so that all together stay below the limit: short ones keep what they have. */
function fairUnits(segments: readonly string[], total: number): number {
  const lengths = segments.map((segment) => segment.length).toSorted((a, b) => a - b);
  let left = total;
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return total;
}

/**
 * A path inside an archive that Windows, macOS and Linux unpack as it stands: nothing forbidden or invisible, no
 * reserved name, no dot or space at an edge, nothing that a spreadsheet would run, nothing too long. Chinese and emoji stay. Whatever the segments hold, they
 * make no further folder. Room for a number stays free (unique-paths.ts).
 * @param segments folders from the outside, then the file's name
 * @param extension without the dot
 */
export function safePath(segments: readonly string[], extension: string): string {
  const tail = `.${extension}`;
  const reserved = tail.length + NUMBER_MAX_CHARS;
  const cleaned = segments.map(clean);
  // The `_` of a reserved name needs a place too.
  const units = fairUnits(cleaned, PATH_MAX_UNITS - reserved - segments.length * 2);
  const last = segments.length - 1;
  const safe = cleaned.map((segment, index) =>
    index === last
      ? safeSegment(segment, { units, bytes: NAME_MAX_BYTES - reserved }, 'code')
      : safeSegment(segment, { units, bytes: NAME_MAX_BYTES }, '_'),
  );
  return `${safe.join('/')}${tail}`;
}
