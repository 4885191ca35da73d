import 'server-only';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';

/** All texts of a language by whole message keys, where no request says which one is read. */
export const textsOf = (locale: Locale) => createTranslator({ locale, messages: loadMessages(locale) });

export type Texts = ReturnType<typeof textsOf>;
