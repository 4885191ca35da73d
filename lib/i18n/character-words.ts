import type { IssueValues } from '@/lib/errors';

/** Those that people type and cannot see, as `showCharacters` writes them; whatever else cannot be seen is `unseen`. */
const BLANKS = { '␣': 'space', 'U+3000': 'wideSpace', 'U+0009': 'tab', 'U+000A': 'lineBreak' } as const;

const isBlank = (shown: string): shown is keyof typeof BLANKS => shown in BLANKS;

function nameOf(shown: string) {
  if (isBlank(shown)) return BLANKS[shown];
  return shown.startsWith('U+') ? 'unseen' : 'visible';
}

/** The keys of what is said here. */
export type CharacterTextKey = `wechat.characters.${ReturnType<typeof nameOf>}` | 'common.comma';

/**
 * Characters in the reader's words.
 * @param shown as `showCharacters` (lib/wechat/rules/characters.ts) writes them, which is also how issues are stored
 */
export function characterWords(
  shown: string,
  t: (key: CharacterTextKey, values?: IssueValues) => string,
): string {
  const words = new Set(
    shown.split(' ').map((character) => t(`wechat.characters.${nameOf(character)}`, { character })),
  );
  return [...words].join(t('common.comma'));
}
