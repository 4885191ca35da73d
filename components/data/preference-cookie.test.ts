import { afterEach, expect, test, vi } from 'vitest';
import { rememberPreference } from './preference-cookie';

afterEach(() => void vi.unstubAllGlobals());

test.each([
  ['https:', /^__Host-suncode_locale=en; path=\/; .*; secure$/],
  ['http:', /^suncode_locale=en; path=\/; (?!.*secure)/],
])('a script that runs over %s writes what its server reads', (protocol, written) => {
  vi.stubGlobal('location', { protocol });
  const kept = { cookie: '' };
  vi.stubGlobal('document', kept);
  rememberPreference('suncode_locale', 'en');
  expect(kept.cookie).toMatch(written);
});
