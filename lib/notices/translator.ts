import 'server-only';
import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';
import type { TranslateNotice } from './words';

/** Notices are also written where nobody asks: in letters, and to groups. */
export function noticeTranslator(locale: Locale): TranslateNotice {
  return createTranslator({ locale, messages: loadMessages(locale) });
}
