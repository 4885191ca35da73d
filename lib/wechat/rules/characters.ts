// Apart from the issues, so that a form that names characters does not load every rule.

/** Names characters so that an invisible one can be seen: each once, separated by spaces. */
export function showCharacters(characters: Iterable<string>): string {
  return [...new Set(characters)].map(showCharacter).join(' ');
}

function showCharacter(character: string): string {
  if (character === ' ') return '␣';
  if (!/[\p{C}\p{Z}]/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
