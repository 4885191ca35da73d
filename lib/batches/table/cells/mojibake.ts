/** U+FFFD stands where bytes were no character; the others are what is left when that was saved again in GBK. */
const BROKEN = /\uFFFD|锟斤拷|锟剿|烫烫烫|屯屯屯|鈥[溝檚滄]|ï»¿/;
/** UTF-8 that was read as Windows-1252: `Ã©`, `â€œ`, `é—¨åº—`. */
const AS_LATIN =
  /[ÂÃ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|[äåæçèé][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/;
/** What a program wrote that could not write Chinese. */
const QUESTION_MARKS = /^\?{2,}$|^\?{3,}/;
const HAN = /[\u2E80-\u9FFF]{3}/;

let gbkBytes: Map<string, number> | undefined;

/** Every two-byte character of GBK with its bytes. */
function gbk(): Map<string, number> {
  if (gbkBytes) return gbkBytes;
  gbkBytes = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) gbkBytes.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
  return gbkBytes;
}

/** UTF-8 that was read as GBK (`浜烘皯骞垮満`): turned back into bytes it is Chinese in UTF-8, which real text never is. */
function isUtf8AsGbk(text: string): boolean {
  const run = /[\u2E80-\u9FFF]{3,}/.exec(text)?.[0] ?? '';
  const bytes: number[] = [];
  for (const character of run) {
    const pair = gbk().get(character);
    if (pair === undefined) return false;
    bytes.push(pair >> 8, pair & 0xff);
  }
  // An odd number of bytes leaves the last character cut.
  const back = new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\uFFFD{1,2}$/, '');
  return back.length > 1 && /^[\u2E80-\u9FFF\uFF00-\uFFEF\u3000-\u303F]+$/.test(back);
}

/** Whether a text is what is left of another one after it went through a wrong encoding. */
export function isMojibake(text: string): boolean {
  if (/^[\x20-\x3e\x40-\x7e]*$/.test(text)) return false;
  if (BROKEN.test(text) || AS_LATIN.test(text) || QUESTION_MARKS.test(text)) return true;
  return HAN.test(text) && isUtf8AsGbk(text);
}
