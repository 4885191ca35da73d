import 'server-only';
import Bowser from 'bowser';

/** “Chrome · Windows” of a User-Agent header; null when it says nothing that we know. */
export function deviceName(userAgent: string): string | null {
  if (userAgent === '') return null;
  const { browser, os } = Bowser.parse(userAgent);
  const known = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return known.length > 0 ? known.join(' · ') : null;
}
