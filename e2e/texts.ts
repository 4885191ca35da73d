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
