'use client';

import { useRouter } from 'next/navigation';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

function rememberLocale(locale: Locale) {
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}

/** The language lives in a cookie, not in the path: the server renders the same page again. */
export function useSetLocale() {
  const router = useRouter();
  return (locale: Locale) => {
    rememberLocale(locale);
    document.documentElement.lang = locale;
    router.refresh();
  };
}
