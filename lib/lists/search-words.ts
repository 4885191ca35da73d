/** "7" is table 7 for who types it, not 57: so short a number stands alone, with or without zeros before it. */
export const SHORT_NUMBER = /^\d{1,2}$/;

/** A pattern of JavaScript and of PostgreSQL alike. */
export function standingAlone(number: string): string {
  return `(^|[^0-9])0*${Number(number)}([^0-9]|$)`;
}

/**
 * What stands between spaces, the wide one of Chinese keyboards and the dot of names included. Between a Chinese character and
 * a digit there is an end too: who looks for `静安寺店 · 7 号桌` types 静安寺店7号桌.
 */
const WORD_END = /[\s·]+|(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/u;

export function wordsOf(q: string): string[] {
  return q.split(WORD_END).filter((word) => word !== '');
}
