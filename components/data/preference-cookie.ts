import { cookieName } from '@/lib/http/cookie-name';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers in this browser what somebody prefers; pages read it on the server. */
export function rememberPreference(name: string, value: string): void {
  const isHttps = location.protocol === 'https:';
  const secure = isHttps ? '; secure' : '';
  document.cookie = `${cookieName(name, isHttps)}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
