import 'server-only';
import type { Locale } from '@/lib/i18n/locale';
import { textsOf } from '@/lib/i18n/texts';
import type { TranslateNotice } from './words';

/** Notices are also written where nobody asks: in letters, and to groups. */
export function noticeTranslator(locale: Locale): TranslateNotice {
  return textsOf(locale);
}
