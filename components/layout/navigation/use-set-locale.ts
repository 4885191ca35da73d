'use client';

import { useRouter } from 'next/navigation';
import { rememberPreference } from '@/components/data/preference-cookie';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';

/** The language lives in a cookie, not in the path: the server renders the same page again. */
export function useSetLocale() {
  const router = useRouter();
  return (locale: Locale) => {
    rememberPreference(LOCALE_COOKIE, locale);
    document.documentElement.lang = locale;
    router.refresh();
  };
}
