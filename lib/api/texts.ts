import 'server-only';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';

/** What an answer says to people, by whole message keys. */
export const textsOf = (locale: Locale) => createTranslator({ locale, messages: loadMessages(locale) });

export type Texts = ReturnType<typeof textsOf>;
