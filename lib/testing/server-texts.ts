import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';

/** What `next-intl/server` gives to a request in this language, for `vi.mock` where there is no request. */
export function serverTexts(locale: Locale) {
  const messages = loadMessages(locale);
  return {
    getLocale: async () => locale,
    getMessages: async () => messages,
    getTranslations: async (namespace?: never) => createTranslator({ locale, messages, namespace }),
  };
}
