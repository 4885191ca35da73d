'use client';

import { useRouter } from 'next/navigation';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { rememberPreference } from '@/components/data/preference-cookie';
import { setTheme } from '@/components/layout/navigation/use-theme';
import { outcomeOf } from '@/lib/actions/outcome';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locale';
import { keepPreferencesAction } from '@/lib/users/actions';
import type { PreferencesInput } from '@/lib/users/schema';
import type { Theme } from '@/lib/users/theme';

export type Chooser = {
  /** Whether somebody is signed in: then the choice is theirs, on every browser. */ isSignedIn: boolean;
};

/** The browser takes a choice at once; it stays there when it could not be kept with the person, who is told so. */
function useKeep({ isSignedIn }: Chooser) {
  const showError = useErrorToast();
  return (chosen: PreferencesInput) => {
    if (isSignedIn) outcomeOf(keepPreferencesAction(chosen)).catch(showError);
  };
}

/** The language lives in a cookie, not in the path: the server renders the same page again. */
export function useSetLocale(chooser: Chooser) {
  const router = useRouter();
  const keep = useKeep(chooser);
  return (locale: Locale) => {
    rememberPreference(LOCALE_COOKIE, locale);
    document.documentElement.lang = locale;
    keep({ locale });
    router.refresh();
  };
}

export function useSetTheme(chooser: Chooser) {
  const keep = useKeep(chooser);
  return (theme: Theme) => {
    setTheme(theme);
    keep({ theme });
  };
}
