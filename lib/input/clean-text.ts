/**
 * Characters that show nothing and change what a text says: control characters, spaces of no width, soft hyphens, and
 * marks that turn the direction of writing round (`gnp.exe` read as `exe.png`). U+200C and U+200D stay, since emoji and
 * several scripts are written with them.
 */
const INVISIBLE =
  /[\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/;
const BREAKS = new RegExp(`\\s*${BREAK.source}\\s*`, 'g');
const OTHER_LINE_END = /\r\n|[\v\f\u0085\u2028\u2029]/g;
/** Spaces, joiners, and letters that are drawn as nothing. */
const NOTHING_TO_SEE = /^[\s\p{Cf}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

function unlessInvisible(text: string): string {
  return NOTHING_TO_SEE.test(text) ? '' : text;
}

/** A name as it is kept: one line, without spaces around it and without characters that nobody can see. */
export function cleanLine(text: string): string {
  return unlessInvisible(text.replace(INVISIBLE, '').replace(BREAKS, ' ').trim());
}

/** The same for a text of several lines. */
export function cleanLines(text: string): string {
  return unlessInvisible(text.replace(OTHER_LINE_END, '\n').replace(INVISIBLE, '').trim());
}
