export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A safe whole number in digits that a scene may hold; three digits more than a million tables would need. */
export function toBase62(number: number): string {
  if (number < 0) return `-${toBase62(-number)}`;
  let [left, text] = [number, ''];
  do {
    text = BASE62.charAt(left % 62) + text;
    left = Math.floor(left / 62);
  } while (left > 0);
  return text;
}

/** @returns null for a text that `toBase62` does not write */
export function fromBase62(text: string): number | null {
  const digits = text.startsWith('-') ? text.slice(1) : text;
  if (!/^[0-9A-Za-z]+$/.test(digits)) return null;
  const size = [...digits].reduce((sum, digit) => sum * 62 + BASE62.indexOf(digit), 0);
  const number = text.startsWith('-') ? 0 - size : size;
  return Number.isSafeInteger(number) && toBase62(number) === text ? number : null;
}
