import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { readPreference } from '@/lib/http/own-cookies';
import { isLocale, LOCALE_COOKIE, negotiateLocale } from './locale';
import { loadMessages } from './messages';

// One zone for server and browser, else the first paint and hydration disagree. Set TZ to change it.
const SERVER_TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export default getRequestConfig(async () => {
  const chosen = await readPreference(LOCALE_COOKIE);
  const locale = isLocale(chosen) ? chosen : negotiateLocale((await headers()).get('accept-language'));
  return { locale, messages: loadMessages(locale), timeZone: SERVER_TIME_ZONE };
});
