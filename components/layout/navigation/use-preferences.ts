'use client';

import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { rememberPreference } from '@/components/data/preference-cookie';
import { useErrorToast } from '@/components/data/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';
import { keepPreferencesAction } from '@/lib/users/actions';
import type { PreferencesInput } from '@/lib/users/schema';
import type { Theme } from '@/lib/users/theme';
import { useIsKept } from './kept-preferences';

/** The browser takes a choice at once; it stays there when it could not be kept with the person, who is told so. */
function useKeep() {
  const isKept = useIsKept();
  const showError = useErrorToast();
  return (chosen: PreferencesInput) => {
    if (isKept) outcomeOf(keepPreferencesAction(chosen)).catch(showError);
  };
}

/** The language lives in a cookie, not in the path: the server renders the same page again. */
export function useSetLocale() {
  const router = useRouter();
  const keep = useKeep();
  return (locale: Locale) => {
    rememberPreference(LOCALE_COOKIE, locale);
    document.documentElement.lang = locale;
    keep({ locale });
    router.refresh();
  };
}

export function useSetTheme() {
  const { setTheme } = useTheme();
  const keep = useKeep();
  return (theme: Theme) => {
    setTheme(theme);
    keep({ theme });
  };
}
