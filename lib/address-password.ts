/** What a URL gives a meaning of its own, and so cannot be part of a name or a password as it is. */
const RESERVED = /[#/?@\s]|%(?![0-9a-fA-F]{2})/;

const NAMES: Record<string, string> = { ' ': 'a space' };

/** `user:password` of an address, as written; null without one. A password may hold any character, also `@` and `/`. */
function userInfo(address: string): string | null {
  const rest = address.replace(/^[a-z0-9+]+:\/\//i, '');
  // An `@` behind a good host and path belongs to the query.
  const wellFormed = /^(?:([^@/?#\s]*)@)?[^@/?#\s]*(?:\/[^/?#@\s]*)?(?:\?(?:\w+=.*)?)?$/.exec(rest);
  if (wellFormed) return wellFormed[1] ?? null;
  const end = rest.lastIndexOf('@');
  return end < 0 ? null : rest.slice(0, end);
}

/** "encodeURIComponent", but also for the five characters that it leaves. */
const encoded = (character: string) =>
  `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * Finds the character of an address's user name or password that has to be percent-encoded.
 * @returns what is wrong, as the end of a sentence that holds nothing else of the password; null when nothing is
 */
export function unencodedCharacter(address: string): string | null {
  const [user = '', ...rest] = userInfo(address)?.split(':') ?? [];
  const parts: [string, string][] = [
    ['user name', user],
    ['password', rest.join(':')],
  ];
  for (const [part, text] of parts) {
    const character = RESERVED.exec(text)?.[0];
    if (character === undefined) continue;
    const name = NAMES[character] ?? `"${character}"`;
    return `its ${part} contains ${name}, which must be percent-encoded: write ${encoded(character)} for it`;
  }
  return null;
}
