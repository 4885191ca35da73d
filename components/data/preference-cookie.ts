const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers in this browser what somebody prefers; pages read it on the server. */
export function rememberPreference(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
