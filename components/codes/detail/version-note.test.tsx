import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { OtherVersion } from '@/lib/codes/generate/promote';
import { loadMessages } from '@/lib/i18n/messages';
import { VersionNote, type VersionNoteProps } from './version-note';

const other = (version: OtherVersion['version']): OtherVersion => ({
  ...{ id: `the-${version}`, name: '7 号桌', status: 'READY', version },
});

/** As somebody sees it who may only look. */
function show(code: Partial<VersionNoteProps['code']>, others: OtherVersion[] = []) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
      <VersionNote
        code={{ id: 'a', status: 'READY', envVersion: 'trial', ...code }}
        others={others}
        canWrite={false}
      />
    </NextIntlClientProvider>,
  );
}

test('a testing code says who can open it, and leads to its release code once there is one', () => {
  expect(show({})).toContain('opens the trial version');
  expect(show({ envVersion: 'develop' })).toContain('opens the development version');
  expect(show({})).not.toContain('href');
  expect(show({}, [other('develop'), other('release')])).toContain('href="/codes/the-release"');
});

test('a release code leads back to what it was tried with, and says nothing where there is nothing', () => {
  const back = show({ envVersion: 'release' }, [other('trial'), other('develop')]);
  expect(back).toContain('href="/codes/the-trial"');
  expect(back).toContain('href="/codes/the-develop"');
  expect(show({ envVersion: 'release' })).toBe('');
  expect(show({ envVersion: null })).toBe('');
});

test('of a code that failed its failure is spoken of first', () => {
  expect(show({ status: 'FAILED' })).toBe('');
});
