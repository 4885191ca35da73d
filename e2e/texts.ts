import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/messages';

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** As lib/i18n/messages.ts has them; Node itself, which runs the tests, does not import JSON like that. */
function readMessages(locale: Locale): Messages {
  const folder = join('lib/i18n/messages', locale);
  return JSON.parse(
    `{${readdirSync(folder)
      .map((file) => `"${camelCase(file.replace('.json', ''))}": ${readFileSync(join(folder, file), 'utf8')}`)
      .join(',')}}`,
  );
}

/** The product's own texts in one language: a journey presses and reads what the page says. */
export function textsOf(locale: Locale) {
  return createTranslator({ locale, messages: readMessages(locale) });
}

export type Texts = ReturnType<typeof textsOf>;

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** A text that begins with the first of these words and has the others behind it, in this order. */
export function startingWith(...words: string[]): RegExp {
  return new RegExp(`^${words.map(escaped).join('.*')}`);
}

/** To be given to a text of which only the words are known; see `withAnyNumber`. */
export const ANY_NUMBER = 987_654_321;

/** A text that was made with ANY_NUMBER, whatever numbers stand there. */
export function withAnyNumber(text: string): RegExp {
  return new RegExp(escaped(text).replaceAll('987,654,321', String.raw`[\d,]+`));
}
