/** Nobody sees these: zero-width spaces, a byte order mark, soft hyphens, marks of direction, other format characters. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u0000]/g;
/** These join letters and emoji; anywhere else they are left over. */
const JOINERS =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Mongolian}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Mongolian}♀♂⚕])/gu;
/** Spaces of other widths, which nobody tells from a plain one. The ideographic space is one that people type. */
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F]/g;
const ANY = /[\u0000\u00A0\u00AD\u061C\u180E\u2000-\u200F\u202A-\u202F\u205F-\u206F\uFEFF\uFFF9-\uFFFB]/;

/** The text without characters that nobody sees, and with plain spaces. */
function withoutInvisible(text: string): string {
  return ANY.test(text) ? text.replace(INVISIBLE, '').replace(JOINERS, '').replace(SPACES, ' ') : text;
}

/** What programs and people write so that a spreadsheet keeps `007` as it is: `="007"`, `'007`, a tab before or behind it. */
const TEXT_MARK = /^\s*="([^"]*)"\s*$|^['‘’`＇](\d[\d.\-]*)$|^\t+(\d\S*)\s*$|^(\d[^\s]*)\t+$/;

/** The digits that such a mark keeps; any other text as it is. */
export function withoutTextMark(cell: string): string {
  const marked = TEXT_MARK.exec(cell);
  return marked ? (marked.slice(1).find((digits) => digits !== undefined) ?? '') : cell;
}

/** A line end inside a cell is one character, and half a surrogate pair can be stored nowhere. */
export function cleanCell(cell: string): string {
  return withoutInvisible(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD');
}
